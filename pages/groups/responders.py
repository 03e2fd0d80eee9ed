"""How many people's pain fell by so much: at a threshold of one's own, and at all of them."""

import pandas as pd
import streamlit as st

import session
from analysis.charts.responder_curve import responder_curve
from analysis.groups.comparison import Comparison
from analysis.groups.methods.further import Further, further
from analysis.groups.methods.responders import (
    ONE_OF_MANY,
    PERCENT,
    POINTS,
    USUAL,
    Threshold,
    response_curve,
)
from analysis.groups.methods.sections import Section, reached
from analysis.groups.people import used
from analysis.outcomes import Outcomes
from pages.parts import show_estimates, show_picture, show_table

TITLE = "How many people's pain fell by so much?"
UNITS = {POINTS: "points of 100", PERCENT: "% of the start"}
USUAL_IN = {at.unit: at.size for at in USUAL}
USUAL_WORDS, OWN_WORDS = "usual", "yours"


def fits(table: Outcomes, found: Comparison) -> bool:
    """Return whether anybody's change is known."""
    return not used(found.people).empty


def show(table: Outcomes, found: Comparison) -> None:
    """Show the shares at a threshold that can be set, and the curve over all thresholds."""
    at = _threshold()
    settings = (found.by, table.week, table.context, len(table.table), at)
    told = session.kept("responders", settings, lambda: _told(table, found, at))
    st.caption(ONE_OF_MANY)
    curves = _curves(found.people)
    show_picture(responder_curve(curves=curves, marked=_marked(at)), "responders")
    st.markdown(f"**{at.words}**")
    for section in told:
        if section.table is not None:
            people = section.table.rename_axis("people").reset_index()
            show_table(people, alt=f"{at.words}, people by group")
        show_estimates(section.estimates)
        if section.note != ONE_OF_MANY:
            st.caption(section.note)


def _threshold() -> Threshold:
    """Let the visitor set a threshold; the usual ones stay marked beside it."""
    left, right = st.columns(2)
    unit = right.radio(
        "Counted in",
        list(UNITS),
        format_func=lambda name: UNITS[name],
        horizontal=True,
        key="responder-unit",
        persist_state="session",
    )
    size = left.number_input(
        f"Pain fell by at least ({UNITS[unit]})",
        min_value=1,
        max_value=100,
        value=round(USUAL_IN[unit]),
        key=f"responder-size-{unit}",
        persist_state="session",
        help="Choose it before you look at the result.",
    )
    return Threshold(float(size), unit)


def _told(table: Outcomes, found: Comparison, at: Threshold) -> tuple[Section, ...]:
    """Return the shares at the threshold, each group by itself where nothing may be compared."""
    if not found.withheld:
        return (reached(found.people, at),)
    bare = further(table, found.by, Further(thresholds=(at,)), found=found)
    return tuple(section for section in bare if section.title == at.words)


def _curves(people: pd.DataFrame) -> pd.DataFrame:
    parts = [response_curve(people, unit).assign(unit=unit) for unit in UNITS]
    return pd.concat(parts, ignore_index=True)


def _marked(own: Threshold) -> pd.DataFrame:
    rules = {(at.unit, at.size): USUAL_WORDS for at in USUAL}
    rules.setdefault((own.unit, own.size), OWN_WORDS)
    rows = [(unit, size, what) for (unit, size), what in rules.items()]
    return pd.DataFrame(rows, columns=["unit", "threshold", "what"])
