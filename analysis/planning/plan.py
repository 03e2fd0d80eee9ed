"""A study to be planned: its groups, what it looks for, and how much people differ."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

TWO_GROUPS = "two groups"
ONE_FACTOR = "2×2, one of the two factors"
INTERACTION = "2×2, whether one factor's difference depends on the other"


@dataclass(frozen=True)
class Layout:
    """How people are spread over cells, and the contrast that is looked at.

    Attributes
    ----------
    cells : int
        Groups of equal size.
    variance : float
        Variance of the contrast, in units of a person's variance over people a cell.
    cell : str
        What a cell is called.
    """

    cells: int
    variance: float
    cell: str


LAYOUTS: Mapping[str, Layout] = {
    TWO_GROUPS: Layout(2, 2.0, "group"),
    ONE_FACTOR: Layout(4, 1.0, "cell"),
    INTERACTION: Layout(4, 4.0, "cell"),
}


@dataclass(frozen=True)
class Scatter:
    """How much people of one group differ, points VAS 0-100.

    Attributes
    ----------
    end_sd, baseline_sd : float
        Standard deviations at the end and at the start.
    r : float
        Correlation of the two, from above -1 to below 1.

    Raises
    ------
    ValueError
        Where a standard deviation is not above 0 or the correlation is out of range.

    Examples
    --------
    >>> typed = Scatter(end_sd=20, baseline_sd=20, r=0.5)
    >>> typed.change_sd, round(typed.adjusted_sd, 1)
    (20.0, 17.3)
    """

    end_sd: float
    baseline_sd: float
    r: float

    def __post_init__(self):
        if not (self.end_sd > 0 and self.baseline_sd > 0):
            raise ValueError("A standard deviation is above 0.")
        if not -1 < self.r < 1:
            raise ValueError("A correlation lies between -1 and 1.")

    @property
    def change_sd(self) -> float:
        """Standard deviation of people's changes."""
        both = 2 * self.r * self.end_sd * self.baseline_sd
        return float(np.sqrt(self.end_sd**2 + self.baseline_sd**2 - both))

    @property
    def adjusted_sd(self) -> float:
        """Standard deviation at the end of people who began alike: end_sd x sqrt(1 - r²)."""
        return float(self.end_sd * np.sqrt(1 - self.r**2))


@dataclass(frozen=True)
class Plan:
    """What is planned.

    Attributes
    ----------
    scatter : Scatter
        Of people of one group.
    difference : float
        Points VAS between groups that are to be seen; with a margin the difference
        there truly is, 0 as a rule. For the interaction a difference of differences.
    margin : float or None
        Where given, the study is to show that groups differ by less (equivalence).
    layout : str
        A key of :data:`LAYOUTS`.
    adjusted : bool
        Whether the end is compared with the baseline taken into account, else the change.
    power, level : float
        Chance to see it, and of a false alarm (of each of two one-sided tests with a
        margin).
    lost : float
        Share of people without an end, 0 to below 1.
    tendons : int
        1, or 2 where both tendons of everyone are followed.

    Raises
    ------
    ValueError
        Where a number is out of its range; the message says which.
    """

    scatter: Scatter
    difference: float = 20.0
    margin: float | None = None
    layout: str = TWO_GROUPS
    adjusted: bool = True
    power: float = 0.8
    level: float = 0.05
    lost: float = 0.0
    tendons: int = 1

    def __post_init__(self):
        for told, fine in (
            (
                "There is nothing to look for with a difference of 0.",
                self.margin or self.difference,
            ),
            ("A margin is above the difference there is.", self._margin_fits()),
            ("Power lies between the false-alarm level and 1.", self.level < self.power < 1),
            ("The false-alarm level lies between 0 and 1.", 0 < self.level < 1),
            ("The share lost is 0 or more, and below 1.", 0 <= self.lost < 1),
            ("One tendon or two.", self.tendons in (1, 2)),
            (f"The layout is one of: {'; '.join(LAYOUTS)}.", self.layout in LAYOUTS),
        ):
            if not fine:
                raise ValueError(told)

    def _margin_fits(self) -> bool:
        return self.margin is None or self.margin > abs(self.difference)

    @property
    def sd(self) -> float:
        """Standard deviation that the comparison meets, points VAS."""
        return self.scatter.adjusted_sd if self.adjusted else self.scatter.change_sd

    @property
    def cells(self) -> Layout:
        """The cells of the layout."""
        return LAYOUTS[self.layout]
