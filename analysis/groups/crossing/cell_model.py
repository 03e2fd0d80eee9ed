"""Four cells of two factors: each factor averaged over the other, and their interaction."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.groups.differences import NO_SCATTER
from analysis.groups.leverage import rests_on_one
from analysis.groups.people import used

CELL_ANCOVA = "ANCOVA of the four cells on the end value, baseline as covariate, HC3 with t"
CELL_WELCH = "means of the four cells' changes, Welch-Satterthwaite t"
AVERAGES = np.array([[1, 1, -1, -1], [1, -1, 1, -1], [2, -2, -2, 2]]) / 2
"""First factor, second factor, interaction; cells in the order ++, +−, −+, −−.

The first two are averages over the other factor; the third is a difference of
differences.
"""


@dataclass(frozen=True)
class Contrast:
    """One combination of the cells: its value, standard error and degrees of freedom."""

    value: float
    se: float
    df: float

    def limits(self, level: float) -> tuple[float, float]:
        """Return the interval by t."""
        from scipy import stats

        half = self.se * float(stats.t.ppf((1 + level) / 2, self.df))
        return self.value - half, self.value + half

    @property
    def p(self) -> float:
        """Two-sided, from the same standard error and t."""
        from scipy import stats

        return float(2 * stats.t.sf(abs(self.value) / self.se, self.df))


def adjusted(people: pd.DataFrame, cells: list[str]) -> tuple[tuple[Contrast, ...], np.ndarray]:
    """Return the three contrasts by ANCOVA, and the cells' ends at the mean baseline.

    End on first x second + baseline centred, effect-coded: ±½ for each factor, so that
    a main effect is an average over the other factor and the product is the difference
    of differences. HC3 (MacKinnon and White 1985) with t on people less five.

    Parameters
    ----------
    people : pandas.DataFrame
        group (a cell), baseline and end (VAS 0-100), left_out.
    cells : list of str
        In the order ++, +−, −+, −−.

    Returns
    -------
    tuple
        Empty contrasts where everyone began alike, the line rests on one person alone or
        no scatter is left to make an interval from; the ends are VAS 0-100.
    """
    import statsmodels.api as sm

    inside = used(people)
    start = inside["baseline"].to_numpy() - inside["baseline"].mean()
    if np.ptp(start) < NO_SCATTER:
        return (), np.full(len(cells), np.nan)
    signs = AVERAGES[:2, pd.Index(cells).get_indexer(inside["group"])]
    first, second = signs
    design = np.column_stack([np.ones(len(start)), first, second, first * second, start])
    if rests_on_one(design):
        return (), np.full(len(cells), np.nan)
    fit = sm.OLS(inside["end"].to_numpy(), design).fit(cov_type="HC3", use_t=True)
    one, two = AVERAGES[:2]
    ends = np.column_stack([np.ones(len(cells)), one, two, one * two]) @ fit.params[:4]
    if np.ptp(fit.resid) < NO_SCATTER:
        return (), ends
    told = zip(fit.params[1:4], fit.bse[1:4], strict=True)
    return tuple(Contrast(float(b), float(se), float(fit.df_resid)) for b, se in told), ends


def unadjusted(people: pd.DataFrame, cells: list[str]) -> tuple[Contrast, ...]:
    """Return the three contrasts of mean changes, each cell with its own variance.

    Degrees of freedom by Satterthwaite, as in Welch (1951). The standard error is NaN
    where no cell has scatter; each cell needs two people.
    """
    inside = used(people)
    changes = [inside.loc[inside["group"] == cell, "change"].to_numpy() for cell in cells]
    n = np.array([len(values) for values in changes])
    mean = np.array([values.mean() for values in changes])
    variance = np.array([values.var(ddof=1) for values in changes])
    if not any(np.ptp(values) > NO_SCATTER for values in changes):
        return tuple(Contrast(float(value), np.nan, np.nan) for value in AVERAGES @ mean)
    parts = AVERAGES**2 * (variance / n)
    whole = parts.sum(axis=1)
    df = whole**2 / (parts**2 / (n - 1)).sum(axis=1)
    told = zip(AVERAGES @ mean, np.sqrt(whole), df, strict=True)
    return tuple(Contrast(float(value), float(se), float(free)) for value, se, free in told)
