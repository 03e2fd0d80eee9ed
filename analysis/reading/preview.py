"""The first rows of a file as it has them, beside what they were read as."""

import numpy as np
import pandas as pd

from analysis.model import VAS_MAX
from analysis.reading.columns import FIELDS
from analysis.reading.distance import kilometres
from analysis.reading.pain_columns import CONTEXT_OF
from analysis.reading.raw import RawTable
from analysis.reading.sheet import Sheet
from analysis.reading.weight import WEIGHTS, kilograms

ROWS = 8


def preview_of(
    raw: RawTable,
    sheet: Sheet,
    scales: dict[str, float],
    unit: str | None,
    distance_unit: str | None,
) -> pd.DataFrame:
    """Return the first rows: line, the cells under the file's names, the values as read."""
    head = sheet.head(ROWS)
    columns: dict[str, object] = {"line": raw.lines[:ROWS]}
    for position, name in enumerate(raw.header):
        columns[_free(name or f"column {position + 1}", columns)] = head.cells[position]
    for name in sheet.columns:
        known_as = _free(FIELDS[name].label, columns)
        if name == "distance_km":
            columns[known_as] = kilometres(head, distance_unit).values
        else:
            columns[known_as] = _as_read(head, name, scales, unit)
    return pd.DataFrame(columns)


def _free(name: str, taken: dict[str, object]) -> str:
    while name in taken:
        name += " (as read)"
    return name


def _as_read(head: Sheet, field: str, scales: dict[str, float], unit: str | None) -> object:
    kind = FIELDS[field].kind
    if field in WEIGHTS:
        return kilograms(head, field, unit)
    if kind == "time":
        return pd.Series(head.times(field).values)
    if field in CONTEXT_OF:
        return head.numbers(field).values * (VAS_MAX / scales.get(field, np.nan))
    if kind in ("number", "duration"):
        return head.converted(field).values
    return head.words(field).values if kind == "words" else head.text(field)
