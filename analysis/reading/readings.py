"""The pain readings of a sheet: one from each pain column of a row."""

import numpy as np
import pandas as pd

from analysis.model import VAS_MAX
from analysis.reading.ledger import Ledger
from analysis.reading.pain_columns import CONTEXT_OF
from analysis.reading.rows import Rows
from analysis.reading.scale import say_scale
from analysis.reading.sheet import Sheet, number_faults, word_faults

OWN_HOUR = ("pain_morning", "pain_next_morning")
"""Readings whose hour is not that of the row."""
DIGITS = 10
"""Decimals kept when a scale is converted, so that 0.29 of 1 is 29 of 100."""


def readings_of(
    sheet: Sheet, rows: Rows, scales: dict[str, float], ledger: Ledger
) -> pd.DataFrame | None:
    """Return the pain readings of a sheet, or None where it has none or they wait.

    Parameters
    ----------
    scales : dict of field to float
        The largest value of each pain column's scale; a column without one waits.
    """
    if sheet.waits("context"):
        return None
    found = [
        _column(sheet, rows, name, scales[name], ledger) for name in CONTEXT_OF if name in scales
    ]
    if not found:
        return None
    say_scale(set(scales.values()), ledger)
    return pd.concat(found, ignore_index=True)


def _column(sheet: Sheet, rows: Rows, field: str, scale: float, ledger: Ledger) -> pd.DataFrame:
    parsed = sheet.numbers(field)
    here = rows.sound & (np.isfinite(parsed.values) | parsed.bad)
    faults = number_faults(sheet, field, parsed, highest=scale)
    context = pd.Series(CONTEXT_OF[field], index=sheet.cells.index, dtype="str")
    if field == "pain" and sheet.has("context"):
        words = sheet.words("context")
        context = words.values.fillna(CONTEXT_OF[field])
        faults = [*word_faults(sheet, "context", words), *faults]
    standing = ledger.sound(here, faults)
    days_later = 1 if field == "pain_next_morning" else 0
    at = rows.at.dt.normalize() if field in OWN_HOUR else rows.at
    return rows.entries(
        standing,
        felt_at=at + pd.Timedelta(days=days_later),
        day=rows.day + days_later,
        week=rows.week,
        context=context,
        vas=np.round(parsed.values * (VAS_MAX / scale), DIGITS),
    )
