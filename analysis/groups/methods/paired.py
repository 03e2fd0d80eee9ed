"""One group's change without a bell curve: signs flipped, and signed ranks. No intervals."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import FOR_INTERVAL, NO_SCATTER, POINTS, changes, left_out
from analysis.groups.methods.exact import DRAWS, FEW, P_ALONE, SEED, drawn_p

MOST_SIGNS = 18
"""Up to so many people every pattern of signs is tried: 18 have 262,144."""
FOR_NORMAL = 50
"""People from which signed ranks are read off the bell curve, as R does."""
AT_A_TIME = 500
RANKS = "Asks whether falls and rises are of one size, by their ranks, not by their points."


def sign_flip(people: pd.DataFrame, name: str, seed: int = SEED) -> Estimate:
    """Return p of a group's mean change, by turning the sign of each person's change.

    Up to 18 people all patterns of signs are tried (Fisher 1935); above, 9,999 drawn at
    random with a fixed seed, one added to both counts (Phipson and Smyth 2010), and the
    error of drawing is said. Below 5 people there is no p.

    Examples
    --------
    >>> told = pd.DataFrame({"group": "a", "change": [-5.0, -4, -3, -2, -1], "left_out": ""})
    >>> sign_flip(told, "a").p
    0.0625
    """
    change = changes(people, name)
    if (n := len(change)) < FOR_INTERVAL:
        return _told(people, name, "signs flipped", "sign flip", None, POINTS, reason=FEW)
    few = n <= MOST_SIGNS
    patterns = [_all_signs(n)] if few else _drawn_signs(n, seed)
    sums = np.concatenate([signs @ change for signs in patterns])
    far = np.abs(sums) >= abs(change.sum()) - NO_SCATTER
    p, said = (float(far.mean()), ()) if few else drawn_p(far, "signs")
    how = f"all {2**n:,} patterns" if few else f"{DRAWS:,} random patterns, seed {seed}"
    mean = float(change.mean())
    return _told(people, name, "signs flipped", f"sign flip, {how}", mean, POINTS, p, said)


def _all_signs(n: int) -> np.ndarray:
    return 1 - 2 * (np.arange(2**n)[:, None] >> np.arange(n) & 1)


def _drawn_signs(n: int, seed: int) -> Iterator[np.ndarray]:
    """Yield random patterns of signs, a few hundred at a time to keep memory small."""
    rng = np.random.default_rng(seed)
    for begun in range(0, DRAWS, AT_A_TIME):
        yield rng.choice([-1.0, 1.0], (min(AT_A_TIME, DRAWS - begun), n))


def signed_ranks(people: pd.DataFrame, name: str) -> Estimate:
    """Return Wilcoxon's signed-rank test of a group's changes: V, the rises' ranks added up.

    People without any change are not ranked. Exact below 50 people where no two changes
    are of one size and nobody stayed the same; else by the bell curve, with ties and
    continuity corrected, as R's ``wilcox.test`` does. Below 5 people there is no p; nor
    where nobody changed.

    Examples
    --------
    >>> told = pd.DataFrame({"group": "a", "change": [-5.0, -4, -3, -2, 1], "left_out": ""})
    >>> found = signed_ranks(told, "a")
    >>> found.estimate, found.p
    (1.0, 0.125)
    """
    from scipy import stats

    # Rounded, so that changes of one size are tied although sums left a trace in them.
    change = changes(people, name).round(9)
    moved = change[change != 0]
    if len(change) < FOR_INTERVAL or not len(moved):
        reason = FEW if len(change) < FOR_INTERVAL else "nobody's pain changed"
        return _told(people, name, "by ranks", "Wilcoxon signed-rank", None, "V", reason=reason)
    untied = len(np.unique(np.abs(moved))) == len(change)
    how = "exact" if untied and len(change) < FOR_NORMAL else "asymptotic"
    found = stats.wilcoxon(moved, correction=True, method=how)
    v = float(stats.rankdata(np.abs(moved))[moved > 0].sum())
    method = f"Wilcoxon signed-rank, {'exact' if how == 'exact' else 'ties corrected'}"
    return _told(people, name, "by ranks", method, v, "V", float(found.pvalue), (RANKS,))


def _told(
    people: pd.DataFrame,
    name: str,
    how: str,
    method: str,
    estimate: float | None,
    unit: str,
    p: float | None = None,
    warnings: tuple[str, ...] = (),
    reason: str = P_ALONE,
) -> Estimate:
    return Estimate(
        name=f"Mean change in {name}, {how}" if unit == POINTS else f"Change in {name}, {how}",
        method=method,
        estimate=estimate,
        unit=unit,
        n={name: len(changes(people, name))},
        p=p,
        no_interval=reason,
        left_out=left_out(people, [name]),
        warnings=warnings,
    )
