"""What people are like: from those of the open log, where it can say, or typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import session
from analysis.groups.crossing.crossed import named
from analysis.groups.limits.design import group_columns, made_from_result
from analysis.outcomes import Options
from analysis.planning.own_people import EVERYONE, OwnPeople
from analysis.planning.taken_away import TYPED
from analysis.wording import say

OWN = "the open log"
T = TypeVar("T")


@dataclass(frozen=True)
class Likeness(Generic[T]):
    """What people are taken to be like, and where that comes from."""

    like: T
    own: OwnPeople[T] | None
    told_by: str


def choose_source(
    label: str, what: str, typed: Callable[[], T], learn: Callable[[], OwnPeople[T]]
) -> Likeness[T]:
    """Let the visitor take it from the open log, where it can say, or type it.

    ``what`` says what is typed; ``learn`` asks the log, and raises ``ValueError`` where it
    cannot say.
    """
    if session.current() is None:
        st.caption(f"No log is open: type here. {what}")
        return Likeness(typed(), None, TYPED)
    source = st.segmented_control(
        label,
        [OWN, TYPED],
        default=OWN,
        required=True,
        key="plan_source",
        persist_state="session",
    )
    if source == TYPED:
        st.caption(what)
        return Likeness(typed(), None, TYPED)
    try:
        own = learn()
    except ValueError as error:
        st.caption(f"The log cannot say. {error} {what}")
        return Likeness(typed(), None, TYPED)
    with st.container(border=True):
        for estimate in own.estimates:
            st.caption(f"**{estimate.name}**: {say(estimate, 2 if not estimate.unit else 0)}")
    return Likeness(own.like, own, own.source)


def ask_groups(place: DeltaGenerator) -> str:
    """Ask within which groups of the open log."""
    groups = [c for c in group_columns(session.outcomes_at(Options())) if not made_from_result(c)]
    return place.selectbox(
        "Within groups by",
        [*groups, EVERYONE],
        format_func=lambda name: "everyone is one group" if name == EVERYONE else named(name),
        key="plan_by",
    )


def ask_end(place: DeltaGenerator) -> Options:
    """Ask at which week of the open log, and of which pain."""
    week = place.number_input(
        "End at week", 1, 104, 12, key="plan_week", bind="query-params", persist_state="session"
    )
    return Options(week=int(week), context=_context(list(session.days().pain)))


def _context(contexts: list[str]) -> str | None:
    if len(contexts) < 2:
        return None
    usual = contexts.index("morning") if "morning" in contexts else 0
    return st.selectbox("Pain", contexts, index=usual, key="plan_context", bind="query-params")
