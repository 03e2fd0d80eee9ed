"""Prescribed volumes in order: how much more, or less, pain moved with every 90 drops a day."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import (
    FOR_ANCOVA,
    FOR_INTERVAL,
    NO_SCATTER,
    VERY_SMALL,
    alike,
    changes,
    left_out,
)
from analysis.groups.headline import adjustable
from analysis.groups.limits.design import AS_PRESCRIBED, Refusal, inseparable
from analysis.groups.people import counts, in_order, used
from analysis.wording import RANGE

VOLUME = "drops_per_day"
STEP = 90
FEWEST_VOLUMES = 3
PER_STEP = f"points VAS 0-100 for every {STEP} drops a day"
ADJUSTED = "end value on volume, baseline as covariate, HC3 with t"
PLAIN = "change on volume, HC3 with t"
JONCKHEERE = "Jonckheere-Terpstra on change, normal approximation"
NO_ORDER = (
    "Two volumes are a pair and no order: the difference between them says all there is. "
    "A slope needs people of a third volume."
)
FEW = f"fewer than {FOR_INTERVAL} people of a volume"


@dataclass(frozen=True)
class DoseOrder:
    """Volumes in order: a slope, a trend, or why there is neither."""

    estimates: tuple[Estimate, ...]
    refused: tuple[Refusal, ...]


def dose_order(people: pd.DataFrame) -> DoseOrder:
    """Return the slope over prescribed volumes, and the trend over their ranks.

    Refused with fewer than three volumes, and where surface, knee, variant or site
    cannot be told from the volume. Below 5 people of a volume there is neither
    interval nor p.

    Parameters
    ----------
    people : pandas.DataFrame
        As :func:`analysis.groups.people.one_each` gives them by ``drops_per_day``.
    """
    names = in_order(used(people)["group"])
    if len(names) < FEWEST_VOLUMES:
        return DoseOrder((), (Refusal(VOLUME, NO_ORDER),))
    told = [name for name in AS_PRESCRIBED if name in people]
    if refused := inseparable(people, VOLUME, told):
        return DoseOrder((), refused)
    return DoseOrder((slope(people, names), trend(people, names)), ())


def slope(people: pd.DataFrame, names: list[str]) -> Estimate:
    """Return the difference in points for every 90 drops more a day, along a straight line.

    From 10 people of every volume the end on volume with the baseline as covariate,
    else the change on volume; HC3 and t on people less columns.
    """
    import statsmodels.api as sm
    from scipy import stats

    fewest, adjusted = min(counts(people, names).values()), adjustable(people, names)
    method = ADJUSTED if adjusted else PLAIN
    name = f"Slope over prescribed volume, {names[0]}{RANGE}{names[-1]} drops a day"
    if fewest < FOR_INTERVAL:
        return _told(people, names, name, method, PER_STEP, no_interval=FEW)
    inside = used(people).dropna(subset=["group"])
    columns = [np.ones(len(inside)), inside["group"].astype(float).to_numpy() / STEP]
    if adjusted:
        columns.append((inside["baseline"] - inside["baseline"].mean()).to_numpy())
    y = inside["end" if adjusted else "change"].to_numpy()
    fit = sm.OLS(y, np.column_stack(columns)).fit(cov_type="HC3", use_t=True)
    if np.ptp(fit.resid) < NO_SCATTER:
        alone = "the line leaves no scatter to make an interval from"
        return _told(people, names, name, method, PER_STEP, float(fit.params[1]), no_interval=alone)
    value, se = float(fit.params[1]), float(fit.bse[1])
    half = se * float(stats.t.ppf(0.975, fit.df_resid))
    return _told(
        people,
        names,
        name,
        method,
        PER_STEP,
        value,
        low=value - half,
        high=value + half,
        p=float(fit.pvalues[1]),
        warnings=_small(fewest, "A straight line takes every 90 drops to matter alike."),
    )


def trend(people: pd.DataFrame, names: list[str]) -> Estimate:
    """Return p of a trend in the ranks of changes over volumes in order, and Kendall's tau.

    Jonckheere (1954) and Terpstra (1952), two-sided, ties corrected. Tau below 0 says
    that pain had fallen more where more was prescribed.
    """
    from statsmodels.stats.nonparametric import jonckheere_terpstra

    fewest, name = min(counts(people, names).values()), "Trend over prescribed volumes"
    moved = [changes(people, group) for group in names]
    if fewest < FOR_INTERVAL or alike(np.concatenate(moved)):
        why = FEW if fewest < FOR_INTERVAL else "everyone changed alike"
        return _told(people, names, name, JONCKHEERE, "Kendall's tau", no_interval=why)
    found = jonckheere_terpstra(moved, alternative="two-sided")
    return _told(
        people,
        names,
        name,
        JONCKHEERE,
        "Kendall's tau",
        float(found.tau),
        p=float(found.pvalue),
        no_interval="this test gives a p and no interval",
        warnings=_small(fewest, "Below 0, pain had fallen more where more was prescribed."),
    )


def _small(fewest: int, said: str) -> tuple[str, ...]:
    return (said, VERY_SMALL) if fewest < FOR_ANCOVA else (said,)


def _told(
    people: pd.DataFrame,
    names: list[str],
    name: str,
    method: str,
    unit: str,
    estimate: float | None = None,
    **numbers,
) -> Estimate:
    people_of, out = counts(people, names), left_out(people, names)
    return Estimate(name, method, estimate, unit, people_of, left_out=out, **numbers)
