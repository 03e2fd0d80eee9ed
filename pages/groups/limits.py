"""What limits a comparison: the banners that matter first, the rest on demand."""

from collections.abc import Sequence

import streamlit as st

from analysis.groups.limits.banners import ASK, NO_P, PACKAGE, Banner
from analysis.groups.limits.qualified import qualified
from analysis.groups.parts import published
from pages.parts import on_demand, show_table

FIRST = frozenset({NO_P, ASK, PACKAGE})
"""Switches of the banners that stand open on the page."""
UNEQUAL_START = "unequal start"
OPEN = frozenset({"one group", "filter", UNEQUAL_START})
"""Keys of banners that do too."""
NAMES = {
    "aliased": "Cannot be told apart",
    "as done": "Groups by what was done",
    "ends of the scale": "Ends of the scale",
    "filter": "A filter is on",
    "leavers": "People who stopped",
    "made from the result": "Groups made from the result",
    "no control": "No control group",
    "one group": "One group",
    "regression to the mean": "Regression to the mean",
    "scale mix": "Two scales?",
    "separated": "Where do the groups come from?",
    "small": "Small groups",
    "two tendons": "Two tendons of one person",
    "unequal loss": "Unequal loss",
    UNEQUAL_START: "Unequal start",
    "whole tens": "Whole tens",
    "windows": "Other windows",
}

MORE = {
    "made from the result": f" Two published studies show what such groups do: open "
    f"“{published.TITLE}” below."
}
"""Where more stands about a banner."""


def show_weighty(told: Sequence[Banner]) -> None:
    """Show what the headline must be read with, and the banners that stand open."""
    if words := qualified(told):
        st.markdown(f"**{words}**")
    for banner in told:
        if FIRST & {*banner.switches} or banner.key in OPEN:
            st.warning(f"**{NAMES[banner.key]}.** {banner.sentence}{MORE.get(banner.key, '')}")


def both_stand(told: Sequence[Banner]) -> bool:
    """Return whether both differences are shown, with and without the baseline in account."""
    return any(banner.key == UNEQUAL_START for banner in told)


def show_all(told: Sequence[Banner]) -> None:
    """Show every banner with the table it was worked out from."""
    for number, banner in enumerate(told):
        st.markdown(f"**{NAMES[banner.key]}.** {banner.sentence}")
        if banner.table is not None:
            table = on_demand("What this was worked out from", f"banner-{number}")
            if table is not None:
                with table:
                    frame = banner.table
                    named = frame.reset_index() if any(frame.index.names) else frame
                    show_table(named, alt=NAMES[banner.key])
