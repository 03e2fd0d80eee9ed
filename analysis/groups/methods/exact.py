"""Tests by counting what could have been: permutations, flipped signs, Boschloo. No intervals."""

from functools import partial
from itertools import combinations
from math import comb, sqrt

import numpy as np
import pandas as pd

from analysis.estimate import Estimate, LeftOut
from analysis.groups.differences import (
    FOR_INTERVAL,
    NO_SCATTER,
    POINTS,
    about_pair,
    changes,
    left_out,
    plain_difference,
)

SEED = 20_180_90
DRAWS = 9_999
ALL_SPLITS = 50_000
"""Up to so many splits of the people each is tried: 9 and 9 people have 48,620."""
MOST_SIGNS = 18
FOR_BOSCHLOO = 200
P_ALONE = "this test gives a p and no interval"
FEW = f"fewer than {FOR_INTERVAL} people in a group"
PERMUTED = "Asks whether the groups' changes could come from one and the same pool."


def permutation(people: pd.DataFrame, pair: tuple[str, str], seed: int = SEED) -> Estimate:
    """Return p of the difference of mean changes, by dealing the people into groups anew.

    All splits are tried where there are at most 50,000, else 9,999 drawn at random with
    a fixed seed, one added to both counts (Phipson and Smyth 2010); the error of
    drawing is said beside it. Two-sided: splits whose difference is as large in
    absolute value. Below 5 people in a group there is no p.

    Examples
    --------
    >>> told = pd.DataFrame({"group": ["a"] * 5 + ["b"] * 5, "left_out": ""})
    >>> told["change"] = [-5.0, -4, -3, -2, -1, 0, 1, 2, 3, 4]
    >>> round(permutation(told, ("a", "b")).p, 4)
    0.0079
    """
    a, b = (changes(people, name) for name in pair)
    if min(len(a), len(b)) < FOR_INTERVAL:
        return plain_difference(people, pair, FEW)
    pool, splits = np.concatenate([a, b]), comb(len(a) + len(b), len(a))
    dealt = partial(_as_far, pool, len(a))
    if splits <= ALL_SPLITS:
        p, how, said = dealt(_all_splits(len(pool), len(a))).mean(), f"all {splits:,} splits", ()
    else:
        far = dealt(_drawn_splits(len(pool), len(a), seed)).sum()
        p = (far + 1) / (DRAWS + 1)
        error = sqrt(p * (1 - p) / DRAWS)
        how = f"{DRAWS:,} random splits, seed {seed}"
        said = (f"The error of drawing splits at random is {error:.4f} of p.",)
    return about_pair(
        people,
        pair,
        f"permutation of mean changes, {how}",
        estimate=float(a.mean() - b.mean()),
        p=float(p),
        no_interval=P_ALONE,
        warnings=(PERMUTED, *said),
    )


def _as_far(pool: np.ndarray, n: int, first: np.ndarray) -> np.ndarray:
    """Return for each split whether its means are as far apart as those seen."""
    mean = pool[first].mean(axis=1)
    rest = (pool.sum() - n * mean) / (len(pool) - n)
    seen = abs(pool[:n].mean() - pool[n:].mean())
    return np.abs(mean - rest) >= seen - NO_SCATTER


def _all_splits(everyone: int, n: int) -> np.ndarray:
    flat = (at for split in combinations(range(everyone), n) for at in split)
    return np.fromiter(flat, "int64", comb(everyone, n) * n).reshape(-1, n)


def _drawn_splits(everyone: int, n: int, seed: int) -> np.ndarray:
    keys = np.random.default_rng(seed).random((DRAWS, everyone), dtype="float32")
    return np.argpartition(keys, n, axis=1)[:, :n]


def sign_flip(people: pd.DataFrame, name: str) -> Estimate:
    """Return p of a group's mean change, by turning the sign of each person's change.

    All patterns of signs are tried, so at most 18 people (Fisher 1935). From 5 people.

    Raises
    ------
    ValueError
        With more than 18 people.
    """
    change = changes(people, name)
    if (n := len(change)) > MOST_SIGNS:
        raise ValueError(f"{n:,} people have too many patterns of signs; at most {MOST_SIGNS}.")
    made = partial(Estimate, f"Mean change in {name}, signs flipped", unit=POINTS, n={name: n})
    made = partial(made, left_out=left_out(people, [name]))
    if n < FOR_INTERVAL:
        return made(method="sign flip", estimate=None, no_interval=FEW)
    signs = 1 - 2 * (np.arange(2**n)[:, None] >> np.arange(n) & 1)
    far = np.abs(signs @ change) >= abs(change.sum()) - NO_SCATTER
    return made(
        method=f"sign flip, all {2**n:,} patterns",
        estimate=float(change.mean()),
        p=float(far.mean()),
        no_interval=P_ALONE,
    )


def two_shares(
    name: str,
    yes: dict[str, int],
    n: dict[str, int],
    missing: tuple[LeftOut, ...] = (),
) -> Estimate:
    """Return p of the difference of two groups' shares.

    Boschloo's exact test up to 200 people, above them Pearson's chi-square without
    correction; the method says which. None below 5 people in a group, or where the
    answer is the same of everyone.

    Parameters
    ----------
    yes, n : dict of str to int
        Of the two groups, in the order of the difference.

    Examples
    --------
    >>> found = two_shares("a minus b", {"a": 7, "b": 1}, {"a": 10, "b": 10})
    >>> found.method, round(found.p, 3)
    ("Boschloo's exact test", 0.008)
    """
    (k1, k2), (n1, n2) = yes.values(), n.values()
    made = partial(Estimate, name, n=n, unit="percentage points", left_out=missing)
    if min(n1, n2) < FOR_INTERVAL:
        return made(method="test of two shares", estimate=None, no_interval=FEW)
    value = 100 * (k1 / n1 - k2 / n2)
    if k1 + k2 in (0, n1 + n2):
        why = "the answer is the same of everyone"
        return made(method="test of two shares", estimate=value, no_interval=why)
    method, p = _test_of_shares([[k1, k2], [n1 - k1, n2 - k2]])
    return made(method=method, estimate=value, p=p, no_interval=P_ALONE)


def _test_of_shares(table: list[list[int]]) -> tuple[str, float]:
    from scipy import stats

    if sum(map(sum, table)) <= FOR_BOSCHLOO:
        return "Boschloo's exact test", float(stats.boschloo_exact(table).pvalue)
    found = stats.chi2_contingency(table, correction=False)
    return "Pearson's chi-square, not corrected", float(found.pvalue)
