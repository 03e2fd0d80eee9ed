"""Heavy days: what was done on a day and can be set against the pain after it, load by load."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.tendon.ar1 import Fit, fit
from analysis.tendon.pairs import DONE
from analysis.wording import number, plural

FOR_INTERVAL = 28
FOR_LINE = 8
OTHER_DAYS = 5
"""Days that must differ from the usual one, or there is no heavier day to learn from."""
TOGETHER = 0.9
"""Share of a load's variation that time and the other loads may explain."""
MOST = 0.8
"""Share of a load's days on which another must be known to be taken out of its number."""
ALL_ALIKE = "every day lies on the line"


@dataclass(frozen=True)
class Model:
    """Pain of the day after on one load, beside time, the pain before it, and other loads.

    Pain before the load is in it since sore people do less: without it, days of few
    drops would be followed by sore mornings for that reason alone.

    Attributes
    ----------
    used : tuple of str
        The loads in it, this one among them; empty where there is no fit.
    rows : pandas.DataFrame
        The pairs of days it was fitted to, or those on which the load is known.
    fit : Fit or None
        Coefficients: level, time, one per load of ``used``, and the pain before.
    why : str
        Why there is none, in words; "" where there is.
    """

    load: str
    used: tuple[str, ...]
    rows: pd.DataFrame
    fit: Fit | None
    why: str = ""

    @property
    def position(self) -> int:
        """Which coefficient is the load's."""
        return 2 + self.used.index(self.load)


def models(told: pd.DataFrame, names: dict[str, str]) -> dict[str, Model]:
    """Return the model of each load.

    A load has its own pairs of days: those on which it is known. Another load known on
    most of these is taken out of its number; one that is known on few is not, since the
    number would then rest on those few days. A load that hardly differs from day to day,
    or that moves together with time or with a load before it, has no model.

    Parameters
    ----------
    told : pandas.DataFrame
        As :func:`analysis.tendon.pairs.day_after` gives them.
    names : dict of str to str
        What each load is called.
    """
    found: dict[str, Model] = {}
    for load in DONE:
        before = [name for name, model in found.items() if model.fit is not None]
        found[load] = _model(told, load, before, names)
    return found


def _model(told: pd.DataFrame, load: str, before: list[str], names: dict[str, str]) -> Model:
    rows = told[_known(told, load)]
    used: list[str] = []
    for other in (*before, load, *DONE[DONE.index(load) + 1 :]):
        here = rows[_known(rows, other)]
        why = _refusal(here, other, used, names)
        if other == load and why:
            return Model(load, (), here, None, why)
        if not why and len(here) >= MOST * len(rows):
            used.append(other)
            rows = here
    try:
        day, pain = rows["day"].to_numpy(float), rows["pain"].to_numpy()
        return Model(load, tuple(used), rows, fit(day, pain, design(rows, used)))
    except ValueError:
        return Model(load, (), rows, None, ALL_ALIKE)


def _known(told: pd.DataFrame, load: str) -> pd.Series:
    """Return where a load is known; on a day without drops no weight comes into question."""
    known = told[load].notna()
    return known | (told["drops"] == 0) if load == "added_kg" else known


def _refusal(rows: pd.DataFrame, load: str, used: list[str], names: dict[str, str]) -> str:
    """Return why a load cannot be in the model beside those used, or ""."""
    values, name = rows[load].dropna().to_numpy(), names[load]
    if len(rows) < (FOR_INTERVAL if used else FOR_LINE) or not len(values):
        pairs = plural(len(rows), "pair")
        return f"{name} and pain of the day after are known for {pairs} of days"
    usual = float(np.median(values))
    others = int((values != usual).sum())
    if others < OTHER_DAYS:
        return (
            f"{name} hardly differ from day to day: {number(usual)} on {len(values) - others} "
            f"of {plural(len(values), 'day')}"
        )
    beside, own = design(rows, used), _centred(rows, load)
    rest = own - beside @ np.linalg.lstsq(beside, own, rcond=None)[0]
    if rest.var() < (1 - TOGETHER) * own.var():
        others = "time, pain or the other loads" if used else "time or pain"
        return f"{name} move together with {others}"
    return ""


def design(rows: pd.DataFrame, loads: Sequence[str]) -> np.ndarray:
    """Return level, time, loads and ``before``, each beside its mean, a row per pair of days.

    ``before`` is left out where it never differs.
    """
    columns = ["day", *loads, *(["before"] if rows["before"].nunique() > 1 else [])]
    centred = [_centred(rows, column) for column in columns]
    return np.column_stack([np.ones(len(rows)), *centred])


def _centred(rows: pd.DataFrame, load: str) -> np.ndarray:
    # A weight that does not come into question is neither more nor less than usual.
    return (rows[load] - rows[load].mean()).fillna(0.0).to_numpy(float)
