"""What every plan asks, whatever is looked at in people: how many there are, how sure to be."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.planning.plan import INTERACTION, LAYOUTS, ONE_FACTOR, Plan
from analysis.planning.simulated import World
from pages.planning.asking import ask_choice, ask_number
from pages.planning.likeness import Likeness

SHORT = {ONE_FACTOR: "2×2, one factor", INTERACTION: "2×2, the interaction"}
USUAL_LOST = 20


@dataclass(frozen=True)
class Asked:
    """A plan as it was asked for.

    Attributes
    ----------
    people : int
        There are in each group or cell.
    why : str
        What simulated studies add to the formula.
    choose_world : function
        Lets the visitor say what simulated studies take for true.
    """

    plan: Plan
    people: int
    likeness: Likeness
    why: str
    choose_world: Callable[[], World]


def ask_people(place: DeltaGenerator, layout: str, there_are: int) -> int:
    """Ask for the people in each group or cell; left empty, those there are.

    Empty and not filled in, the number follows the log and its groups.
    """
    people = place.number_input(
        f"People in each {LAYOUTS[layout].cell}",
        2,
        10_000,
        None,
        1,
        key="plan_people",
        placeholder=f"{there_are:,}",
        bind="query-params",
        persist_state="session",
    )
    return people or there_are


def choose_certainty() -> dict[str, Any]:
    """Let the visitor choose what is usually left as it is: who is lost, and how sure to be."""
    left, right = st.columns(2)
    lost = ask_number(left, "Lost (%)", "plan_lost", (0, 90), USUAL_LOST, 5)
    tendons = ask_choice(right, "Tendons a person", "plan_tendons", [1, 2])
    left, right = st.columns(2)
    power = ask_number(left, "Power (%)", "plan_power", (50, 99), 80, 5)
    level = ask_number(right, "False alarms (%)", "plan_level", (0.1, 20.0), 5.0, 1.0)
    return {"power": power / 100, "level": level / 100, "lost": lost / 100, "tendons": tendons}
