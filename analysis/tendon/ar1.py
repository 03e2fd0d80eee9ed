"""Straight lines through days that lean on each other: GLS with continuous-time AR(1) errors."""

from dataclasses import dataclass

import numpy as np

HIGHEST = 0.999
"""Largest correlation from one day to the next that is looked at; a series that wants
more cannot be told from one that wanders."""
GRID = np.linspace(0.0, HIGHEST, 25)


@dataclass(frozen=True)
class Fit:
    """A line fitted by restricted maximum likelihood.

    Attributes
    ----------
    beta : numpy.ndarray
        Coefficients, one per column of the design.
    covariance : numpy.ndarray
        Of the coefficients.
    df : int
        Observations less coefficients, for t.
    rho : float
        Correlation of the errors one day apart, from 0 to 1.
    variance : float
        Of one day's error.
    effective : float
        How many independent days would tell as much of the mean.
    log_likelihood : float
        Restricted, up to a constant that does not depend on the data.
    """

    beta: np.ndarray
    covariance: np.ndarray
    df: int
    rho: float
    variance: float
    effective: float
    log_likelihood: float

    @property
    def se(self) -> np.ndarray:
        """Standard errors of the coefficients."""
        return np.sqrt(np.diag(self.covariance))


def fit(day: np.ndarray, y: np.ndarray, design: np.ndarray) -> Fit:
    """Fit ``y`` on a design, errors correlated as rho to the power of the days between.

    The errors are whitened day by day, each given the one before, so the work grows
    with the number of days and no matrix of all days is ever made (Jones 1993;
    the likelihood is that of ``nlme::gls`` with ``corCAR1``).

    Parameters
    ----------
    day : numpy.ndarray
        Rising, no two alike; days may be missing.
    y : numpy.ndarray
        Without missing values.
    design : numpy.ndarray
        One row per day, one column per coefficient.

    Raises
    ------
    ValueError
        Where there are too few days for the design, or all of them lie on it.

    Examples
    --------
    >>> day = np.arange(40.0)
    >>> y = 50 - day + np.where(day % 2, 1.0, -1.0)
    >>> line = np.column_stack([np.ones(40), day])
    >>> round(float(fit(day, y, line).beta[1]), 2)
    -1.0
    """
    from scipy.optimize import minimize_scalar

    if len(y) <= design.shape[1] + 1:
        raise ValueError("there are too few days for a line")
    if np.allclose(y, design @ np.linalg.lstsq(design, y, rcond=None)[0], atol=1e-9):
        raise ValueError("every day lies on the line")
    gaps = np.diff(day)

    def loss(rho: float) -> float:
        return -_at(rho, gaps, y, design).log_likelihood

    best = int(np.argmin([loss(rho) for rho in GRID]))
    low, high = GRID[max(best - 1, 0)], GRID[min(best + 1, len(GRID) - 1)]
    found = minimize_scalar(loss, bounds=(low, high), method="bounded", options={"xatol": 1e-10})
    rho = float(found.x) if found.fun < loss(GRID[best]) else float(GRID[best])
    return _at(rho, gaps, y, design)


def _at(rho: float, gaps: np.ndarray, y: np.ndarray, design: np.ndarray) -> Fit:
    carried = rho**gaps
    fresh = 1 - carried**2
    white_x, white_y = _whitened(design, carried, fresh), _whitened(y, carried, fresh)
    information = white_x.T @ white_x
    beta = np.linalg.solve(information, white_x.T @ white_y)
    rest = white_y - white_x @ beta
    df = len(y) - design.shape[1]
    variance = float(rest @ rest) / df
    log_det = np.log(fresh).sum() + np.linalg.slogdet(information)[1]
    ones = _whitened(np.ones(len(y)), carried, fresh)
    return Fit(
        beta=beta,
        covariance=variance * np.linalg.inv(information),
        df=df,
        rho=rho,
        variance=variance,
        effective=float(ones @ ones),
        log_likelihood=-0.5 * (df * np.log(variance) + log_det),
    )


def _whitened(values: np.ndarray, carried: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """Take from each day what the day before already says of it, in units of what is new."""
    shape = (-1, *[1] * (values.ndim - 1))
    scale = np.sqrt(fresh).reshape(shape)
    later = (values[1:] - carried.reshape(shape) * values[:-1]) / scale
    return np.concatenate([values[:1], later])
