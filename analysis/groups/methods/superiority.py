"""Ranks: the chance that pain fell more in a person of one group than in one of the other."""

from functools import partial

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import (
    FOR_ANCOVA,
    FOR_INTERVAL,
    VERY_SMALL,
    about_pair,
    alike,
    changes,
)
from analysis.wording import number

BRUNNER_MUNZEL = "Brunner-Munzel, t"
APART = "every person of one group changed more than any of the other"
BEYOND = "The interval reaches beyond 0 to 100 %: it is an approximation, and poor so near the end."


def superiority(people: pd.DataFrame, pair: tuple[str, str]) -> Estimate:
    """Return the chance that pain fell more in one of the first group than of the second.

    Ties count half; 50 % is neither. Interval and p of Brunner and Munzel (2000) as
    corrected by Neubert and Brunner (2007). None below 5 people in a group, nor where
    no person of one group lies among those of the other.
    """
    from statsmodels.stats.nonparametric import rank_compare_2indep

    a, b = (changes(people, name) for name in pair)
    name = f"Chance that pain fell more in one of {pair[0]} than in one of {pair[1]}"
    made = partial(about_pair, people, pair, BRUNNER_MUNZEL, name=name, unit="%")
    if min(len(a), len(b)) < FOR_INTERVAL:
        return made(estimate=None, no_interval=f"fewer than {FOR_INTERVAL} people in a group")
    if alike(np.concatenate([a, b])):
        return made(estimate=50.0, no_interval="everyone changed alike")
    if a.max() < b.min() or b.max() < a.min():
        return made(estimate=100.0 * (a.max() < b.min()), no_interval=APART)
    found = rank_compare_2indep(-a, -b)
    low, high = (100 * float(limit) for limit in found.conf_int())
    said = [_cliff(float(found.prob1))]
    said += [VERY_SMALL] if min(len(a), len(b)) < FOR_ANCOVA else []
    said += [BEYOND] if low < 0 or high > 100 else []
    return made(
        estimate=100 * float(found.prob1),
        low=low,
        high=high,
        p=float(found.pvalue),
        warnings=tuple(said),
    )


def _cliff(chance: float) -> str:
    return f"Cliff's delta, which is twice the chance less one, is {number(2 * chance - 1, 2)}."
