"""A plan for pain: what to find, how much people differ, and what simulated studies take."""

from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import session
from analysis.planning.own_people import OwnPeople, people_there_are
from analysis.planning.own_scatter import own_scatter
from analysis.planning.pain import PainPlan
from analysis.planning.pain_trials import PainWorld
from analysis.planning.plan import LAYOUTS
from analysis.planning.scatter import Scatter
from pages.planning.asking import ask_choice, ask_number
from pages.planning.design import SHORT, Asked, ask_people, choose_certainty
from pages.planning.likeness import ask_end, ask_groups, choose_source

DIFFERENCE, EQUIVALENCE = "a difference", "less than a margin"
ENDS, CHANGES = "end, given the baseline", "change"
SD = "SD: standard deviation of pain (VAS 0-100) within a group."
WHY = (
    "The formula takes pain to be normal, never at an end of its scale, and people to be lost by "
    "chance. Simulated studies need none of that, and each goes through the very comparison of "
    "the Cohorts page."
)


def choose(first: DeltaGenerator) -> Asked:
    """Let the visitor plan for pain: what to find in ``first``, the rest below.

    Raises
    ------
    ValueError
        Where the numbers do not go together; the message says which.
    """
    st.subheader("How much people differ", anchor=False)
    likeness = choose_source("Standard deviation and correlation from", SD, _typed, _learn)
    with first:
        aim, people = _choose_aim(people_there_are(likeness.own))
    compared = ask_choice(st.container(), "Compare", "plan_compare", [ENDS, CHANGES])
    adjusted = compared == ENDS
    plan = PainPlan(scatter=likeness.like, adjusted=adjusted, **aim, **choose_certainty())
    return Asked(plan, people, likeness, WHY, partial(_choose_world, plan))


def _choose_aim(there_are: int) -> tuple[dict[str, Any], int]:
    here = st.container()
    layout = ask_choice(here, "Design", "plan_design", list(LAYOUTS), SHORT)
    look_for = ask_choice(here, "Look for", "plan_look", [DIFFERENCE, EQUIVALENCE])
    left, right = st.columns(2)
    points = (1.0, 100.0)
    if look_for == DIFFERENCE:
        difference = ask_number(left, "Difference (points)", "plan_difference", points, 15.0, 1.0)
        margin = None
    else:
        margin = ask_number(left, "Margin (points)", "plan_margin", points, 15.0, 1.0)
        difference = 0.0
    people = ask_people(right, layout, there_are)
    aim = {"layout": layout, "difference": difference, "margin": margin}
    return aim, people


def _learn() -> OwnPeople[Scatter]:
    left, right = st.columns(2)
    by, options = ask_groups(left), ask_end(right)
    return session.kept(
        "own scatter", (by, options), lambda: own_scatter(session.outcomes_at(options), by)
    )


def _typed() -> Scatter:
    left, middle, right = st.columns(3)
    sd = (1.0, 50.0)
    end = ask_number(left, "SD, end", "plan_sd", sd, 20.0, 1.0)
    start = ask_number(middle, "SD, start", "plan_sd_start", sd, 20.0, 1.0)
    r = ask_number(right, "Correlation", "plan_r", (-0.95, 0.99), 0.5, 0.05)
    return Scatter(end, start, r)


def _choose_world(plan: PainPlan) -> PainWorld:
    left, middle, right = st.columns(3)
    start = ask_number(
        left, "Mean pain at the start", "plan_start", (0.0, 100.0), PainWorld.start, 5.0
    )
    fall = ask_number(middle, "Fall in everyone", "plan_fall", (-50.0, 100.0), PainWorld.fall, 5.0)
    leaning = PainWorld.between_tendons
    if plan.tendons > 1:
        label = "Correlation of the two tendons"
        leaning = ask_number(right, label, "plan_tendons_r", (0.0, 0.99), leaning, 0.05)
    bounded = st.checkbox("Pain ends at 0 and 100", PainWorld.bounded, key="plan_bounded")
    sorer = st.checkbox(
        "Those with more pain at the end are lost rather than others",
        PainWorld.sorer_leave,
        key="plan_sorer",
    )
    return PainWorld(start, fall, bounded, sorer, leaning)
