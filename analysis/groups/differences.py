"""Differences between two groups of people: Welch, Games-Howell, and ANCOVA with HC3."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.estimate import Estimate, LeftOut
from analysis.groups.holm import beside_holm
from analysis.groups.leverage import rests_on_one
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
ANCOVA = "ANCOVA on the end value, baseline as covariate, HC3 with t"


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
