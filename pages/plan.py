"""Plan: how many people a study needs, and what those there are could show."""

from dataclasses import replace

import pandas as pd
import streamlit as st

import session
from analysis.charts.power import power
from analysis.estimate import Estimate
from analysis.planning.plan import PAIN, SHARE
from analysis.planning.study import Study, study
from analysis.planning.taken_away import choices, simulation_choices, taken_away
from analysis.reading import Answers
from analysis.settings import settings
from pages.parts import (
    download,
    on_demand,
    show_estimates,
    show_numbers,
    show_picture,
    show_sentence,
)
from pages.planning import pain, share
from pages.planning.asking import ask_choice
from pages.planning.design import Asked
from pages.planning.likeness import Likeness
from pages.planning.simulating import Simulation, choose_simulation, run_where_asked

SIMULATING = "Simulate such studies"
OUTCOMES = {PAIN: pain.choose, SHARE: share.choose}
OUTCOME_WORDS = {PAIN: "pain", SHARE: "share of people"}


def choose() -> Asked:
    """Let the visitor say what is planned, or say what does not go together and end here."""
    first = st.container()
    outcome = ask_choice(first, "Outcome", "plan_outcome", [PAIN, SHARE], OUTCOME_WORDS)
    try:
        return OUTCOMES[outcome](first)
    except ValueError as error:
        st.error(str(error))
        st.stop()


def marked(found: Study, simulation: Simulation | None) -> pd.DataFrame:
    """Return the numbers of people that the curve names."""
    curve = found.curve.set_index("people")["power"]
    needed = found.estimates[0].estimate
    rows = [] if needed is None else [("needed", int(needed), curve[int(needed)], None, None)]
    rows.append(("there are", found.people, curve[found.people], None, None))
    if simulation is not None and simulation.last is not None:
        told = simulation.last.power
        rows.append(("simulated", simulation.people, told.estimate, told.low, told.high))
    frame = pd.DataFrame(rows, columns=["what", "people", "power", "low", "high"])
    return frame.astype({"low": "float64", "high": "float64"})


def shown(found: Study) -> list[Estimate]:
    """Return the few numbers without their methods, which stand below."""
    cells = found.plan.cells
    needed, *others = found.estimates
    in_all = f"{cells.cells * needed.estimate:,.0f} in all" if needed.estimate else ""
    each = f"people in each {cells.cell}"
    return [
        replace(needed, method=in_all or why_none(needed), n={}, unit_of_n=""),
        *(
            replace(one, method=why_none(one), n={"": found.people}, unit_of_n=each)
            for one in others
        ),
    ]


def why_none(one: Estimate) -> str:
    """Return why an estimate has no number; nothing where it has one."""
    return "" if one.estimate is not None else one.warnings[0].rstrip(".")


def show_first(found: Study, simulation: Simulation | None) -> None:
    """Show the one sentence, the one picture and the few numbers."""
    show_sentence(found.sentence)
    plan = found.plan
    picture = power(
        found.curve,
        marked(found, simulation),
        asked=100 * plan.power,
        cell=plan.cells.cell,
        what=plan.aim,
        rests_on=plan.rests_on,
    )
    show_picture(picture, "power")
    show_numbers(shown(found), digits=None)
    for warning in found.warnings:
        st.info(warning)


def offer(found: Study, likeness: Likeness, simulation: Simulation | None) -> None:
    """Offer results, curve and settings as one table to take away."""
    opened = session.current() if likeness.own else None
    chosen = choices(found, likeness.told_by)
    simulated = ()
    if simulation is not None and simulation.last is not None:
        simulated = (simulation.last.power,)
        told = simulation.world, simulation.people, simulation.runs, simulation.seed
        chosen |= simulation_choices(*told)
    receipts = opened.reading.receipts if opened else ()
    answers, start = (opened.answers, opened.start) if opened else (Answers(), {})
    table = taken_away(found, simulated, settings(receipts, answers, start, chosen))
    download(table, "plan.csv", "plan")


st.title("Plan", anchor=False)
result, side = st.columns([5, 3], gap="large")
with side:
    asked = choose()
plan, people, likeness = asked.plan, asked.people, asked.likeness
key = (plan, people, likeness.told_by)
found = session.kept("planned study", key, lambda: study(plan, people, likeness.own))
section = on_demand(SIMULATING, "simulate")
simulation = None
if section is not None:
    with section:
        simulation = choose_simulation(asked, int(found.estimates[0].estimate or people))
with result:
    show_first(found, simulation)
details = on_demand("How it was worked out", "worked-out")
if details is not None:
    with details:
        show_estimates(found.estimates)
offer(found, likeness, simulation)
if section is not None and simulation is not None:
    with section:
        run_where_asked(simulation)
