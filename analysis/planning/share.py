"""A study that compares shares of people, as of those back in activity, and its power."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from analysis.groups.differences import FOR_INTERVAL
from analysis.planning.plan import INTERACTION, SHARE, Plan, of_ten
from analysis.wording import number, plural

UNIT = "percentage points"
NO_MARGIN = (
    "A margin is planned for with pain only: Cohorts holds no margin against shares of people, so "
    "give a difference."
)
NO_INTERACTION = (
    "Whether one factor's difference depends on the other is planned for with pain only: Cohorts "
    "has no test of it for shares of people."
)
FOR_NORMAL = 5
"""People expected of each answer in a group, from which a normal curve serves (Cochran 1954)."""
TINY = 1e-9


@dataclass(frozen=True)
class SharePlan(Plan):
    """A study that compares the shares of people who say yes.

    Attributes
    ----------
    share : float
        Expected in one group, above 0 and below 1.
    difference : float
        Percentage points by which the other group's share is to differ; below 0 fewer.

    Raises
    ------
    ValueError
        Where the other group's share would be below 0 or above 1, or the layout is the
        interaction, which no test of shares answers.

    Examples
    --------
    >>> SharePlan(0.6, 15).other
    0.75
    """

    share: float
    difference: float = 20.0
    outcome: ClassVar[str] = SHARE
    unit: ClassVar[str] = UNIT
    likeness: ClassVar[str] = "share"
    rests_on: ClassVar[str] = "share"

    def _rules(self) -> Iterator[tuple[str, bool]]:
        yield "There is nothing to look for with a difference of 0.", bool(self.difference)
        yield "The share expected lies between 0 and 1, without the two.", 0 < self.share < 1
        yield (
            f"{_percent(self.share)} and {number(self.difference)} percentage points come to "
            f"{_percent(self.other)}; choose a smaller difference, or one to the other side of 0.",
            0 <= self.other <= 1,
        )
        yield NO_INTERACTION, self.layout != INTERACTION
        yield from super()._rules()

    @property
    def other(self) -> float:
        """Share in the other group, 0 to 1."""
        return round(self.share + self.difference / 100, 12)

    @property
    def room(self) -> float:
        """Percentage points that the other share can differ at most, to this side."""
        return 100 * (1 - self.share if self.difference > 0 else self.share)

    def chance(self, left: int) -> float:
        """Return the power by the normal approximation for two independent proportions.

        The shares' pooled variance without a difference, their own with it (Fleiss, Levin
        and Paik 2003, chapter 4; ``power.prop.test`` of R with ``strict``). Below 5 people
        a group no test is made.

        Examples
        --------
        >>> round(SharePlan(0.5, 25).chance(77), 3)
        0.901
        """
        compared = self.cells.together * left
        if compared < FOR_INTERVAL:
            return 0.0
        return _chance(self.share, self.difference, compared, self.level)

    def smallest(self, left: int) -> float:
        """Return the smallest difference to the side asked for: percentage points."""
        from scipy.optimize import brentq

        side, compared = math.copysign(1, self.difference), self.cells.together * left

        def short_of(size: float) -> float:
            return _chance(self.share, side * size, compared, self.level) - self.power

        if compared < FOR_INTERVAL or short_of(self.room) < 0:
            said = self.says(None)
            raise ValueError(said[0].upper() + said[1:])
        return float(brentq(short_of, TINY, self.room, xtol=TINY))

    def alternatives(self, df: int) -> Sequence[Self]:
        """Return the plan at both of Wilson's limits of its share, and where it is least sure.

        Two shares about a half have the most scatter, so that power is not lowest at a
        limit. Where a limit leaves no room for the difference, the share nearest to it does.
        """
        from statsmodels.stats.proportion import proportion_confint

        low, high = proportion_confint(self.share * df, df, method="wilson")
        moved = self.difference / 100
        first, last = max(low, -moved + TINY), min(high, 1 - moved - TINY)
        half = min(max(0.5 - moved / 2, first), last)
        return [replace(self, share=float(share)) for share in (first, half, last)]

    @property
    def aim(self) -> str:
        """What is looked for, in words."""
        return f"to find {_percent(self.other)} against {_percent(self.share)}"

    @property
    def method(self) -> str:
        """The formula, and what was put into it."""
        return (
            f"{self.layout}; shares of {_percent(self.share)} and {_percent(self.other)}, normal "
            f"approximation for two proportions, power {number(100 * self.power)} %, level "
            f"{number(100 * self.level)} %"
        )

    def says(self, least: float | None) -> str:
        """Return what would be found, and how often."""
        often = f"in {of_ten(self.power)} such studies"
        if least is None:
            end = 1.0 if self.difference > 0 else 0.0
            return (
                f"not even {_percent(end)} against {_percent(self.share)} would be found {often}."
            )
        size = min(math.ceil(least - 0.05), self.room)
        other = self.share + math.copysign(size, self.difference) / 100
        return (
            f"differences of {number(size)} percentage points and more, as {_percent(other)} "
            f"against {_percent(self.share)}, would be found {often}."
        )

    def cautions(self, compared: int) -> Iterator[str]:
        """Yield where the test would go another way than the formula."""
        if compared < FOR_INTERVAL:
            yield f"With fewer than {FOR_INTERVAL} people left in a group no test is made."
            return
        fewest = compared * min(min(share, 1 - share) for share in (self.share, self.other))
        if fewest < FOR_NORMAL:
            yield (
                f"The formula is rough here: of {plural(compared, 'person', 'people')} left in a "
                f"group fewer than {FOR_NORMAL} are expected to give one of the two answers. "
                "Simulated studies are the better guide."
            )


def _chance(share: float, difference: float, compared: int, level: float) -> float:
    from statsmodels.stats.proportion import power_proportions_2indep

    told = power_proportions_2indep(
        difference / 100, share, compared, alpha=level, return_results=False
    )
    return float(told)


def _percent(share: float) -> str:
    """Return a share in percent, whole where it is.

    Examples
    --------
    >>> _percent(0.6), _percent(0.755)
    ('60 %', '75.5 %')
    """
    return f"{number(round(100 * share, 1))} %"
