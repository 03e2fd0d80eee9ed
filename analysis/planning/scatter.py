"""How much people of one group differ in pain."""

from dataclasses import dataclass

import numpy as np

LEVEL = 0.95


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

    def scaled(self, factor: float) -> "Scatter":
        """Return people who differ so many times as much.

        Examples
        --------
        >>> Scatter(20, 10, 0.5).scaled(2)
        Scatter(end_sd=40, baseline_sd=20, r=0.5)
        """
        return Scatter(self.end_sd * factor, self.baseline_sd * factor, self.r)


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
