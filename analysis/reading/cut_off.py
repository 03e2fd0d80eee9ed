"""A file that breaks off: its last row is not used for the part of it that is there."""

from dataclasses import replace

import pandas as pd

from analysis.reading.letters import CUT_LETTER
from analysis.reading.raw import SetAside
from analysis.reading.tidy import Records

FEWEST_WHOLE = 2
BREAKS_OFF = "the file breaks off in this line; bring the whole export"


def without_cut_row(text: str, records: Records) -> Records:
    """Return records without the last one where the text ends in the middle of it.

    It does where half a letter stands at the end, or where no line end follows and the
    last row alone lacks a field that every other row has.

    Examples
    --------
    >>> import numpy as np
    >>> from analysis.reading.tidy import frame_of_rows
    >>> rows = [["2026-03-04", "3"], ["2026-03-05", "2"], ["2026-03-"]]
    >>> records = Records(frame_of_rows(rows, 2), np.array([2, 3, 4]))
    >>> without_cut_row("...2026-03-", records).set_aside[0].line
    4
    """
    cells = records.cells
    if not len(cells) or not (_ends_in_half_a_letter(text, records) or _is_short(text, cells)):
        return records
    cut = SetAside(int(records.lines[-1]), BREAKS_OFF)
    return replace(
        records,
        cells=cells.iloc[:-1],
        lines=records.lines[:-1],
        set_aside=(*records.set_aside, cut),
    )


def _ends_in_half_a_letter(text: str, records: Records) -> bool:
    others = [row.line for row in (*records.set_aside, *records.long)]
    return text.endswith(CUT_LETTER) and int(records.lines[-1]) > max(others, default=0)


def _is_short(text: str, cells: pd.DataFrame) -> bool:
    if text.endswith("\n") or len(cells) <= FEWEST_WHOLE:
        return False
    lacking = cells.iloc[-1].isna().to_numpy()
    return bool(lacking.any() and cells[int(lacking.argmax())].iloc[:-1].notna().all())
