"""Simulated studies of pain, each put through the comparison of the Cohorts page."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.ancova import ANCOVA
from analysis.groups.comparison import compare
from analysis.groups.crossing.cell_model import CELL_ANCOVA
from analysis.groups.crossing.crossed import Factors
from analysis.groups.crossing.factorial import factorial
from analysis.groups.levels import by_t, degrees_of_freedom, standard_error
from analysis.groups.withholding import BETWEEN
from analysis.outcomes import Outcomes
from analysis.planning.pain import PainPlan
from analysis.planning.plan import INTERACTION
from analysis.planning.simulated import ARM, PAIR, WEEK, World


@dataclass(frozen=True)
class PainWorld(World[PainPlan]):
    """What a simulated study of pain takes for true beside the plan; every figure is a guess.

    Attributes
    ----------
    start, fall : float
        Mean VAS 0-100 at the start, and how far it falls in everyone.
    bounded : bool
        Whether pain is cut at 0 and 100, as a slider does.
    sorer_leave : bool
        Whether those with more pain at the end are the ones who are lost, else chance.
    between_tendons : float
        Correlation of a person's two tendons, where both are followed.
    """

    start: float = 65.0
    fall: float = 30.0
    bounded: bool = True
    sorer_leave: bool = False
    between_tendons: float = 0.5

    def sees(self, plan: PainPlan, people: int, rng: np.random.Generator) -> bool:
        """Return whether a study goes as planned in :func:`analysis.groups.comparison.compare`.

        For the interaction of a 2×2 in :func:`analysis.groups.crossing.factorial.factorial`:
        whether the interval leaves 0 out, or with a margin lies within it.
        """
        return _sees(plan, trial(plan, people, rng, self))


def trial(plan: PainPlan, people: int, rng: np.random.Generator, world: PainWorld) -> Outcomes:
    """Return one simulated study as outcomes: one row a tendon, groups in the column ``arm``.

    In a 2×2 the other factor, ``surface``, makes no difference of its own; for the
    interaction the planned difference of differences is given to one of the four cells.
    """
    cell = np.repeat(np.arange(plan.cells.cells), people)
    start, end = _drawn(plan, len(cell), rng, world)
    differs = cell == 3 if plan.layout == INTERACTION else cell % 2 == 1
    end = end + plan.difference * differs[:, None]
    if world.bounded:
        start, end = np.clip(start, 0, 100), np.clip(end, 0, 100)
    lost = np.repeat(_lost(plan, end.mean(axis=1), rng, world), plan.tendons)
    whose = np.repeat(np.arange(len(cell)), plan.tendons)
    end = np.where(lost, np.nan, end.ravel())
    rows = {
        "person": np.array([f"p{i}" for i in range(len(cell))])[whose],
        "side": np.tile(["left", "right"][: plan.tendons], len(cell)),
        ARM: np.array(PAIR)[cell[whose] % 2],
        "surface": np.array(["flat", "step"])[cell[whose] // 2],
        "baseline": start.ravel(),
        "end": end,
        "change": end - start.ravel(),
        "left_out": np.where(lost, f"stopped logging before week {WEEK}", ""),
    }
    return Outcomes(pd.DataFrame(rows), "morning", "first week", WEEK, ())


def _drawn(
    plan: PainPlan, people: int, rng: np.random.Generator, world: PainWorld
) -> tuple[np.ndarray, np.ndarray]:
    """Return baseline and end by person and tendon; tendons share part of what is a person's."""
    shape = (people, plan.tendons, 2)
    shared = world.between_tendons if plan.tendons > 1 else 0.0
    own = rng.normal(size=shape) * np.sqrt(1 - shared)
    both = own + rng.normal(size=(people, 1, 2)) * np.sqrt(shared)
    told = plan.scatter
    start = both[..., 0]
    end = told.r * start + np.sqrt(1 - told.r**2) * both[..., 1]
    return world.start + told.baseline_sd * start, world.start - world.fall + told.end_sd * end


def _lost(
    plan: PainPlan, end: np.ndarray, rng: np.random.Generator, world: PainWorld
) -> np.ndarray:
    chance = np.full(len(end), plan.lost)
    if world.sorer_leave:
        weight = np.exp((end - end.mean()) / plan.scatter.end_sd)
        chance = chance * weight / weight.mean()
    return rng.random(len(end)) < chance


def _sees(plan: PainPlan, study: Outcomes) -> bool:
    """Return whether the analysis of a study says what the plan looks for."""
    level = 1 - plan.level * (1 if plan.margin is None else 2)
    told = (_interaction if plan.layout == INTERACTION else _difference)(plan, study, level)
    if told is None or told.low is None or told.high is None:
        return False
    if plan.margin is None:
        return told.low > 0 or told.high < 0
    return -plan.margin < told.low and told.high < plan.margin


def _interaction(plan: PainPlan, study: Outcomes, level: float) -> Estimate | None:
    """Return the difference of differences of the four cells."""
    found = factorial(study, Factors(ARM, "surface", level))
    mine = [one for one in found.estimates if plan.adjusted or one.method != CELL_ANCOVA]
    return mine[2] if found.filled and len(mine) > 2 else None


def _difference(plan: PainPlan, study: Outcomes, level: float) -> Estimate | None:
    """Return the headline of the two groups."""
    found = compare(study, ARM)
    both = [one for one in found.estimates if one.name == BETWEEN.join(PAIR)]
    mine = [one for one in both if plan.adjusted or one.method != ANCOVA]
    if not mine or mine[0].low is None or mine[0].estimate is None:
        return None
    df = degrees_of_freedom(mine[0], found.people, PAIR)
    return by_t(mine[0], mine[0].estimate, standard_error(mine[0], df), df, level)
