"""What an own log says of how much people differ, and how sure one can be of it."""

from dataclasses import dataclass, replace

import numpy as np

from analysis.estimate import Estimate
from analysis.groups.crossing.crossed import named
from analysis.groups.differences import POINTS
from analysis.groups.people import one_each, used
from analysis.outcomes import Outcomes
from analysis.planning.learnt import Learnt, from_outcomes
from analysis.wording import plural

EVERYONE = "everyone"
LEVEL = 0.95
USUAL_PEOPLE = 14
"""In a group of the published cohorts."""


@dataclass(frozen=True)
class OwnPeople:
    """What the people of a log teach a plan.

    Attributes
    ----------
    by : str
        The column within whose groups they were taken, or :data:`EVERYONE`.
    week : int
        Week of the end.
    learnt : Learnt
        Their standard deviations, correlation and share lost.
    df : int
        Degrees of freedom of a standard deviation: people less groups.
    fewest : int
        People of the smallest group, those without an end included.
    estimates : tuple of Estimate
        The same figures with 95 % intervals.
    """

    by: str
    week: int
    learnt: Learnt
    df: int
    fewest: int
    estimates: tuple[Estimate, ...]

    @property
    def source(self) -> str:
        """Where the scatter comes from, in words."""
        groups = "" if self.by == EVERYONE else f", within {named(self.by)}"
        return f"the log of {plural(self.learnt.n, 'person', 'people')}{groups}, week {self.week}"

    def factors(self, adjusted: bool) -> tuple[float, float]:
        """Return by what the standard deviation may be off: the 95 % limits over its value.

        From the chi-square distribution; an end with the baseline taken into account
        has one degree of freedom less than a change.
        """
        return sd_limits(self.df - adjusted)


def sd_limits(df: int) -> tuple[float, float]:
    """Return the 95 % limits of a standard deviation over its value, by chi-square.

    Examples
    --------
    >>> [round(limit, 2) for limit in sd_limits(30)]
    [0.8, 1.34]
    """
    from scipy import stats

    low, high = stats.chi2.ppf([(1 + LEVEL) / 2, (1 - LEVEL) / 2], df)
    return float(np.sqrt(df / low)), float(np.sqrt(df / high))


def own_people(outcomes: Outcomes, by: str = EVERYONE) -> OwnPeople:
    """Return what the people of a log teach, pooled within the groups of a column.

    By :data:`EVERYONE` all are one group.

    Raises
    ------
    ValueError
        Where fewer than 10 people have both baseline and end, where they do not differ,
        or where there is no such column.
    """
    table = outcomes.table.assign(**{EVERYONE: EVERYONE})
    told = replace(outcomes, table=table)
    learnt = from_outcomes(told, by)
    people = one_each(told, by)[0].dropna(subset=["group"])
    df = learnt.n - used(people)["group"].nunique()
    fewest = int(people["group"].value_counts().min())
    estimates = _estimates(learnt, df, outcomes.week, len(people))
    return OwnPeople(by, outcomes.week, learnt, df, fewest, estimates)


def people_there_are(own: OwnPeople | None) -> int:
    """Return how many people are taken to be there in each group where nobody says.

    Those of the smallest group of an own log, else as many as published cohorts had.

    Examples
    --------
    >>> people_there_are(None)
    14
    """
    return USUAL_PEOPLE if own is None else max(own.fewest, 2)


def _estimates(learnt: Learnt, df: int, week: int, started: int) -> tuple[Estimate, ...]:
    low, high = sd_limits(df)
    scatter, n = learnt.scatter, {"": learnt.n}
    method = "within groups, chi-square"
    sds = [
        Estimate(name, method, sd, POINTS, n, low=low * sd, high=high * sd)
        for name, sd in (
            ("Standard deviation at the start", scatter.baseline_sd),
            (f"Standard deviation at week {week}", scatter.end_sd),
        )
    ]
    return (*sds, _correlation(scatter.r, df, n), _lost(learnt, started))


def _correlation(r: float, df: int, n: dict[str, int]) -> Estimate:
    """Return the correlation with Fisher's interval; pooled, df takes the place of n - 1."""
    from scipy import stats

    half = stats.norm.ppf((1 + LEVEL) / 2) / np.sqrt(df - 2)
    low, high = np.tanh(np.arctanh(r) + np.array([-half, half]))
    name, method = "Correlation of start and end", "within groups, Fisher's z"
    return Estimate(name, method, r, "", n, low=float(low), high=float(high))


def _lost(learnt: Learnt, started: int) -> Estimate:
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(started - learnt.n, started, method="wilson")
    return Estimate(
        name="Share lost",
        method="Wilson",
        estimate=100 * learnt.lost,
        low=100 * float(low),
        high=100 * float(high),
        unit="%",
        n={"": started},
    )
