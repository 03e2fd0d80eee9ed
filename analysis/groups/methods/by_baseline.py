"""Does a difference depend on the pain people began with? Shown at three starts where it may."""

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.ancova import crossed_with_baseline
from analysis.groups.comparison import INTERACTION_P
from analysis.groups.differences import about_pair
from analysis.groups.headline import adjustable
from analysis.groups.people import used
from analysis.wording import number

PER = 10
CROSSED = "ANCOVA with group x baseline, HC3 with t"
STARTS = ("low", "middle", "high")


def baseline_by_group(people: pd.DataFrame, pair: tuple[str, str]) -> tuple[Estimate, ...]:
    """Return how a difference changes with the baseline; from p < .1 also at three starts.

    First the change of the difference for every 10 points more pain at the start. Then
    the difference at the lowest tenth, the middle and the highest tenth of baselines,
    each with the interval and p of the same model. Empty below 10 people in a group, or
    where :func:`analysis.groups.ancova.crossed_with_baseline` gives no model.

    Parameters
    ----------
    people : pandas.DataFrame
        group, baseline, end (VAS 0-100) and left_out; two groups.
    """
    mine = people[people["group"].isin(pair)]
    found = crossed_with_baseline(mine, pair) if adjustable(mine, list(pair)) else None
    if found is None:
        return ()
    fit, at = found
    middle = used(mine)["baseline"].mean()
    name = f"Difference {pair[0]} minus {pair[1]}, for every {PER} points more at the start"
    test = _read(mine, pair, fit, name, [0, 0, 0, PER])
    if not (test.p is not None and test.p < INTERACTION_P):
        return (test,)
    return (
        test,
        *(
            _read(mine, pair, fit, _at(pair, word, start + middle), [0, 1, 0, start])
            for word, start in zip(STARTS, at, strict=True)
        ),
    )


def _at(pair: tuple[str, str], word: str, start: float) -> str:
    return f"{pair[0]} minus {pair[1]}, from a {word} start of {number(start, 0)}"


def _read(
    people: pd.DataFrame, pair: tuple[str, str], fit, name: str, weights: list[float]
) -> Estimate:
    found = fit.t_test(np.array([weights], dtype=float))
    low, high = found.conf_int()[0]
    return about_pair(
        people,
        pair,
        CROSSED,
        name=name,
        estimate=float(found.effect[0]),
        low=float(low),
        high=float(high),
        p=float(found.pvalue),
    )
