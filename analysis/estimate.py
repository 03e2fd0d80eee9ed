"""The one shape of a result: a number, its uncertainty, its people, its method."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class LeftOut:
    """People who are not in a number, and why."""

    reason: str
    n: int


@dataclass(frozen=True)
class Estimate:
    """One number with all that is needed to read it.

    Attributes
    ----------
    name : str
        What was estimated, in plain words.
    method : str
        How; interval and p come from this one method.
    estimate : float or None
        In ``unit``; None where the data cannot give it.
    low, high : float or None
        Limits of the interval at ``level``; both None where there is none, and
        then ``no_interval`` says why.
    p : float or None
        Two-sided, from the same estimator as the interval.
    n : mapping of str to int
        People by group, or days for one tendon, as ``unit_of_n`` says.
    left_out : tuple of LeftOut
        Who is not in the number.
    warnings : tuple of str
        Plain sentences a reader needs before using the number.
    """

    name: str
    method: str
    estimate: float | None
    unit: str
    n: Mapping[str, int]
    low: float | None = None
    high: float | None = None
    level: float = 0.95
    p: float | None = None
    no_interval: str = ""
    unit_of_n: str = "people"
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    def __post_init__(self):
        if (self.low is None) != (self.high is None):
            raise ValueError("an interval needs both of its limits")
        if self.estimate is not None and self.low is None and not self.no_interval:
            raise ValueError(f"{self.name}: no interval and no reason why")

    def as_dict(self) -> dict[str, Any]:
        """Return the result as plain values for JSON; missing numbers are None.

        Examples
        --------
        >>> drops = Estimate("drops", "count", 90.0, "drops", {"days": 1}, no_interval="a count")
        >>> drops.as_dict()["warnings"]
        ['No interval: a count.']
        """
        reason = [f"No interval: {self.no_interval}."] if self.no_interval else []
        return {
            "name": self.name,
            "method": self.method,
            "estimate": finite(self.estimate),
            "low": finite(self.low),
            "high": finite(self.high),
            "level": self.level,
            "unit": self.unit,
            "p": finite(self.p),
            "n": {str(group): int(n) for group, n in self.n.items()},
            "left_out": [{"reason": out.reason, "n": int(out.n)} for out in self.left_out],
            "warnings": [*self.warnings, *reason],
        }


def finite(value: float | None) -> float | None:
    """Return the value as a float, or None where it is missing or infinite."""
    return None if value is None or not math.isfinite(value) else float(value)
