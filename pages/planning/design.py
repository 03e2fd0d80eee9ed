"""What a study is to find, in how many people, and how sure it is to be."""

from dataclasses import dataclass

import streamlit as st

from analysis.planning.plan import INTERACTION, LAYOUTS, ONE_FACTOR, Plan
from pages.planning.asking import ask_choice, ask_number
from pages.planning.likeness import Likeness

DIFFERENCE, EQUIVALENCE = "a difference", "less than a margin"
ENDS, CHANGES = "end, given the baseline", "change"
SHORT = {ONE_FACTOR: "2×2, one factor", INTERACTION: "2×2, the interaction"}
USUAL_LOST = 20


@dataclass(frozen=True)
class Aim:
    """What is looked for, and in how many people."""

    layout: str
    difference: float
    margin: float | None
    people: int


def choose_aim(there_are: int) -> Aim:
    """Let the visitor choose groups, what to look for, and the people; left empty, those there are.

    Empty and not filled in, the number follows the log and its groups.
    """
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
    label = f"People in each {LAYOUTS[layout].cell}"
    people = right.number_input(
        label,
        2,
        10_000,
        None,
        1,
        key="plan_people",
        placeholder=f"{there_are:,}",
        bind="query-params",
        persist_state="session",
    )
    return Aim(layout, difference, margin, people or there_are)


def choose_rest(aim: Aim, likeness: Likeness) -> Plan:
    """Let the visitor choose what is usually left as it is; return the whole plan.

    Raises
    ------
    ValueError
        Where the numbers do not go together; the message says which.
    """
    left, right = st.columns(2)
    lost = ask_number(left, "Lost (%)", "plan_lost", (0, 90), USUAL_LOST, 5)
    tendons = ask_choice(right, "Tendons a person", "plan_tendons", [1, 2])
    compared = ask_choice(st.container(), "Compare", "plan_compare", [ENDS, CHANGES])
    left, right = st.columns(2)
    power = ask_number(left, "Power (%)", "plan_power", (50, 99), 80, 5)
    level = ask_number(right, "False alarms (%)", "plan_level", (0.1, 20.0), 5.0, 1.0)
    return Plan(
        scatter=likeness.scatter,
        difference=aim.difference,
        margin=aim.margin,
        layout=aim.layout,
        adjusted=compared == ENDS,
        power=power / 100,
        level=level / 100,
        lost=lost / 100,
        tendons=tendons,
    )
