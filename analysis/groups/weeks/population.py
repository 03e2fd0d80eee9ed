"""The mean of each group over the weeks: one line through all people of a group together."""

import warnings
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.days import Days
from analysis.estimate import Estimate
from analysis.groups.holm import beside_holm
from analysis.groups.levels import by_t
from analysis.groups.weeks.slopes import A_WEEK
from analysis.groups.weeks.weekly_means import (
    WeeklyMeans,
    group_lines,
    slope_contrasts,
    weekly_means,
)
from analysis.groups.withholding import as_allowed
from analysis.outcomes import Outcomes

FEWEST = 20
"""People a group; with fewer the spread of the means is told too small."""
MOST = 1000
"""People; with more the bias-reduced standard errors take longer than a page may."""
GEE = (
    "generalised estimating equations (GEE), exchangeable, standard errors of Mancl and DeRouen, t"
)
BY_CHANCE = (
    "GEE takes those who left to have left by chance: where the sorer left, it cannot know it."
)
TOO_MANY = f"its standard errors take too long for more than {MOST:,} people"
NOT_SETTLED = "the GEE did not settle on these data"


@dataclass(frozen=True)
class GroupLines:
    """A fit that settled: levels of the groups, then their slopes, and the covariance of both."""

    beta: np.ndarray
    covariance: np.ndarray


def population(
    days: Days, outcomes: Outcomes, by: str, withheld: bool = False
) -> tuple[Estimate, ...]:
    """Return every pair's difference of the slopes of group means, points VAS a week.

    Generalised estimating equations (Liang and Zeger 1986) of weekly person means
    (3 logged days, or a visit) on group and centred week; the weeks of a person are
    taken to lean on one another alike. Standard errors bias-reduced (Mancl and DeRouen
    2001), t with people less groups degrees of freedom. No number below 20 people in a
    group or 4 weeks, above 1,000 people, or where the fit does not settle: then
    ``no_interval`` says why. Groups made from the result get neither interval nor p,
    ``withheld`` where something else than the column's name tells so.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    told = weekly_means(days, outcomes, by)
    refusal = told.too_little(FEWEST) or _too_many(told)
    fit = None if refusal else fitted(told.rows, told.names)
    if fit is None:
        reason = refusal or NOT_SETTLED
        pairs = slope_contrasts(told.names)
        return tuple(told.blank(pair, GEE, A_WEEK, reason) for pair in pairs)
    return as_allowed(_differences(told, fit), by, withheld)


def _too_many(told: WeeklyMeans) -> str:
    return TOO_MANY if told.rows["person"].nunique() > MOST else ""


def _differences(told: WeeklyMeans, fit: GroupLines) -> list[Estimate]:
    found = []
    for pair, weights in slope_contrasts(told.names).items():
        value, se = weights @ fit.beta, np.sqrt(weights @ fit.covariance @ weights)
        blank = told.blank(pair, GEE, A_WEEK, "")
        found.append(by_t(blank, float(value), float(se), told.df))
    return [replace(one, warnings=(BY_CHANCE, *one.warnings)) for one in beside_holm(found)]


def fitted(rows: pd.DataFrame, names: list[str]) -> GroupLines | None:
    """Return the fit of a line for each group; None where it fails or warns.

    Parameters
    ----------
    rows : pandas.DataFrame
        person, group, week, mean VAS 0-100, as
        :func:`analysis.groups.weeks.weekly_means.weekly_means` gives them.
    """
    from statsmodels.genmod.cov_struct import Exchangeable
    from statsmodels.genmod.generalized_estimating_equations import GEE as Model

    whose = pd.factorize(rows["person"])[0]
    design = group_lines(rows, names)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            model = Model(rows["mean"].to_numpy(), design, whose, cov_struct=Exchangeable())
            found = model.fit(cov_type="bias_reduced")
        except (Warning, ValueError, ArithmeticError, np.linalg.LinAlgError):
            return None
    made = GroupLines(np.asarray(found.params), np.asarray(found.cov_params()))
    return made if found.converged and _proper(made) else None


def _proper(made: GroupLines) -> bool:
    known = np.isfinite(made.beta).all() and np.isfinite(made.covariance).all()
    return bool(known and (np.diag(made.covariance) > 0).all())
