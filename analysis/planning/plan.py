"""A study to be planned: its cells, how sure it is to be, and who is lost."""

import math
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

PAIN, SHARE = "pain", "share"
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
    together : int
        Cells that are one group of the comparison.
    """

    cells: int
    variance: float
    cell: str
    together: int = 1


LAYOUTS: Mapping[str, Layout] = {
    TWO_GROUPS: Layout(2, 2.0, "group"),
    ONE_FACTOR: Layout(4, 1.0, "cell", together=2),
    INTERACTION: Layout(4, 4.0, "cell"),
}


@dataclass(frozen=True, kw_only=True)
class Plan(ABC):
    """What is planned, whatever is looked at in people.

    Attributes
    ----------
    layout : str
        A key of :data:`LAYOUTS`.
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

    layout: str = TWO_GROUPS
    power: float = 0.8
    level: float = 0.05
    lost: float = 0.0
    tendons: int = 1
    outcome: ClassVar[str]
    unit: ClassVar[str]
    likeness: ClassVar[str]
    """What of people is learnt or typed: their scatter, or a share."""
    rests_on: ClassVar[str]
    """The one figure of it that every number rests on."""

    def __post_init__(self):
        for told, fine in self._rules():
            if not fine:
                raise ValueError(told)

    def _rules(self) -> Iterator[tuple[str, bool]]:
        """Yield what has to hold, and whether it does."""
        yield (
            "Power lies between the false-alarm level and 1.",
            self.level < self.power < 1,
        )
        yield "The false-alarm level lies between 0 and 1.", 0 < self.level < 1
        yield "The share lost is 0 or more, and below 1.", 0 <= self.lost < 1
        yield "One tendon or two.", self.tendons in (1, 2)
        yield f"The layout is one of: {'; '.join(LAYOUTS)}.", self.layout in LAYOUTS

    @property
    def cells(self) -> Layout:
        """The cells of the layout."""
        return LAYOUTS[self.layout]

    @property
    def shows_alike(self) -> bool:
        """Whether it is to show that groups differ by less than a margin."""
        return False

    @property
    def least(self) -> str:
        """What the smallest size is called."""
        return "Smallest margin" if self.shows_alike else "Smallest difference"

    def left(self, people: int) -> int:
        """Return how many of so many people in a cell have an end."""
        return math.floor(people * (1 - self.lost) + 1e-9)

    @abstractmethod
    def chance(self, left: int) -> float:
        """Return the power with so many people left in each cell, 0 to 1."""

    @abstractmethod
    def smallest(self, left: int) -> float:
        """Return the smallest size that so many people left in each cell find as often as asked.

        Raises
        ------
        ValueError
            Where none is large enough.
        """

    @abstractmethod
    def alternatives(self, df: int) -> Sequence[Self]:
        """Return the plans between which 95 % limits from so many people leave it open."""

    @property
    @abstractmethod
    def aim(self) -> str:
        """What is looked for, in words: to find a difference of so much."""

    @property
    @abstractmethod
    def method(self) -> str:
        """The formula, and what was put into it."""

    @abstractmethod
    def says(self, least: float | None) -> str:
        """Return what of this size or above would be found, and how often; None for no size."""

    @abstractmethod
    def cautions(self, compared: int) -> Iterator[str]:
        """Yield where the formula and the comparison of so many people a group part."""


def of_ten(share: float) -> str:
    """Return a share in words: of 10 where it is whole, else of 100.

    Examples
    --------
    >>> of_ten(0.8), of_ten(0.85), of_ten(0.805)
    ('8 of 10', '85 of 100', '80.5 of 100')
    """
    hundreds = round(100 * share, 4)
    return f"{hundreds / 10:.0f} of 10" if hundreds % 10 == 0 else f"{hundreds:g} of 100"
