"""Which columns cannot be told apart: the rank that one adds to the others."""

import numpy as np
import pandas as pd


def told_by(column: np.ndarray, others: np.ndarray) -> bool:
    """Return whether a column of a design matrix is a combination of the others.

    Parameters
    ----------
    column : numpy.ndarray
        One value a row, or several columns that stand together: told by the others
        where at least one of their combinations is.
    others : numpy.ndarray
        Rows by columns.

    Examples
    --------
    >>> told_by(np.array([0.0, 0, 1, 1]), np.array([[1.0, 90], [1, 90], [1, 180], [1, 180]]))
    True
    """
    extra = column.reshape(len(others), -1)
    both = np.column_stack([others, extra])
    rank = np.linalg.matrix_rank
    return bool(rank(both) < rank(others) + rank(extra))


def levels(values: pd.Series) -> np.ndarray:
    """Return a column of 0 and 1 for each value but the first; n rows, values less 1 columns.

    Examples
    --------
    >>> levels(pd.Series(["flat", "step", "flat"])).ravel().tolist()
    [0.0, 1.0, 0.0]
    """
    return pd.get_dummies(values, dtype=float).iloc[:, 1:].to_numpy()


def jointly_told(frame: pd.DataFrame, by: str, factors: list[str]) -> bool:
    """Return whether the other factors together leave nothing of a factor to see.

    True where some difference between values of ``by`` is a sum of differences of the
    others, although perhaps of no single one.

    Parameters
    ----------
    frame : pandas.DataFrame
        The columns, none missing; rows alike count once.

    Examples
    --------
    >>> told = {"surface": ["flat", "step", "flat"], "knee": ["straight", "bent", "bent"]}
    >>> told = pd.DataFrame(told).assign(site=["ins", "ins", "mid"])
    >>> jointly_told(told, "surface", ["knee", "site"]), jointly_told(told, "surface", ["knee"])
    (True, False)
    """
    rows = frame[[by, *factors]].drop_duplicates()
    ones = np.ones((len(rows), 1))
    return told_by(levels(rows[by]), np.hstack([ones, *(levels(rows[name]) for name in factors)]))


def fewest_telling(frame: pd.DataFrame, by: str, factors: list[str]) -> list[str]:
    """Return the fewest of the factors that jointly tell ``by``; none where all do not.

    Each factor is dropped in turn where the others still do.
    """
    if frame[by].nunique() < 2 or not jointly_told(frame, by, factors):
        return []
    kept = factors
    for name in factors:
        fewer = [other for other in kept if other != name]
        kept = fewer if jointly_told(frame, by, fewer) else kept
    return kept
