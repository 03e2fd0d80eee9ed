"""One outcome on one predictor, split into a person's own ups and downs and their usual level."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.estimate import Estimate, LeftOut
from analysis.groups.differences import FOR_ANCOVA, FOR_DIFFERENCE, NO_SCATTER
from analysis.groups.leverage import rests_on_one
from analysis.wording import number

FEWEST_PAIRS = 14
FOR_SURE = 20
WITHIN = "least squares with time, beside one's own mean, errors by person, t"
BETWEEN = "people's means, least squares with their mean week, HC3 with t"
CORRELATION = "one correlation for each person, Fisher's z, t"
FEW = "Few people: the interval may be too narrow."
AS_DONE = "People who do more differ from those who do less in other ways too; so no p is given."
ALIKE = "the same on all of their days"
ONE_APART = "all but one person did the same, so everything would rest on that one"
EVERYONE = "everyone"
STEP = "step"


def spreads(rows: pd.DataFrame, column: str) -> tuple[float, float]:
    """Return the standard deviation within people, and that of people's means.

    NaN where there is nothing to take it from.

    Examples
    --------
    >>> rows = pd.DataFrame({"person": ["a", "a", "b", "b"], "x": [1.0, 3.0, 5.0, 7.0]})
    >>> spreads(rows, "x")[1]
    2.8284271247461903
    """
    people = rows.groupby("person")[column]
    means = people.mean()
    df = len(rows) - len(means)
    own = rows[column] - people.transform("mean")
    within = float(np.sqrt((own**2).sum() / df)) if df > 0 else float("nan")
    return within, float(means.std())


@dataclass(frozen=True)
class Question:
    """How an outcome of a day goes with something of the days before.

    Attributes
    ----------
    pairs : pandas.DataFrame
        person, week, and the columns asked about; one row a day.
    outcome, predictor : str
        Columns of ``pairs``.
    step : float
        What the numbers are per, in units of the predictor.
    least : float
        Standard deviation of the predictor below which nothing is said.
    unit, predictor_unit : str
        Of the outcome, and of the predictor.
    fewest : int
        People from whom there is an interval.
    """

    pairs: pd.DataFrame
    outcome: str
    predictor: str
    step: float
    least: float
    unit: str
    predictor_unit: str
    fewest: int = FOR_ANCOVA

    @property
    def rows(self) -> pd.DataFrame:
        """Days on which both are known, of people with 14 of them."""
        known = self.pairs.dropna(subset=[self.outcome, self.predictor])
        size = known.groupby("person")["week"].transform("size")
        return known[size >= FEWEST_PAIRS].reset_index(drop=True)

    @property
    def means(self) -> pd.DataFrame:
        """People's means over those days of the outcome, the week and the predictor."""
        return self.rows.groupby("person")[[self.outcome, "week", self.predictor]].mean()

    def within(self, name: str) -> Estimate:
        """Return the outcome per step of the predictor above the person's own mean.

        The person's mean and time stand beside it in the model, so that neither a
        trend of everyone nor who does more is in the number.
        """
        rows = self.rows
        blank = self._blank(name, WITHIN, rows)
        own, _ = spreads(rows, self.predictor)
        if refusal := self._refusal(blank, own, "within people"):
            return replace(blank, no_interval=refusal)
        usual = rows.groupby("person")[self.predictor].transform("mean")
        design = _design(rows["week"], usual, rows[self.predictor] - usual)
        people = pd.factorize(rows["person"])[0]
        return self._fitted(blank, rows[self.outcome], design, people)

    def between(self, name: str) -> Estimate:
        """Return the mean outcome of people per step of their mean predictor, without p."""
        rows = self.rows
        blank = self._blank(name, BETWEEN, rows)
        _, others = spreads(rows, self.predictor)
        if refusal := self._refusal(blank, others, "between people"):
            return replace(blank, no_interval=refusal)
        means = self.means
        design = _design(means["week"], means[self.predictor])
        found = self._fitted(blank, means[self.outcome], design, None)
        return replace(found, p=None, warnings=(*found.warnings, AS_DONE))

    def correlation(self, name: str) -> Estimate:
        """Return the mean over people of the predictor's correlation with the outcome's step.

        A step is from one day to the next; steps have no trend left to share with load.
        """
        from scipy import stats

        pairs = self.pairs
        step = pairs[self.outcome] - pairs[f"{self.outcome}_before"]
        steps = replace(self, pairs=pairs.assign(**{STEP: step}), outcome=STEP, unit="correlation")
        rows = steps.rows
        z = np.arctanh(_correlations(rows, STEP, self.predictor))
        blank = steps._blank(name, CORRELATION, rows, len(z))
        own, _ = spreads(rows, self.predictor)
        if refusal := self._refusal(blank, own, "within people"):
            return replace(blank, no_interval=refusal)
        value = float(np.tanh(z.mean()))
        if len(z) < self.fewest:
            return replace(blank, estimate=value, no_interval=self._fewer_than(self.fewest))
        test = stats.ttest_1samp(z, 0.0)
        low, high = np.tanh(test.confidence_interval())
        limits = {"low": float(low), "high": float(high), "p": float(test.pvalue)}
        return replace(blank, estimate=value, **limits, warnings=_few(len(z)))

    def _blank(
        self, name: str, method: str, rows: pd.DataFrame, told: int | None = None
    ) -> Estimate:
        """Return an estimate without a number, its people counted; ``told`` have scatter."""
        everyone, inside = self.pairs["person"].nunique(), rows["person"].nunique()
        told = inside if told is None else told
        why = {f"fewer than {FEWEST_PAIRS} pairs of days": everyone - inside, ALIKE: inside - told}
        gone = tuple(LeftOut(reason, n) for reason, n in why.items() if n)
        return Estimate(name, method, None, self.unit, {EVERYONE: told}, left_out=gone)

    def _fewer_than(self, people: int) -> str:
        return f"fewer than {people} people with {FEWEST_PAIRS} pairs of days"

    def _refusal(self, blank: Estimate, spread: float, where: str) -> str:
        if blank.n[EVERYONE] < FOR_DIFFERENCE:
            return self._fewer_than(FOR_DIFFERENCE)
        if not spread >= self.least:
            shown = f"{number(spread, 1)} {self.predictor_unit}"
            return f"the spread {where} is {shown} (standard deviation), too little to tell by"
        return ""

    def _fitted(
        self, blank: Estimate, outcome: pd.Series, design: np.ndarray, people: np.ndarray | None
    ) -> Estimate:
        import statsmodels.api as sm

        if people is None and rests_on_one(design):
            return replace(blank, no_interval=ONE_APART)
        model = sm.OLS(outcome.to_numpy(), design)
        if people is None:
            fit = model.fit(cov_type="HC3", use_t=True)
        else:
            fit = model.fit(cov_type="cluster", cov_kwds={"groups": people}, use_t=True)
        value = self.step * float(fit.params[-1])
        if blank.n[EVERYONE] < self.fewest:
            return replace(blank, estimate=value, no_interval=self._fewer_than(self.fewest))
        low, high = self.step * fit.conf_int()[-1]
        limits = {"low": float(low), "high": float(high), "p": float(fit.pvalues[-1])}
        return replace(blank, estimate=value, **limits, warnings=_few(blank.n[EVERYONE]))


def _few(n: int) -> tuple[str, ...]:
    return (FEW,) if n < FOR_SURE else ()


def _design(*columns: pd.Series) -> np.ndarray:
    """Return an intercept and the columns, those without scatter left out; the last is asked of."""
    centred = [column.to_numpy() - column.mean() for column in columns]
    kept = [column for column in centred if np.ptp(column) > NO_SCATTER]
    return np.column_stack([np.ones(len(columns[0])), *kept])


def _correlations(rows: pd.DataFrame, one: str, other: str) -> np.ndarray:
    """Return the correlation of two columns in each person who has scatter in both."""
    means = rows.groupby("person")[[one, other]].transform("mean")
    x, y = (rows[column] - means[column] for column in (one, other))
    sums = pd.DataFrame({"person": rows["person"], "xy": x * y, "xx": x * x, "yy": y * y})
    told = sums.groupby("person").sum()
    told = told[(told["xx"] > NO_SCATTER) & (told["yy"] > NO_SCATTER)]
    return (told["xy"] / np.sqrt(told["xx"] * told["yy"])).to_numpy()
