"""Drops on one leg whose name does not say which: one tendon's, or each leg in turn."""

import numpy as np
import pandas as pd

from analysis.reading.ledger import Ledger
from analysis.reading.words import word_of
from analysis.wording import plural

KEY = "one_leg"
ONE_OR_BOTH = (
    ("one", "Always the same leg: every repetition is that tendon's"),
    ("both", "Each leg in turn: left and right"),
)


def in_turn(names: pd.Series, unsaid: pd.Series, ledger: Ledger) -> pd.Series:
    """Return "both" where the person says that drops on one leg are each leg's in turn.

    Until then they are the person's only tendon's, as every row that names no side.

    Parameters
    ----------
    names : pandas.Series
        The exercise of each row.
    unsaid : pandas.Series of bool
        Rows that are heel drops and name no side.

    Examples
    --------
    >>> ledger = Ledger({"one_leg": "both"}, np.array([2, 3]))
    >>> names = pd.Series(["Single leg heel drop", "Heel drop"])
    >>> in_turn(names, pd.Series([True, True]), ledger).tolist()
    ['both', nan]
    """
    one = {name: word_of("one_leg", name) is not None for name in names[unsaid].unique()}
    side = pd.Series(np.nan, index=names.index, dtype="str")
    if not any(one.values()):
        return side
    here = unsaid & names.map(one).eq(True)
    told = ledger.ask(
        KEY,
        f"“{names[here].iloc[0]}” says one leg and not which. Which leg did the sets?",
        ONE_OR_BOTH,
        f"nothing; {plural(int(here.sum()), 'row')} count as one tendon's until then",
        optional=True,
    )
    return side.mask(here, "both") if told == "both" else side
