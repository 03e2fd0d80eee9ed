"""Time to pain free, and to the return to activity."""

import streamlit as st

import session
from analysis.charts.survival import survival as picture_of
from analysis.days.placing import WEEK_DAYS
from analysis.groups.comparison import Comparison
from analysis.groups.events.estimates import LOG_RANK
from analysis.groups.events.first_day import BACK, PAIN_FREE, PainFree
from analysis.groups.events.survival import Survival, time_to_pain_free, time_to_return
from analysis.groups.people import tally
from analysis.groups.withholding import as_allowed
from analysis.outcomes import Outcomes
from pages.parts import show_estimates, show_picture, show_table

TITLE = "Time to pain free and to return"
NOBODY = "Nobody can be followed to it here; the table says why."
USUAL = PainFree()


def fits(table: Outcomes, found: Comparison) -> bool:
    """Return whether somebody's days, or somebody's return, are known."""
    return bool(table.context) and (_has_diaries() or _has_returns(table))


def show(table: Outcomes, found: Comparison) -> None:
    """Show each event with its rule, its curves and its numbers."""
    settings = (found.by, table.week, table.context, len(table.table))
    if _has_diaries():
        st.markdown("**Until pain free**")
        rule = _rule()
        told = session.kept(
            "pain free",
            (*settings, rule),
            lambda: time_to_pain_free(session.days(), table, found.by, rule),
        )
        _show(told, found, PAIN_FREE, table.week)
    if _has_returns(table):
        st.markdown("**Until back in activity**")
        told = session.kept(
            "return", settings, lambda: time_to_return(session.days(), table, found.by)
        )
        _show(told, found, BACK, table.week)


def _has_diaries() -> bool:
    return not session.days().visits.all()


def _has_returns(table: Outcomes) -> bool:
    return bool((table.table["returned_to_activity"] == "yes").any())


def _rule() -> PainFree:
    """Let the visitor set when a person counts as pain free."""
    left, middle, right = st.columns(3)
    at_most = left.number_input(
        "Pain at most (VAS 0-100)",
        0,
        100,
        round(USUAL.at_most),
        key="pain-free-at-most",
        persist_state="session",
    )
    days = middle.number_input(
        "On logged days in a row", 1, 60, USUAL.days, key="pain-free-days", persist_state="session"
    )
    gap = right.number_input(
        "At most so many days apart",
        1,
        60,
        USUAL.longest_gap,
        key="pain-free-gap",
        persist_state="session",
    )
    return PainFree(float(at_most), int(days), int(gap))


def _show(told: Survival, found: Comparison, what: str, week: int) -> None:
    st.caption(told.rule)
    if told.curves.empty:
        st.caption(NOBODY)
    else:
        picture = picture_of(
            curves=told.curves,
            at_risk=told.at_risk,
            people=told.people,
            what=what,
            until=WEEK_DAYS * week,
            bands=not found.withheld,
        )
        show_picture(picture, f"time-{what}")
    if (told.people["left_out"] != "").any():
        show_table(tally(told.people), alt=f"people followed until {what}, by group")
    tests = {LOG_RANK} if found.withheld else set()
    shown = [one for one in told.estimates if one.method not in tests]
    show_estimates(as_allowed(shown, found.by, found.withheld))
    for note in told.notes:
        st.caption(note)
