"""Three groups and more at once: is there any difference among them? A p, and no interval."""

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import (
    FOR_ANCOVA,
    FOR_INTERVAL,
    VERY_SMALL,
    alike,
    changes,
    left_out,
)
from analysis.groups.people import counts
from analysis.wording import number

ANY = "Any difference among the groups"
WELCH_ANOVA = "Welch's ANOVA on change"
KRUSKAL = "Kruskal-Wallis on change"
FEW = f"fewer than {FOR_INTERVAL} people in a group"
ALL_AT_ONCE = "a test of all groups at once gives a p and no interval; see the pairs"


def welch_anova(people: pd.DataFrame, names: list[str]) -> Estimate:
    """Return Welch's F over the groups' mean changes, their scatter unequal (Welch 1951).

    None below 5 people in a group, or where a group has no scatter.
    """
    from scipy import stats

    moved = [changes(people, name) for name in names]
    why = _withheld(moved) or ("a group without scatter" if any(map(alike, moved)) else "")
    if why:
        return _told(people, names, WELCH_ANOVA, None, "F", None, why)
    found = stats.f_oneway(*moved, equal_var=False)
    df = f"F on {len(names) - 1} and {number(_second_df(moved), 1)} degrees of freedom"
    method, p = f"{WELCH_ANOVA}, {df}", float(found.pvalue)
    return _told(people, names, method, float(found.statistic), "F", p)


def _second_df(moved: list[np.ndarray]) -> float:
    """Return Welch's denominator degrees of freedom: (k² − 1) / 3Σ((1 − w/W)² / (n − 1))."""
    n = np.array([len(values) for values in moved])
    weight = n / np.array([values.var(ddof=1) for values in moved])
    part = ((1 - weight / weight.sum()) ** 2 / (n - 1)).sum()
    return float((len(n) ** 2 - 1) / (3 * part))


def kruskal(people: pd.DataFrame, names: list[str]) -> Estimate:
    """Return Kruskal and Wallis's H over the ranks of changes, ties corrected.

    None below 5 people in a group, or where everyone changed alike.
    """
    from scipy import stats

    moved = [changes(people, name) for name in names]
    alone = "everyone changed alike" if alike(np.concatenate(moved or [[0.0]])) else ""
    if why := _withheld(moved) or alone:
        return _told(people, names, KRUSKAL, None, "H", None, why)
    h, p = stats.kruskal(*moved)
    return _told(people, names, KRUSKAL, float(h), "H", float(p))


def _withheld(moved: list[np.ndarray]) -> str:
    return FEW if min(map(len, moved)) < FOR_INTERVAL else ""


def _told(
    people: pd.DataFrame,
    names: list[str],
    method: str,
    value: float | None,
    unit: str,
    p: float | None,
    why: str = ALL_AT_ONCE,
) -> Estimate:
    n = counts(people, names)
    return Estimate(
        name=ANY,
        method=method,
        estimate=value,
        unit=unit,
        n=n,
        p=p,
        no_interval=why,
        left_out=left_out(people, names),
        warnings=(VERY_SMALL,) if FOR_INTERVAL <= min(n.values()) < FOR_ANCOVA else (),
    )
