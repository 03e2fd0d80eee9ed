"""Power where no formula serves: simulated studies, each put through the analysis itself."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from analysis.estimate import Estimate
from analysis.planning.plan import Plan

WEEK = 12
ARM = "arm"
PAIR = ("a", "b")
INVENTED = "Simulated: what is taken for true beside the plan is a guess."
P = TypeVar("P", bound=Plan)


@dataclass(frozen=True)
class World(ABC, Generic[P]):
    """What simulated studies take for true beside the plan; every figure is a guess."""

    @abstractmethod
    def sees(self, plan: P, people: int, rng: np.random.Generator) -> bool:
        """Return whether one study with so many people in each cell finds what is planned."""


@dataclass(frozen=True)
class Progress:
    """How far the simulation is, and what it says so far.

    Attributes
    ----------
    done, of : int
        Studies simulated, and asked for.
    power : Estimate
        Share of studies that saw it, %, with Wilson's interval for the luck of the draw.
    """

    done: int
    of: int
    power: Estimate


def simulate_power(
    plan: P, people: int, world: World[P], runs: int = 500, seed: int = 1
) -> Iterator[Progress]:
    """Return a generator that simulates one study at a time and says how far it is.

    Each study has ``people`` in each group or cell, drawn as the plan and the world say,
    some lost; it goes through the analysis of the Cohorts page and counts where that
    finds it. Who asks can stop after any step; the same seed gives the same studies.

    Examples
    --------
    >>> from analysis.planning.pain import PainPlan, Scatter
    >>> from analysis.planning.pain_trials import PainWorld
    >>> plan = PainPlan(Scatter(20, 20, 0.5), difference=40)
    >>> [step.done for step in simulate_power(plan, people=12, world=PainWorld(), runs=2)]
    [1, 2]
    """
    return _steps(plan, people, world, runs, np.random.default_rng(seed))


def _steps(
    plan: P, people: int, world: World[P], runs: int, rng: np.random.Generator
) -> Iterator[Progress]:
    seen = 0
    for done in range(1, runs + 1):
        seen += world.sees(plan, people, rng)
        yield Progress(done, runs, _share(plan, seen, done, people))


def _share(plan: Plan, seen: int, done: int, people: int) -> Estimate:
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(seen, done, method="wilson")
    return Estimate(
        name="Power",
        method=f"{seen:,} of {done:,} simulated studies, Wilson",
        estimate=100 * seen / done,
        low=100 * float(low),
        high=100 * float(high),
        unit="%",
        n={plan.cells.cell: people},
        unit_of_n="people in each",
        warnings=(INVENTED,),
    )
