"""The layout of rehab apps: repetitions of each leg in columns of their own."""

import pandas as pd

from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.writers.strength import positions
from analysis.reading.writers.writer import Part, Writer, column, has_all, rows_where, with_column

SIDES = ("left", "right")
DONE = {"date": "date", "exercise": "exercise", "sets": "sets"}
FELT = {"date": "date", "pain level": "pain", "notes": "note"}


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the repetitions of each leg, and the pain and notes of the row.

    A blank is no session of that leg. The pain is that of the one leg that has
    repetitions; of both, the row does not say whose it is.
    """
    reps = {side: column(raw, f"{side} reps") for side in SIDES}
    found = [_of_side(raw, side, reps[side].ne("")) for side in SIDES]
    left, right = (reps[side].ne("") for side in SIDES)
    alone = pd.Series("", index=raw.cells.index).mask(left & ~right, "left")
    told, at = with_column(raw, "side", alone.mask(right & ~left, "right"))
    return [*(part for part in found if part), Part(told, _fields(told, FELT, at))]


def _of_side(raw: RawTable, side: str, done: pd.Series) -> Part | None:
    if not done.any():
        return None
    rows = rows_where(raw, done)
    rows, at = with_column(rows, "side", pd.Series(side, index=rows.cells.index))
    return Part(rows, _fields(rows, {**DONE, f"{side} reps": "reps"}, at))


def _fields(raw: RawTable, fields: dict[str, str], side: int) -> dict[int, str]:
    return positions(raw.header, fields) | {side: "side"}


WRITER = Writer(
    "rehab_app", "a rehab app", has_all(("date", "exercise", "left reps", "right reps")), parts
)
