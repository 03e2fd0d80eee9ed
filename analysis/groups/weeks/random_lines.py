"""The mixed model behind the group lines: every person an intercept and a slope of their own.

Each row is touched once. What a person adds to the likelihood is held in the cross
products of their own lines with themselves, with the design and with the pain, so a
step of the fit costs a few small matrices a person, however many rows there are.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

SINGULAR = 1e-6
"""Share of the largest variance between people from which the smallest one counts as none."""

FIT = {"maxiter": 500, "ftol": 1e-14, "gtol": 1e-6}
"""Most steps of the fit, and where it has arrived: -2 log likelihood falls no more, or is flat."""
WITHIN = ((-20.0, 20.0), (None, None), (-20.0, 20.0))
"""Logarithms of scatter, in residual deviations, beyond which there is none or nothing else."""

ON_THE_LINES = 1e-12
"""Share of the pain's own squares below which no residual scatter is left to weigh against."""


@dataclass(frozen=True)
class RandomLines:
    """A mixed model that settled.

    Attributes
    ----------
    beta : numpy.ndarray
        One coefficient per column of the design.
    covariance : numpy.ndarray
        Of the coefficients.
    between : numpy.ndarray
        2 x 2 covariance of people's own intercepts (at the mean week) and slopes.
    """

    beta: np.ndarray
    covariance: np.ndarray
    between: np.ndarray

    def contrast(self, weights: np.ndarray) -> tuple[float, float]:
        """Return a weighted sum of the coefficients and its standard error."""
        se = np.sqrt(weights @ self.covariance @ weights)
        return float(weights @ self.beta), float(se)


@dataclass(frozen=True)
class CrossProducts:
    """Sums of products over rows: of each person's own line, and of all people's design.

    Attributes
    ----------
    own : numpy.ndarray
        People x 2 x 2, the intercept and week of a person's rows with themselves.
    design : numpy.ndarray
        People x 2 x columns, with the design.
    pain : numpy.ndarray
        People x 2, with the pain.
    whole : numpy.ndarray
        Columns + 1 square, of the design and the pain over all rows.
    rows : int
        How many rows there are.
    """

    own: np.ndarray
    design: np.ndarray
    pain: np.ndarray
    whole: np.ndarray
    rows: int


@dataclass(frozen=True)
class Profile:
    """The restricted likelihood at one scatter between people, all else at its best.

    Attributes
    ----------
    deviance : float
        -2 log restricted likelihood, up to a constant.
    gradient : numpy.ndarray
        2 x 2, its slope along the scatter between people.
    beta, information : numpy.ndarray
        Coefficients, and the inverse of their covariance in units of the residual variance.
    residual : float
        Residual variance.
    """

    deviance: float
    gradient: np.ndarray
    beta: np.ndarray
    information: np.ndarray
    residual: float


def random_lines(
    pain: np.ndarray, week: np.ndarray, person: np.ndarray, design: np.ndarray
) -> RandomLines | None:
    """Return the model fitted by restricted maximum likelihood, or None where it did not settle.

    The likelihood is that of Laird and Ware (1982), profiled over the coefficients and
    the residual variance; the three numbers that remain, the scatter between people by its
    log-Cholesky factor (Pinheiro and Bates 1996), are found by L-BFGS. Settled is a fit that
    arrived and in which people differ in both intercept and slope: at the edge, where one
    of the two has no scatter left, its standard errors cannot be relied on.

    Parameters
    ----------
    pain : numpy.ndarray
        One weekly mean a row, VAS 0-100, none missing.
    week : numpy.ndarray
        Centred, so that intercept and slope lean on each other little.
    person : numpy.ndarray
        Whose row it is.
    design : numpy.ndarray
        One column per coefficient, of full rank.

    Examples
    --------
    >>> person, week = np.repeat(np.arange(9), 5), np.tile(np.arange(5.0) - 2, 9)
    >>> own = np.tile([60.0, 40.0, 50.0], 3) - np.repeat([1.0, 2.0, 4.5], 3) * week.reshape(9, 5).T
    >>> pain = own.T.ravel() + np.sin(7.0 * np.arange(45))
    >>> fit = random_lines(pain, week, person, np.column_stack([np.ones(45), week]))
    >>> fit.beta.round(1).tolist()
    [50.0, -2.5]
    """
    from scipy.optimize import minimize

    sums = cross_products(pain, week, person, design)

    def deviance(free: np.ndarray) -> tuple[float, np.ndarray]:
        root = _root(free)
        at = profile(sums, root @ root.T)
        along = 2 * at.gradient @ root
        return at.deviance, along[[0, 1, 1], [0, 0, 1]] * [root[0, 0], 1.0, root[1, 1]]

    try:
        begin = np.array([0.0, 0.0, -np.log(week.std())])
        found = minimize(deviance, begin, jac=True, method="L-BFGS-B", bounds=WITHIN, options=FIT)
        root = _root(found.x)
        at = profile(sums, root @ root.T)
        covariance = at.residual * np.linalg.inv(at.information)
    except np.linalg.LinAlgError:
        return None
    made = RandomLines(at.beta, covariance, at.residual * root @ root.T)
    return made if _proper(made) else None


def cross_products(
    pain: np.ndarray, week: np.ndarray, person: np.ndarray, design: np.ndarray
) -> CrossProducts:
    """Return the sums of products of rows, by person and over all."""
    codes = pd.factorize(person)[0]
    order = np.argsort(codes, kind="stable")
    begins = np.flatnonzero(np.diff(codes[order], prepend=-1))
    own = np.column_stack([np.ones(len(week)), week])[order]
    told = np.column_stack([design, pain])[order]
    beside = np.stack([np.add.reduceat(one[:, None] * told, begins) for one in own.T], axis=1)
    squares = np.add.reduceat(own[:, :, None] * own[:, None, :], begins)
    return CrossProducts(squares, beside[:, :, :-1], beside[:, :, -1], told.T @ told, len(pain))


def profile(sums: CrossProducts, between: np.ndarray) -> Profile:
    """Return the restricted likelihood where people scatter by ``between`` residual variances.

    Raises
    ------
    numpy.linalg.LinAlgError
        Where the design is not of full rank, or no residual scatter is left.
    """
    shrunk = np.linalg.inv(np.eye(2) + sums.own @ between)  # people x 2 x 2
    taken = between @ shrunk
    columns = sums.design.shape[2]
    by_design = np.einsum("nij,njk->nik", taken, sums.design)
    by_pain = np.einsum("nij,nj->ni", taken, sums.pain)
    information = sums.whole[:columns, :columns] - np.einsum("nij,nik->jk", sums.design, by_design)
    moment = sums.whole[:columns, columns] - np.einsum("nij,ni->j", sums.design, by_pain)
    inverse = np.linalg.inv(information)
    beta = inverse @ moment
    squares = sums.whole[columns, columns] - np.sum(sums.pain * by_pain) - moment @ beta
    if squares <= ON_THE_LINES * sums.whole[columns, columns]:
        raise np.linalg.LinAlgError("the pain lies on people's own lines")
    df = sums.rows - columns
    rest = sums.pain - sums.design @ beta
    pulled = np.einsum("nij,nj->ni", shrunk, rest)
    known = np.einsum("nij,njk->nik", shrunk, sums.design)
    gradient = (
        np.einsum("nij,njk->ik", shrunk, sums.own)
        - np.einsum("nij,jk,nlk->il", known, inverse, known, optimize=True)
        - df / squares * pulled.T @ pulled
    )
    deviance = (
        -np.sum(np.linalg.slogdet(shrunk)[1])
        + np.linalg.slogdet(information)[1]
        + df * np.log(squares)
    )
    return Profile(float(deviance), gradient, beta, information, float(squares / df))


def _root(free: np.ndarray) -> np.ndarray:
    """Return the lower triangle of three free numbers, its diagonal their exponentials."""
    return np.array([[np.exp(free[0]), 0.0], [free[1], np.exp(free[2])]])


def _proper(made: RandomLines) -> bool:
    if not (np.isfinite(made.covariance).all() and np.isfinite(made.between).all()):
        return False
    sizes = np.linalg.eigvalsh(made.between)
    return bool(sizes[0] > SINGULAR * sizes[-1] and (np.diag(made.covariance) > 0).all())
