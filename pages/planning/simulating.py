"""Simulated studies: each goes through the analysis of the Cohorts page, and can be stopped."""

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

import session
from analysis.planning.plan import Plan
from analysis.planning.simulated import Progress, World, simulate_power
from analysis.wording import number, plural
from pages.parts import show_estimates
from pages.planning.asking import ask_number
from pages.planning.design import Asked


@dataclass
class Simulation:
    """Studies being simulated: kept between visits of the page, so that one can stop and go on."""

    plan: Plan
    people: int
    world: World
    runs: int
    seed: int
    steps: Iterator[Progress]
    last: Progress | None = None

    @property
    def is_done(self) -> bool:
        """Whether all studies were simulated."""
        return self.last is not None and self.last.done == self.runs


def choose_simulation(asked: Asked, usual: int) -> Simulation:
    """Let the visitor say what is taken for true; return the studies as far as they are."""
    st.write(asked.why)
    left, middle, right = st.columns(3)
    label, most = f"People simulated in each {asked.plan.cells.cell}", 1000
    people = ask_number(left, label, "plan_simulated", (2, most), min(usual, most), 1)
    runs = ask_number(middle, "Studies", "plan_studies", (20, 5000), 300, 100)
    seed = ask_number(right, "Seed", "plan_seed", (1, 1_000_000), 1, 1)
    chosen = (asked.plan, int(people), asked.choose_world(), int(runs), int(seed))
    return session.kept(
        "simulated studies", chosen, lambda: Simulation(*chosen, steps=simulate_power(*chosen))
    )


def run_where_asked(simulation: Simulation) -> None:
    """Simulate on where the button is pressed, one study after the other, until stopped.

    Pressing Stop, or changing anything on the page, ends this run of the page at the
    next study; what was simulated until then is kept.
    """
    if simulation.last is not None:
        show_estimates([simulation.last.power])
    place = st.empty()
    left = simulation.runs - (simulation.last.done if simulation.last else 0)
    label = f"Simulate {plural(left, 'study', 'studies')}{' more' if simulation.last else ''}"
    if simulation.is_done or not place.button(label, key="simulate", type="primary"):
        return
    place.button("Stop", key="stop")
    bar = st.progress(0.0, text="Simulating")
    for step in simulation.steps:
        simulation.last = step
        bar.progress(step.done / step.of, text=_so_far(step))
    st.rerun()


def _so_far(step: Progress) -> str:
    return f"{step.done:,} of {step.of:,} studies: {number(step.power.estimate, 0)} % found it"
