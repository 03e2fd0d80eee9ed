"""Fitbod: one row for each set, in kilograms, newest first."""

import numpy as np
import pandas as pd

from analysis.reading.exercises import DROP, is_of_the_calf, taken_for
from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.values import decimal_mark, numbers
from analysis.reading.writers.strength import known_positions
from analysis.reading.writers.writer import (
    Part,
    Writer,
    column,
    has_all,
    is_true,
    rows_where,
    with_column,
    without_warm_ups,
)
from analysis.wording import plural

FIELDS = {
    "date": "date",
    "exercise": "exercise",
    "reps": "reps",
    "weight kg": "added_kg",
    "duration s": "seconds",
    "note": "note",
    **dict.fromkeys(("distance m", "incline", "resistance", "iswarmup", "multiplier"), ""),
}
ONCE_OR_TIMES = (
    ("times", "Each of several: two dumbbells of 10 kg are 20 kg"),
    ("once", "All that was carried: 10 kg is 10 kg"),
)


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the sets, their weights multiplied where the person says so."""
    sets = without_warm_ups(raw, is_true(column(raw, "iswarmup")), ledger)
    fields = known_positions(raw.header, FIELDS)
    factor, weight = _read(sets, "multiplier"), _read(sets, "weight kg")
    several = np.isfinite(factor) & (factor != 1) & (weight > 0) & _of_the_calf(sets, ledger)
    if not several.any():
        return [Part(sets, fields, row_is_a_set=True)]
    answer = ledger.ask(
        "multiplier",
        f"Fitbod gives some calf exercises a multiplier of {factor[several].max():g}. "
        "What does their weight say?",
        ONCE_OR_TIMES,
        f"the weight of {plural(int(several.sum()), 'set')}",
    )
    weights = [position for position, field in fields.items() if field == "added_kg"]
    unused = fields | dict.fromkeys(weights, "")
    if answer is None:  # the sets count; their weight waits
        known = [Part(rows_where(sets, ~several), fields, row_is_a_set=True)]
        waiting = Part(rows_where(sets, several), unused, row_is_a_set=True)
        return [*(known if not several.all() else []), waiting]
    if answer == "once":
        return [Part(sets, fields, row_is_a_set=True)]
    carried = pd.Series([f"{kg:.10g}" for kg in weight * factor])
    texts = column(sets, "weight kg").mask(several, carried)
    sets, at = with_column(sets, "weight carried (kg)", texts)
    return [Part(sets, unused | {at: "added_kg"}, row_is_a_set=True)]


def _read(raw: RawTable, name: str) -> np.ndarray:
    texts = column(raw, name)
    return numbers(texts, decimal_mark(texts) or ".").values


def _of_the_calf(raw: RawTable, ledger: Ledger) -> np.ndarray:
    """Return the rows whose load is the tendon's: named of the calf, or told to be a heel drop."""
    names = column(raw, "exercise")
    mine = {n: is_of_the_calf(n) or taken_for(n, ledger.given) == DROP for n in names.unique()}
    return names.map(mine).to_numpy(dtype=bool)


WRITER = Writer(
    "fitbod",
    "Fitbod",
    has_all(("date", "exercise", "reps", "weight kg", "iswarmup", "multiplier")),
    parts,
    worked_with=("weight kg", "iswarmup", "multiplier"),
)
