"""Differences with the baseline taken into account: ANCOVA with HC3, and with the interaction."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import NO_SCATTER, about_pair, alike, pairs
from analysis.groups.holm import beside_holm
from analysis.groups.leverage import rests_on_one
from analysis.groups.people import used

ANCOVA = "ANCOVA on the end value, baseline as covariate, HC3 with t"


def ancova(people: pd.DataFrame, names: list[str]) -> list[Estimate]:
    """Return every pair's difference at the end, baseline taken into account.

    One linear model of the end on group and baseline; HC3 standard errors, and t
    instead of the normal. With three groups and more each interval stands alone;
    Holm's p over the pairs is said beside it. Empty where the model leaves nothing but
    rounding, for there is no scatter to make an interval from. Whether it can be asked
    for, :func:`analysis.groups.headline.adjustable` says.

    Raises
    ------
    ValueError
        Where everyone began alike, so that there is no baseline to take into account.
    """
    import statsmodels.api as sm

    inside = used(people)
    design = by_group(inside, names)
    fit = sm.OLS(inside["end"], design).fit(cov_type="HC3", use_t=True)
    if alike(np.asarray(fit.resid)):
        return []
    return beside_holm([_contrast(people, pair, fit, list(design)) for pair in pairs(names)])


def by_group(inside: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """Return the design of ANCOVA: a column of 0 and 1 for each group, and baseline centred."""
    centred = inside["baseline"] - inside["baseline"].mean()
    if np.ptp(centred) == 0:
        raise ValueError("everyone began alike")
    columns = {name: (inside["group"] == name).astype(float) for name in names}
    return pd.DataFrame({**columns, "baseline": centred})


def _contrast(people: pd.DataFrame, pair: tuple[str, str], fit, columns: list[str]) -> Estimate:
    weights = np.array([(name == pair[0]) - float(name == pair[1]) for name in columns])
    found = fit.t_test(weights)
    low, high = found.conf_int()[0]
    return about_pair(
        people,
        pair,
        ANCOVA,
        estimate=float(found.effect[0]),
        low=float(low),
        high=float(high),
        p=float(found.pvalue),
    )


def interaction(people: pd.DataFrame, names: list[str]) -> tuple[float, Mapping[float, float]]:
    """Return p of baseline x group for two groups, and the difference at three baselines.

    The baselines are the lowest tenth, the middle and the highest tenth of everyone. The
    p is NaN where :func:`crossed_with_baseline` gives no model.
    """
    found = crossed_with_baseline(people, pairs(names)[0])
    if found is None:
        return float("nan"), {}
    fit, at = found
    differences = fit.params[1] + fit.params[3] * at
    start = at + used(people)["baseline"].mean()
    return float(fit.pvalues[3]), {
        float(a): float(d) for a, d in zip(start, differences, strict=True)
    }


def crossed_with_baseline(people: pd.DataFrame, pair: tuple[str, str]):
    """Return the model end ~ group x baseline (HC3, t), and three baselines about its mean.

    Columns: one, first of the pair, baseline centred, their product. The baselines are
    the lowest tenth, the middle and the highest tenth of everyone, centred alike. None
    where a group began alike, where the line of one rests on one person alone, or where
    no scatter is left.
    """
    import statsmodels.api as sm

    inside = used(people)
    first = (inside["group"] == pair[0]).to_numpy(float)
    centred = inside["baseline"].to_numpy() - inside["baseline"].mean()
    design = np.column_stack([np.ones(len(first)), first, centred, first * centred])
    starts = inside.groupby("group")["baseline"].agg(np.ptp)
    if starts.min() < NO_SCATTER or rests_on_one(design):
        return None
    fit = sm.OLS(inside["end"].to_numpy(), design).fit(cov_type="HC3", use_t=True)
    if np.ptp(fit.resid) < NO_SCATTER:
        return None
    return fit, np.quantile(centred, [0.1, 0.5, 0.9])
