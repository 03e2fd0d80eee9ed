"""Simulated trials in which nothing is true, each taken from its log to its p values."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.days import reduce_log
from analysis.estimate import Estimate
from analysis.groups.ancova import ANCOVA
from analysis.groups.asked import Asked
from analysis.groups.cohort import Cohort, cohort
from analysis.groups.comparison import compare
from analysis.groups.crossing.factorial import factorial
from analysis.groups.dose.done_drops import dose
from analysis.groups.events.estimates import LOG_RANK
from analysis.groups.events.first_day import PainFree
from analysis.groups.events.survival import time_to_pain_free
from analysis.groups.holm import holm
from analysis.groups.methods.further import by_share
from analysis.groups.methods.responders import Threshold
from analysis.groups.methods.sections import ranks
from analysis.groups.people import in_order
from analysis.groups.weeks.slopes import own_slopes
from analysis.model import Log
from tests.groups.crossings import FOUR, PACKAGES
from tests.groups.gaussian import kept, pain_of

AT_ONCE = 25
"""Studies that are reduced together, for speed."""
RULE = PainFree(at_most=20, days=3)
ASKED = Asked("surface", pain_free=RULE)
CROSSED = ("surface", "volume", "interaction")
DOSE = ("after", "week", "correlation", "reverse")


@dataclass(frozen=True)
class Scenario:
    """How people log and leave; each pair is flat and step. Nothing in it differs in pain.

    Attributes
    ----------
    rho, slope : float
        Of one day's deviation with the next, and points VAS a week of everyone.
    floor : bool
        Whether pain stops at 0.
    leave, missed : tuple of float
        Chance a day to stop at pain 50, and share of days that are not logged.
    cells : tuple
        Combinations of surface and volume that have people.
    """

    rho: float = 0.5
    slope: float = -2.0
    floor: bool = False
    leave: tuple[float, float] = (0.0, 0.0)
    missed: tuple[float, float] = (0.12, 0.12)
    cells: tuple[tuple[str, int], ...] = FOUR


SCENARIOS = {
    "plain": Scenario(rho=0.0),
    "days that lean on each other": Scenario(),
    "aliased": Scenario(cells=PACKAGES),
    "the sorer leave": Scenario(leave=(0.004, 0.004)),
    "unequal logging": Scenario(missed=(0.6, 0.05)),
    "floor": Scenario(floor=True, slope=-4.0),
}
UNEQUAL_LEAVING = Scenario(leave=(0.008, 0.0))
WITH_PAIN = 0.6
"""Twice the chance to stop for every 11.5 points more pain."""


def studies(scenario: Scenario, each: int, runs: int, seed: int) -> Iterator[Cohort]:
    """Yield trials of so many people a surface, from the log on, compared by surface."""
    rng = np.random.default_rng(seed)
    for begun in range(0, runs, AT_ONCE):
        many = min(AT_ONCE, runs - begun)
        days = reduce_log(_log(scenario, 2 * each, many, rng))
        study = days.tendons["person"].str.slice(1, 4).astype("int64").to_numpy()
        yield from (cohort(days.some(study == number), ASKED) for number in range(many))


def _log(scenario: Scenario, size: int, many: int, rng: np.random.Generator) -> Log:
    cell = np.tile(np.resize(np.arange(len(scenario.cells)), size), many)
    surface, volume = (np.array(told)[cell] for told in zip(*scenario.cells, strict=True))
    arm = (surface == "step").astype(int)
    pain = pain_of(rng, arm, (scenario.slope,) * 2, rho=scenario.rho)
    pain = np.maximum(pain, 0.0) if scenario.floor else pain
    missed, leave = (np.array(told)[arm][:, None] for told in (scenario.missed, scenario.leave))
    logged = kept(rng, pain, missed, leave, WITH_PAIN)
    within = np.tile(np.arange(size), many)
    names = np.array([f"s{s:03d}p{i:03d}" for s, i in zip(
        np.repeat(np.arange(many), size), within, strict=True
    )])  # fmt: skip
    who, day = np.nonzero(logged)
    rows = pd.DataFrame({"person": names[who], "side": "left", "day": day.astype(float)})
    done = rng.choice([45.0, 90.0, 135.0], len(rows))
    people = pd.DataFrame({"person": names, "side": "left"})
    return Log().with_tables(
        pain=rows.assign(context="morning", vas=pain[logged]),
        sessions=rows.assign(exercise="heel drop", reps=done),
        tendons=people.assign(centre=np.array(["x", "y", "z"])[within * 7 % 11 % 3]),
        prescriptions=people.assign(day=0.0, surface=surface, drops_per_day=volume.astype(float)),
    )


def p_values(told: Cohort) -> dict[str, float | None]:
    """Return the p of every default analysis by name; None where it gives none."""
    days, table, people = told.days, told.outcomes, told.found.people
    two = ranks(people, in_order(people["group"])).estimates
    events = time_to_pain_free(days, table, told.asked.by, RULE).estimates
    return {
        "headline": told.found.estimates[0].p,
        "three groups": _smallest(compare(table, "centre").estimates),
        "own slopes": own_slopes(days, table, told.asked.by).estimates[0].p,
        "ranks": two[0].p,
        "permutation": two[1].p,
        "shares": _of_shares(told),
        "log-rank": next(one.p for one in events if one.method == LOG_RANK),
        **_crossed(factorial(table).estimates),
        **dict(zip(DOSE, (one.p for one in dose(days, table).estimates), strict=False)),
    }


def _of_shares(told: Cohort) -> float | None:
    """Return p of the test of two shares that is the one to read."""
    (found, *_) = by_share(told.outcomes, told.asked.by, (Threshold(),))
    return next((one.p for one in found.estimates if one.p is not None), None)


def _smallest(estimates: tuple[Estimate, ...]) -> float | None:
    """Return the smallest p of the pairs by the main method, as one family."""
    method = estimates[0].method
    pairs = [one for one in estimates if one.method == method and one.p is not None]
    told = holm(pairs) if method == ANCOVA else [one.p for one in pairs]
    return min((p for p in told if p is not None), default=None)


def _crossed(estimates: tuple[Estimate, ...]) -> dict[str, float | None]:
    if not estimates:  # no combination has people enough
        return {}
    if "averaged" not in estimates[0].name:
        return {"packages": estimates[0].p}
    return dict(zip(CROSSED, (one.p for one in estimates), strict=False))


def alarms(
    scenario: Scenario, each: int, runs: int, seed: int
) -> tuple[Counter[str], Counter[str]]:
    """Return by analysis in how many trials it found something, and in how many it had a p."""
    false, told = Counter[str](), Counter[str]()
    for study in studies(scenario, each, runs, seed):
        known = {name: p for name, p in p_values(study).items() if p is not None}
        told.update(known.keys())
        false.update(name for name, p in known.items() if p < 0.05)
    return false, told
