"""The mixed model behind the group lines: every person an intercept and a slope of their own."""

import warnings
from dataclasses import dataclass

import numpy as np
import pandas as pd

LADDER = ("lbfgs", "powell", "bfgs")
"""Optimisers tried one after another: each alone fails on some data, all three on none seen."""
SINGULAR = 1e-6
"""Share of the largest variance between people from which the smallest one counts as none."""


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


def random_lines(
    pain: np.ndarray, week: np.ndarray, person: np.ndarray, design: np.ndarray
) -> RandomLines | None:
    """Return the model fitted by restricted maximum likelihood, or None where it did not settle.

    Settled is a fit that some optimiser of the ladder calls converged and in which
    people differ in both intercept and slope: at the edge, where one of the two has no
    scatter left, its standard errors cannot be relied on.

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
    from statsmodels.regression.mixed_linear_model import MixedLM

    own = np.column_stack([np.ones(len(week)), week])
    groups = pd.factorize(person)[0]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what they say is looked at below
        try:
            model = MixedLM(pain, design, groups=groups, exog_re=own)
            found = model.fit(method=list(LADDER))
        except (ValueError, np.linalg.LinAlgError):
            return None
    between = np.asarray(found.cov_re)
    columns = design.shape[1]
    covariance = np.asarray(found.cov_params())[:columns, :columns]
    made = RandomLines(np.asarray(found.fe_params), covariance, between)
    return made if found.converged and _proper(made) else None


def _proper(made: RandomLines) -> bool:
    if not (np.isfinite(made.covariance).all() and np.isfinite(made.between).all()):
        return False
    sizes = np.linalg.eigvalsh(made.between)
    return bool(sizes[0] > SINGULAR * sizes[-1] and (np.diag(made.covariance) > 0).all())
