"""Differences between two groups of people: Welch, Games-Howell, and ANCOVA with HC3."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.estimate import Estimate, LeftOut
from analysis.groups.people import counts, used
from analysis.wording import p_value

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


def _frame(people: pd.DataFrame, pair: tuple[str, str], method: str, **numbers) -> Estimate:
    return Estimate(
        name=f"{pair[0]} minus {pair[1]}",
        method=method,
        unit=POINTS,
        n=counts(people, list(pair)),
        left_out=left_out(people, pair),
        **numbers,
    )


def plain_difference(people: pd.DataFrame, pair: tuple[str, str], no_interval: str) -> Estimate:
    """Return the bare difference of mean changes, with the reason why it has no interval."""
    a, b = (_changes(people, name) for name in pair)
    enough = min(len(a), len(b)) >= FOR_DIFFERENCE
    value = float(a.mean() - b.mean()) if enough else None
    return _frame(
        people, pair, "difference of mean changes", estimate=value, no_interval=no_interval
    )


def welch(people: pd.DataFrame, pair: tuple[str, str]) -> Estimate:
    """Return the difference of mean changes with Welch's interval and p.

    Below 5 people in a group there is no interval, below 3 no difference.
    """
    # scipy's call warns where one group has no scatter, which Welch's t can bear.
    from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

    a, b = (_changes(people, name) for name in pair)
    fewest = min(len(a), len(b))
    if fewest < FOR_INTERVAL:
        return plain_difference(people, pair, f"fewer than {FOR_INTERVAL} people in a group")
    if _alike(a) and _alike(b):
        return plain_difference(people, pair, "everyone of a group changed alike")
    both = CompareMeans(DescrStatsW(a), DescrStatsW(b))
    low, high = both.tconfint_diff(usevar="unequal")
    return _frame(
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
    """Return every pair's difference with simultaneous intervals and p, scatter unequal."""
    from scipy import stats

    changes = {name: _changes(people, name) for name in names}
    fewest = min(map(len, changes.values()))
    # Two groups without any scatter have no interval between them.
    if fewest < FOR_INTERVAL or sum(map(_alike, changes.values())) > 1:
        return [welch(people, pair) for pair in pairs(names)]
    found = stats.tukey_hsd(*changes.values(), equal_var=False)
    limits = found.confidence_interval(0.95)
    at = {name: i for i, name in enumerate(names)}
    small = (VERY_SMALL,) if fewest < FOR_ANCOVA else ()
    return [
        _frame(
            people,
            (a, b),
            GAMES_HOWELL,
            estimate=float(found.statistic[at[a], at[b]]),
            low=float(limits.low[at[a], at[b]]),
            high=float(limits.high[at[a], at[b]]),
            p=float(found.pvalue[at[a], at[b]]),
            warnings=small,
        )
        for a, b in pairs(names)
    ]


def ancova(people: pd.DataFrame, names: list[str]) -> list[Estimate]:
    """Return every pair's difference at the end, baseline taken into account.

    One linear model of the end on group and baseline; HC3 standard errors, and t
    instead of the normal. With three groups and more each interval stands alone;
    Holm's p over the pairs is said beside it. Empty where the model leaves nothing but
    rounding, for there is no scatter to make an interval from.

    Raises
    ------
    ValueError
        Where everyone began alike, so that there is no baseline to take into account.
    """
    fit, columns = _fit(used(people), names)
    if _alike(np.asarray(fit.resid)):
        return []
    made = [_contrast(people, pair, fit, columns) for pair in pairs(names)]
    if len(made) < 2:
        return made
    from statsmodels.stats.multitest import multipletests

    holm = multipletests([one.p for one in made], method="holm")[1]
    return [_with_holm(one, p, len(made)) for one, p in zip(made, holm, strict=True)]


def _with_holm(one: Estimate, p: float, pairs_tested: int) -> Estimate:
    said = f"Over {pairs_tested} pairs, Holm's p {p_value(float(p))}."
    return replace(one, warnings=(*one.warnings, said))


def _fit(inside: pd.DataFrame, names: list[str]):
    import statsmodels.api as sm

    centred = inside["baseline"] - inside["baseline"].mean()
    if np.ptp(centred) == 0:
        raise ValueError("everyone began alike")
    columns = {name: (inside["group"] == name).astype(float) for name in names}
    design = pd.DataFrame({**columns, "baseline": centred})
    return sm.OLS(inside["end"], design).fit(cov_type="HC3", use_t=True), list(design)


def _contrast(people: pd.DataFrame, pair: tuple[str, str], fit, columns: list[str]) -> Estimate:
    weights = np.array([(name == pair[0]) - float(name == pair[1]) for name in columns])
    found = fit.t_test(weights)
    low, high = found.conf_int()[0]
    return _frame(
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

    The baselines are the lowest tenth, the middle and the highest tenth of everyone.
    """
    import statsmodels.api as sm

    inside = used(people)
    first = (inside["group"] == pairs(names)[0][0]).to_numpy(float)
    start = inside["baseline"].to_numpy()
    centred = start - start.mean()
    design = np.column_stack([np.ones(len(first)), first, centred, first * centred])
    fit = sm.OLS(inside["end"].to_numpy(), design).fit(cov_type="HC3", use_t=True)
    at = np.quantile(start, [0.1, 0.5, 0.9])
    differences = fit.params[1] + fit.params[3] * (at - start.mean())
    return float(fit.pvalues[3]), {float(a): float(d) for a, d in zip(at, differences, strict=True)}


def within(people: pd.DataFrame, name: str) -> Estimate:
    """Return one group's mean change with a t interval: a description, not a test."""
    from scipy import stats

    change = _changes(people, name)
    made = partial(Estimate, f"Mean change in {name}", "mean change, t interval")
    made = partial(made, left_out=left_out(people, [name]))
    n = {name: len(change)}
    if len(change) < FOR_INTERVAL or _alike(change):
        value = float(change.mean()) if len(change) >= FOR_DIFFERENCE else None
        reason = f"fewer than {FOR_INTERVAL} people, or everyone alike"
        return made(value, POINTS, n, no_interval=reason)
    low, high = stats.t.interval(0.95, len(change) - 1, change.mean(), stats.sem(change))
    return made(float(change.mean()), POINTS, n, low=float(low), high=float(high))


def _alike(values: np.ndarray) -> bool:
    return bool(np.ptp(values) < NO_SCATTER)


def _changes(people: pd.DataFrame, name: str) -> np.ndarray:
    inside = used(people)
    return inside.loc[inside["group"] == name, "change"].to_numpy()
