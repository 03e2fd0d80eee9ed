"""How much one person decides of a line fitted to everyone."""

import numpy as np

ALONE = 1 - 1e-9


def rests_on_one(design: np.ndarray) -> bool:
    """Return whether the fit goes through one person whatever their value.

    That person's leverage is 1 then, and a standard error by HC3, which divides by 1
    less leverage, is not defined: as where everyone but one began at 100.

    Parameters
    ----------
    design : numpy.ndarray
        People by columns, of any rank.

    Examples
    --------
    >>> ones = np.ones(6)
    >>> rests_on_one(np.column_stack([ones, [0, 0, 0, 0, 0, 20]]))
    True
    >>> rests_on_one(np.column_stack([ones, [0, 0, 0, 0, 20, 20]]))
    False
    """
    left, size, _ = np.linalg.svd(design, full_matrices=False)
    spanned = left[:, size > size[0] * max(design.shape) * np.finfo(float).eps]
    return bool((spanned**2).sum(axis=1).max() > ALONE)
