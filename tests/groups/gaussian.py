"""Simulated cohorts for tests: straight lines of one's own, AR(1) days, leaving with pain."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.days import Days, PainByDay, reduce_log
from analysis.days.table import BY_DAY
from analysis.model import Log
from analysis.outcomes import Options, Outcomes, outcomes

WEEKS = 12
DAYS = 7 * WEEKS


@dataclass(frozen=True)
class Made:
    """A cohort: its days and outcomes, and everyone's pain had nobody left or missed a day."""

    days: Days
    outcomes: Outcomes
    whole: np.ndarray
    arm: np.ndarray


def pain_of(rng, arm, slopes=(-2.0, -2.0), slope_sd=1.2, rho=0.5, day_sd=9.0) -> np.ndarray:
    """Return pain by person and day; unbounded, so that nothing bends at the ends."""
    n = len(arm)
    noise = np.empty((n, DAYS))
    noise[:, 0] = rng.normal(0, day_sd, n)
    fresh = rng.normal(0, day_sd * np.sqrt(1 - rho**2), (n, DAYS))
    for day in range(1, DAYS):
        noise[:, day] = rho * noise[:, day - 1] + fresh[:, day]
    slope = np.array(slopes)[arm] + rng.normal(0, slope_sd, n)
    return rng.normal(55, 12, n)[:, None] + slope[:, None] * np.arange(DAYS) / 7 + noise


def kept(rng, pain, missed=0.12, leave=0.0, with_pain=0.0) -> np.ndarray:
    """Return which days are logged: some missed, and none from the day of leaving on."""
    hazard = leave * np.exp(with_pain * (pain - 50) / 10)
    stops = rng.random(pain.shape) < hazard
    gone = np.maximum.accumulate(np.roll(stops, 1, axis=1) * (np.arange(DAYS) > 0), axis=1)
    return ~gone & (rng.random(pain.shape) >= np.broadcast_to(missed, pain.shape))


def log_of(pain, logged, arm, **more: pd.DataFrame) -> Log:
    """Return a log of morning pain by programme day, one row a logged day."""
    who, day = np.nonzero(logged)
    names = np.array([f"p{i:04d}" for i in range(len(arm))])
    rows = {"person": names[who], "day": day.astype(float), "vas": pain[logged]}
    told = pd.DataFrame(rows).assign(context="morning")
    tendons = pd.DataFrame({"person": names, "arm": np.array(list("abcdef"))[arm]})
    return Log().with_tables(pain=told, tendons=tendons, **more)


def cohort(n: int, seed: int, leave=0.0, with_pain=0.0, missed=0.12, arms=2, **pain) -> Made:
    """Return arms of n people each."""
    rng = np.random.default_rng(seed)
    arm = np.repeat(np.arange(arms), n)
    whole = pain_of(rng, arm, **({"slopes": (-2.0,) * arms} | pain))
    logged = kept(rng, whole, missed, leave, with_pain)
    days = reduce_log(log_of(whole, logged, arm))
    return Made(days, outcomes(days, Options(week=WEEKS)), whole, arm)


def cohorts(runs: int, n: int, seed: int, arms: int = 2, missed=0.12, **told) -> Iterator[Made]:
    """Return many cohorts of arms of n people each, reduced in one go for speed.

    ``missed`` is one share, or one for each person of a cohort.
    """
    missed = np.broadcast_to(missed, arms * n)[:, None]
    whole = cohort(n * runs, seed, arms=arms, missed=np.repeat(missed, runs, axis=0), **told)
    for run in range(runs):
        yield _part(whole, run + runs * np.arange(arms * n))


def _part(made: Made, who: np.ndarray) -> Made:
    """Return some people of a cohort as a cohort of their own."""
    days = made.days
    at = np.concatenate([np.arange(*days.offsets[t : t + 2]) for t in who])
    pain = {
        name: PainByDay(felt.mean[at], felt.worst[at], felt.n[at])
        for name, felt in days.pain.items()
    }
    some = replace(
        days,
        **{name: getattr(days, name)[..., at] for name in BY_DAY},
        tendons=days.tendons.iloc[who].reset_index(drop=True),
        offsets=np.concatenate([[0], np.cumsum(np.diff(days.offsets)[who])]),
        pain=pain,
        visits=days.visits[who],
        exercise=days.exercise[who],
    )
    table = made.outcomes.table.iloc[who].reset_index(drop=True)
    return Made(some, replace(made.outcomes, table=table), made.whole[who], made.arm[who])


def too_many(alarms: int, runs: int) -> bool:
    """Return whether the one-sided 95 % lower bound of the share of alarms is above .08."""
    from scipy import stats

    return bool(alarms and stats.beta.ppf(0.05, alarms, runs - alarms + 1) > 0.08)
