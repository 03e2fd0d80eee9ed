"""Two exports in one file: the column names stand again, and the dates begin anew."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.model import TIME_COLUMN
from analysis.reading.ledger import Ledger
from analysis.wording import plural

ONE_OR_SEVERAL = (
    ("one", "One person's: read them together"),
    ("several", "Different people's: keep them apart"),
)


def settle_glued(
    tables: Mapping[str, pd.DataFrame], begins: np.ndarray, ledger: Ledger
) -> Mapping[str, pd.DataFrame]:
    """Return the tables with the people of glued files kept apart; none while that is open.

    Asked only where nobody is named and the days of one part lie among those of another:
    a diary with a heading for each month goes on where it stopped.

    Parameters
    ----------
    begins : numpy.ndarray
        Lines on which the rows below a repeated header begin.
    """
    named = any(frame["person"].notna().any() for frame in tables.values())
    if not len(begins) or named or not _overlap(tables, begins):
        return tables
    n = len(begins) + 1
    told = ledger.ask(
        "glued",
        f"The column names stand {n} times in this file, and their dates overlap, as where "
        f"exports are put into one file. Whose are the {n} parts?",
        ONE_OR_SEVERAL,
        plural(sum(map(len, tables.values())), "entry", "entries"),
    )
    if told is None:
        return {}
    if told == "one":
        return tables
    return {name: frame.assign(person=_parts(frame, begins)) for name, frame in tables.items()}


def _parts(frame: pd.DataFrame, begins: np.ndarray) -> pd.Series:
    """Return the person of each row: "part 1" down to the first repeated header, and so on."""
    part = np.searchsorted(begins, frame["line"].to_numpy(), side="right") + 1
    return pd.Series(part, index=frame.index).map(lambda number: f"part {number}").astype("str")


def _overlap(tables: Mapping[str, pd.DataFrame], begins: np.ndarray) -> bool:
    for name in ("sessions", "pain", "activities"):
        frame = tables.get(name)
        if frame is None or not len(frame):
            continue
        part = np.searchsorted(begins, frame["line"].to_numpy(), side="right")
        spans = frame[TIME_COLUMN[name]].dt.normalize().groupby(part).agg(["min", "max"])
        spans = spans.sort_values("min")
        if (spans["min"].iloc[1:].to_numpy() < spans["max"].iloc[:-1].to_numpy()).any():
            return True
    return False
