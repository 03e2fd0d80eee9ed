"""How much people differ: from those of the open log, or typed."""

from dataclasses import dataclass

import streamlit as st

import session
from analysis.groups.crossing.crossed import named
from analysis.groups.limits.design import group_columns, made_from_result
from analysis.outcomes import Options
from analysis.planning.own_people import EVERYONE, OwnPeople, own_people
from analysis.planning.plan import Scatter
from analysis.planning.taken_away import TYPED
from analysis.wording import say
from pages.planning.asking import ask_number

OWN = "the open log"
SD = "SD: standard deviation of pain (VAS 0-100) within a group."


@dataclass(frozen=True)
class Likeness:
    """How much people are taken to differ, and where that comes from."""

    scatter: Scatter
    own: OwnPeople | None
    told_by: str


def choose_likeness() -> Likeness:
    """Let the visitor take the scatter from the open log, where it can say, or type it."""
    st.subheader("How much people differ", anchor=False)
    if session.current() is None:
        return _typed(f"No log is open: these are typed. {SD}")
    source = st.segmented_control(
        "Standard deviation and correlation from",
        [OWN, TYPED],
        default=OWN,
        required=True,
        key="plan_source",
        persist_state="session",
    )
    return _typed(SD) if source == TYPED else _from_log()


def _from_log() -> Likeness:
    base = session.outcomes_at(Options())
    groups = [c for c in group_columns(base) if not made_from_result(c)]
    left, right = st.columns(2)
    by = left.selectbox(
        "Within groups by",
        [*groups, EVERYONE],
        format_func=lambda name: "everyone is one group" if name == EVERYONE else named(name),
        key="plan_by",
    )
    week = right.number_input(
        "End at week", 1, 104, 12, key="plan_week", bind="query-params", persist_state="session"
    )
    options = Options(week=int(week), context=_context(list(session.days().pain)))
    try:
        own = session.kept(
            "own people", (by, options), lambda: own_people(session.outcomes_at(options), by)
        )
    except ValueError as error:
        return _typed(f"The log cannot say. {error} {SD}")
    with st.container(border=True):
        for estimate in own.estimates:
            st.caption(f"**{estimate.name}**: {say(estimate, 2 if not estimate.unit else 0)}")
    return Likeness(own.learnt.scatter, own, own.source)


def _context(contexts: list[str]) -> str | None:
    if len(contexts) < 2:
        return None
    usual = contexts.index("morning") if "morning" in contexts else 0
    return st.selectbox("Pain", contexts, index=usual, key="plan_context", bind="query-params")


def _typed(why: str) -> Likeness:
    st.caption(why)
    left, middle, right = st.columns(3)
    sd = (1.0, 50.0)
    end = ask_number(left, "SD, end", "plan_sd", sd, 20.0, 1.0)
    start = ask_number(middle, "SD, start", "plan_sd_start", sd, 20.0, 1.0)
    r = ask_number(right, "Correlation", "plan_r", (-0.95, 0.99), 0.5, 0.05)
    return Likeness(Scatter(end, start, r), None, TYPED)
