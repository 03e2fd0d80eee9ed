"""The permutation test: how far apart groups come when people are dealt anew. No interval."""

from functools import partial
from itertools import combinations
from math import comb, sqrt

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import (
    FOR_INTERVAL,
    NO_SCATTER,
    about_pair,
    changes,
    plain_difference,
)

SEED = 20_180_90
DRAWS = 9_999
ALL_SPLITS = 50_000
"""Up to so many splits of the people each is tried: 9 and 9 people have 48,620."""
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
        p, said = drawn_p(dealt(_drawn_splits(len(pool), len(a), seed)), "splits")
        how = f"{DRAWS:,} random splits, seed {seed}"
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


def drawn_p(far: np.ndarray, what: str) -> tuple[float, tuple[str, ...]]:
    """Return p of random draws, one added to both counts, and the error of drawing in words.

    Examples
    --------
    >>> drawn_p(np.repeat([True, False], [499, 9_500]), "splits")
    (0.05, ('The error of drawing splits at random is 0.0022 of p.',))
    """
    p = (int(far.sum()) + 1) / (len(far) + 1)
    error = sqrt(p * (1 - p) / len(far))
    return p, (f"The error of drawing {what} at random is {error:.4f} of p.",)
