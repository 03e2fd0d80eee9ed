"""A plan for a share of people: what to find, the share expected, and what simulation takes."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import session
from analysis.groups.methods.proportions import RETURNED
from analysis.groups.methods.responders import USUAL, Threshold
from analysis.outcomes import Options
from analysis.planning.own_people import EVERYONE, OwnPeople, people_there_are
from analysis.planning.own_share import answers_by_group, own_share
from analysis.planning.plan import ONE_FACTOR, TWO_GROUPS
from analysis.planning.share import SharePlan
from analysis.planning.share_trials import ShareWorld
from pages.planning.asking import ask_choice, ask_number
from pages.planning.design import SHORT, Asked, ask_people, choose_certainty
from pages.planning.likeness import ask_end, ask_groups, choose_source

COUNTS: dict[str, Threshold | None] = {RETURNED: None, **{at.words: at for at in USUAL}}
SHARE_OF = "A share: people back in activity, or whose pain fell by so much, of all in a group."
ONLY = (
    "For shares, one difference is planned for. Cohorts holds no margin against them and does "
    "not test whether one factor's difference depends on the other."
)
WHY = (
    "The formula leans on a normal curve, which is rough where few say yes or few say no, and "
    "takes people to be lost by chance. Simulated studies need neither, and each goes through the "
    "very test of the Cohorts page: Boschloo's exact one up to 200 people, above that chi-square."
)


def choose(first: DeltaGenerator) -> Asked:
    """Let the visitor plan for a share: what to find in ``first``, the rest below.

    Raises
    ------
    ValueError
        Where the numbers do not go together; the message says which.
    """
    st.subheader("The share expected in one group", anchor=False)
    likeness = choose_source("Share from", SHARE_OF, _typed, _learn)
    with first:
        aim, people = _choose_aim(people_there_are(likeness.own))
    plan = SharePlan(share=likeness.like, **aim, **choose_certainty())
    return Asked(plan, people, likeness, WHY, _choose_world)


def _choose_aim(there_are: int) -> tuple[dict[str, Any], int]:
    here = st.container()
    layout = ask_choice(here, "Design", "plan_share_design", [TWO_GROUPS, ONE_FACTOR], SHORT)
    left, right = st.columns(2, vertical_alignment="bottom")
    label, limits = "Difference (percentage points)", (-99.0, 99.0)
    difference = ask_number(left, label, "plan_share_difference", limits, 20.0, 5.0)
    people = ask_people(right, layout, there_are)
    st.caption(ONLY)
    return {"layout": layout, "difference": difference}, people


def _learn() -> OwnPeople[float]:
    counts = COUNTS[ask_choice(st.container(), "Who counts", "plan_counts", list(COUNTS))]
    left, right = st.columns(2)
    by = ask_groups(left)
    options = ask_end(st.container()) if counts else Options()  # a return has no week of its own
    base = session.outcomes_at(options)
    told = session.kept(
        "own answers", (by, options, counts), lambda: answers_by_group(base, by, counts)
    )
    group = (
        EVERYONE if by == EVERYONE else right.selectbox("Share of", list(told), key="plan_group")
    )
    return session.kept(
        "own share", (by, options, group, counts), lambda: own_share(base, by, group, counts)
    )


def _typed() -> float:
    return ask_number(st.container(), "Share (%)", "plan_share", (1.0, 99.0), 60.0, 5.0) / 100


def _choose_world() -> ShareWorld:
    label = "Those who would say no are lost twice as often as others"
    return ShareWorld(st.checkbox(label, ShareWorld.noes_leave, key="plan_noes"))
