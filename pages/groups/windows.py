"""What other sensible windows of baseline and end would give."""

import pandas as pd
import streamlit as st

import session
from analysis.charts.windows import windows
from analysis.groups.comparison import Comparison
from analysis.groups.limits.specification import moved, specification
from analysis.outcomes import Outcomes
from pages.parts import show_picture

TITLE = "What would other windows give?"
NONE = "No choice of baseline and end gives a number here."
ALONE = "Only one choice of baseline and end gives a number here."
RULE = (
    "Each row measures the same difference with another baseline and another end. Choosing among "
    "them after seeing them is not a finding: the one shown was set before."
)


def fits(table: Outcomes, found: Comparison) -> bool:
    """Return whether there are groups to compare, and pain."""
    return bool(table.context) and found.people["group"].nunique() > 1


def show(table: Outcomes, found: Comparison) -> None:
    """Say whether the finding rests on its windows, and show one pair over all of them."""
    settings = (found.by, table.week, table.context, len(table.table), found.withheld)
    strip = session.kept("other windows", settings, lambda: _strip(table, found))
    if strip.empty:
        st.caption(NONE)
        return
    told = moved(strip)
    for sentence in told:
        st.write(sentence)
    if not told:
        st.caption(ALONE)
    show_picture(windows(_one_pair(strip)), "windows")
    st.caption(RULE)


def _one_pair(strip: pd.DataFrame) -> pd.DataFrame:
    """Let the visitor choose among several pairs."""
    names = list(dict.fromkeys(strip["pair"]))
    pair = names[0]
    if len(names) > 1:
        pair = st.selectbox("Groups", names, key="windows-pair", persist_state="session")
    return strip[strip["pair"] == pair]


def _strip(table: Outcomes, found: Comparison) -> pd.DataFrame:
    """Return the strip, bare where the comparison withholds its intervals."""
    strip = specification(session.days(), table, found.by)
    if not found.withheld:
        return strip
    bare = strip.assign(low=float("nan"), high=float("nan"))
    return bare.assign(finding=pd.Series(index=strip.index, dtype="str"))
