"""A study that compares pain: its difference or margin, and its power by t."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar, Self

import numpy as np

from analysis.groups.differences import FOR_ANCOVA, FOR_INTERVAL, POINTS
from analysis.planning.plan import INTERACTION, PAIN, Plan, of_ten
from analysis.planning.scatter import Scatter, sd_limits
from analysis.wording import number

NODES = 200
"""Of the quadrature over the scatter: the power is right to six digits."""


@dataclass(frozen=True)
class PainPlan(Plan):
    """A study that compares pain.

    Attributes
    ----------
    scatter : Scatter
        Of people of one group.
    difference : float
        Points VAS between groups that are to be seen; with a margin the difference
        there truly is, 0 as a rule. For the interaction a difference of differences.
    margin : float or None
        Where given, the study is to show that groups differ by less (equivalence).
    adjusted : bool
        Whether the end is compared with the baseline taken into account, else the change.
    """

    scatter: Scatter
    difference: float = 20.0
    margin: float | None = None
    adjusted: bool = True
    outcome: ClassVar[str] = PAIN
    unit: ClassVar[str] = POINTS
    likeness: ClassVar[str] = "scatter"
    rests_on: ClassVar[str] = "standard deviation"

    def _rules(self) -> Iterator[tuple[str, bool]]:
        yield (
            "There is nothing to look for with a difference of 0.",
            bool(self.margin or self.difference),
        )
        fits = self.margin is None or self.margin > abs(self.difference)
        yield "A margin is above the difference there is.", fits
        yield from super()._rules()

    @property
    def sd(self) -> float:
        """Standard deviation that the comparison meets, points VAS."""
        return self.scatter.adjusted_sd if self.adjusted else self.scatter.change_sd

    @property
    def shows_alike(self) -> bool:
        """Whether it is to show that groups differ by less than a margin."""
        return self.margin is not None

    def chance(self, left: int) -> float:
        """Return the power, averaged over what the scatter may turn out to be.

        Given the scatter seen, the estimate is normal; averaging over its chi distribution
        gives the noncentral t, and for a margin Owen's (1965) exact power of two one-sided
        tests. Without adjustment, two groups and no margin it is the two-sample t test's
        (``power.t.test`` of R); taking the baseline into account needs (1 - r²) times as
        many people.
        """
        from scipy import special, stats

        df = self.cells.cells * (left - 1) - self.adjusted
        if left < 2 or df < 1:
            return 0.0
        node, weight = _quadrature()
        seen = np.sqrt(2 * special.gammaincinv(df / 2, node) / df)
        away = self.difference / self._se(left)
        if self.margin is None:
            edge = stats.t.ppf(1 - self.level / 2, df) * seen
            chance = stats.norm.sf(edge - away) + stats.norm.cdf(-edge - away)
        else:
            room = self.margin / self._se(left) - stats.t.ppf(1 - self.level, df) * seen
            chance = np.maximum(stats.norm.cdf(room - away) - stats.norm.cdf(-room - away), 0)
        return float(chance @ weight)

    def smallest(self, left: int) -> float:
        """Return the smallest difference, or margin, with the power asked: points."""
        from scipy.optimize import brentq

        se = self._se(left)
        start = abs(self.difference) if self.margin is not None else 0.0

        def short_of(size: float) -> float:
            asked = {"difference": size} if self.margin is None else {"margin": start + size}
            return replace(self, **asked).chance(left) - self.power

        return start + float(brentq(short_of, 1e-6 * se, 1e3 * se, xtol=1e-9 * se))

    def _se(self, left: int) -> float:
        return self.sd * math.sqrt(self.cells.variance / left)

    def alternatives(self, df: int) -> Sequence[Self]:
        """Return the plan at the limits of its standard deviation, the lower first.

        From the chi-square distribution; an end with the baseline taken into account
        has one degree of freedom less than a change.
        """
        limits = sd_limits(df - self.adjusted)
        return [replace(self, scatter=self.scatter.scaled(factor)) for factor in limits]

    @property
    def aim(self) -> str:
        """What is looked for, in words."""
        if self.margin is not None:
            return f"to show a difference of less than {number(self.margin)} points"
        return f"to find a difference of {number(self.difference)} points"

    @property
    def method(self) -> str:
        """The formula, and what was put into it."""
        model = "end with the baseline taken into account" if self.adjusted else "change, t test"
        asked = (
            f"difference of {number(self.difference)}"
            if self.margin is None
            else f"two one-sided tests against a margin of {number(self.margin)}"
        )
        return (
            f"{self.layout}; {model}; {asked} points, standard deviation {number(self.sd, 1)}, "
            f"power {number(100 * self.power)} %, level {number(100 * self.level)} %"
        )

    def says(self, least: float | None) -> str:
        """Return what would be found, and how often."""
        if least is None:
            return "no difference could be found: too few are left."
        size = f"{math.ceil(least - 0.05)} points"  # up: the next whole one is found as often
        often = f"in {of_ten(self.power)} such studies"
        if self.margin is not None:
            what = "differences differ by" if self.layout == INTERACTION else "a difference is"
            return f"it could be shown {often} that {what} less than {size}."
        what = "differences that differ by" if self.layout == INTERACTION else "differences of"
        return f"{what} {size} and more would be found {often}."

    def cautions(self, compared: int) -> Iterator[str]:
        """Yield where the comparison would go another way than the formula."""
        if compared < FOR_INTERVAL:
            yield f"With fewer than {FOR_INTERVAL} people left in a group no interval is given."
        elif compared < FOR_ANCOVA and self.adjusted:
            yield (
                f"The baseline is taken into account from {FOR_ANCOVA} people left in a group; "
                "with fewer, changes are compared. Choose changes above to plan for that."
            )


@cache
def _quadrature() -> tuple[np.ndarray, np.ndarray]:
    """Return Gauss-Legendre nodes and weights from 0 to 1."""
    node, weight = np.polynomial.legendre.leggauss(NODES)
    return (node + 1) / 2, weight / 2
