"""Log to days to outcomes against the same reduction by pandas and by a compiled loop."""

from collections.abc import Iterator

import numba
import numpy as np
import pandas as pd

from analysis.days import reduce_log
from analysis.model import Log
from analysis.outcomes import Options, outcomes
from tests.bench.made import DAYS, made_log
from tests.bench.timing import line, seconds

WEEK = 12


def by_pandas(log: Log) -> pd.Series:
    """Return everyone's change by group-bys: drops a day, cumulative, and two weeks of pain."""
    start = log.sessions.groupby("person")["started"].min().dt.normalize()
    day = (log.sessions["started"] - log.sessions["person"].map(start)).dt.days
    keys = [log.sessions["person"], day.rename("day")]
    drops = log.sessions.groupby([*keys, "surface", "knee"])["reps"].sum()
    drops.groupby(level=["person", "day"]).sum().groupby(level="person").cumsum()
    log.sessions.groupby(keys)["added_kg"].max()
    felt = (log.pain["felt_at"] - log.pain["person"].map(start)).dt.days
    keys = [log.pain["person"], felt.rename("day"), "context"]
    daily = log.pain.groupby(keys)["vas"].agg(["mean", "max", "size"]).reset_index()
    morning = daily[daily["context"] == "morning"]
    first = morning[morning["day"] < 7].groupby("person")["mean"].mean()
    last = morning[morning["day"].between(7 * WEEK - 7, 7 * WEEK - 1)]
    return last.groupby("person")["mean"].mean() - first


@numba.njit(cache=False)
def _loop(person, day, drops, felt, pain_day, vas, people, days):  # pragma: no cover
    grid = np.zeros((people, days))
    total = np.zeros((people, days))
    n = np.zeros((people, days))
    for i in range(len(person)):
        grid[person[i], day[i]] += drops[i]
    for i in range(len(felt)):
        total[felt[i], pain_day[i]] += vas[i]
        n[felt[i], pain_day[i]] += 1
    for p in range(people):
        for d in range(1, days):
            grid[p, d] += grid[p, d - 1]
    return grid, total / n


def by_loop(log: Log) -> np.ndarray:
    """Return everyone's change by one compiled pass over the rows: the limit."""
    codes, names = pd.factorize(log.sessions["person"])
    origin = log.sessions["started"].min().normalize()
    day = (log.sessions["started"] - origin).dt.days.to_numpy()
    morning = log.pain[log.pain["context"] == "morning"]
    felt = pd.Index(names).get_indexer(morning["person"])
    pain_day = (morning["felt_at"] - origin).dt.days.to_numpy()
    reps, vas = log.sessions["reps"].to_numpy(), morning["vas"].to_numpy()
    _, mean = _loop(codes, day, reps, felt, pain_day, vas, len(names), DAYS)
    return mean[:, 7 * WEEK - 7 : 7 * WEEK].mean(axis=1) - mean[:, :7].mean(axis=1)


def report(people: int) -> Iterator[str]:
    """Yield the lines for a log of so many people."""
    log = made_log(people)
    options = Options(week=WEEK, context="morning")
    table = outcomes(reduce_log(log), options).table
    change = table.set_index("person")["change"].sort_index()
    np.testing.assert_allclose(change, by_pandas(log).sort_index())
    np.testing.assert_allclose(change, by_loop(log))
    ours = seconds(lambda: outcomes(reduce_log(log), options))
    name = f"log to outcomes, {len(log.sessions):,} sessions"
    yield line(name, ours, seconds(lambda: by_pandas(log)), "pandas group-by")
    yield line(name, ours, seconds(lambda: by_loop(log)), "compiled loop, fewer figures")
