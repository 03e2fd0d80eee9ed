"""Differences of mean changes between groups of people: Welch, Games-Howell; each group's own."""

from collections.abc import Sequence
from functools import partial
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.estimate import Estimate, LeftOut
from analysis.groups.methods.studentized import among
from analysis.groups.people import counts, used

POINTS = "points VAS 0-100"
FOR_INTERVAL = 5
FOR_ANCOVA = 10
FOR_DIFFERENCE = 3
NO_SCATTER = 1e-9
"""Points of VAS: what is smaller is rounding."""
VERY_SMALL = "Very small groups: the interval rests on few people."
WELCH = "Welch's t on change"
GAMES_HOWELL = "Games-Howell on change, all pairs together"


def pairs(names: list[str]) -> list[tuple[str, str]]:
    """Return every pair to set side by side: numbers higher minus lower, words by letter.

    Examples
    --------
    >>> pairs(["90", "180"]), pairs(["active", "sham"])
    ([('180', '90')], [('active', 'sham')])
    """
    numeric = pd.to_numeric(pd.Series(names, dtype="str"), errors="coerce").notna().all()
    return [(b, a) if numeric else (a, b) for a, b in combinations(names, 2)]


def left_out(people: pd.DataFrame, names: Sequence[str]) -> tuple[LeftOut, ...]:
    """Return how many people of these groups, or of none, are not in the number, by reason."""
    mine = people["group"].isin(names) | people["group"].isna()
    reasons = people.loc[mine & (people["left_out"] != ""), "left_out"].value_counts()
    return tuple(LeftOut(str(reason), int(n)) for reason, n in reasons.items())


def about_pair(
    people: pd.DataFrame,
    pair: tuple[str, str],
    method: str,
    name: str = "",
    unit: str = POINTS,
    **numbers,
) -> Estimate:
    """Return an estimate of a pair with its people counted; named after the pair if not told."""
    return Estimate(
        name=name or f"{pair[0]} minus {pair[1]}",
        method=method,
        unit=unit,
        n=counts(people, list(pair)),
        left_out=left_out(people, pair),
        **numbers,
    )


def plain_difference(people: pd.DataFrame, pair: tuple[str, str], no_interval: str) -> Estimate:
    """Return the bare difference of mean changes, with the reason why it has no interval."""
    a, b = (changes(people, name) for name in pair)
    enough = min(len(a), len(b)) >= FOR_DIFFERENCE
    value = float(a.mean() - b.mean()) if enough else None
    return about_pair(
        people, pair, "difference of mean changes", estimate=value, no_interval=no_interval
    )


def welch(people: pd.DataFrame, pair: tuple[str, str]) -> Estimate:
    """Return the difference of mean changes with Welch's interval and p.

    Below 5 people in a group there is no interval, below 3 no difference.
    """
    # scipy's call warns where one group has no scatter, which Welch's t can bear.
    from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

    a, b = (changes(people, name) for name in pair)
    fewest = min(len(a), len(b))
    if fewest < FOR_INTERVAL:
        return plain_difference(people, pair, f"fewer than {FOR_INTERVAL} people in a group")
    if alike(a) and alike(b):
        return plain_difference(people, pair, "everyone of a group changed alike")
    both = CompareMeans(DescrStatsW(a), DescrStatsW(b))
    low, high = both.tconfint_diff(usevar="unequal")
    return about_pair(
        people,
        pair,
        WELCH,
        estimate=float(a.mean() - b.mean()),
        low=float(low),
        high=float(high),
        p=float(both.ttest_ind(usevar="unequal")[1]),
        warnings=(VERY_SMALL,) if fewest < FOR_ANCOVA else (),
    )


def games_howell(people: pd.DataFrame, names: list[str]) -> list[Estimate]:
    """Return every pair's difference with simultaneous intervals and p, scatter unequal.

    Simultaneous over the groups of 5 people and more; a pair with a smaller one, or
    without any scatter, has its difference alone.
    """
    moved = {name: changes(people, name) for name in names}
    large = [name for name in names if len(moved[name]) >= FOR_INTERVAL]
    made = []
    for pair in pairs(names):
        a, b = (moved[name] for name in pair)
        if len(large) < 3 or not {*pair} <= {*large} or (alike(a) and alike(b)):
            made.append(welch(people, pair))
            continue
        value, half, p = among(len(large), a, b)
        limits = {"estimate": value, "low": value - half, "high": value + half, "p": p}
        small = (VERY_SMALL,) if min(len(a), len(b)) < FOR_ANCOVA else ()
        made.append(about_pair(people, pair, GAMES_HOWELL, "", POINTS, **limits, warnings=small))
    return made


def within(people: pd.DataFrame, name: str) -> Estimate:
    """Return one group's mean change with a t interval: a description, not a test."""
    from scipy import stats

    change = changes(people, name)
    made = partial(Estimate, f"Mean change in {name}", "mean change, t interval")
    made = partial(made, left_out=left_out(people, [name]))
    n = {name: len(change)}
    if len(change) < FOR_INTERVAL or alike(change):
        value = float(change.mean()) if len(change) >= FOR_DIFFERENCE else None
        reason = f"fewer than {FOR_INTERVAL} people, or everyone alike"
        return made(value, POINTS, n, no_interval=reason)
    low, high = stats.t.interval(0.95, len(change) - 1, change.mean(), stats.sem(change))
    return made(float(change.mean()), POINTS, n, low=float(low), high=float(high))


def alike(values: np.ndarray) -> bool:
    """Return whether values differ by no more than rounding; there is at least one."""
    return bool(np.ptp(values) < NO_SCATTER)


def changes(people: pd.DataFrame, name: str) -> np.ndarray:
    """Return the changes of a group's people who are in the number, points VAS."""
    inside = used(people)
    return inside.loc[inside["group"] == name, "change"].to_numpy()
