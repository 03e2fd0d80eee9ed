"""Records as text to a table: what stands in every file beside its rows is taken out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.reading.raw import RawTable, Refused, SetAside

NO_ROWS = "The file has column names and no row below them; add one row for each day."

FEWEST_CELLS = 10_000_000


class Long(NamedTuple):
    """A record with more fields than the header, and the line it begins on."""

    line: int
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Records:
    """The records below a header: stripped cells by position, the line each begins on, the rest.

    ``comments`` holds the text of lines that are comments, ``long`` the records with more
    fields than the header, ``notes`` what was decided of them.
    """

    cells: pd.DataFrame
    lines: np.ndarray
    set_aside: tuple[SetAside, ...] = ()
    comments: tuple[str, ...] = ()
    long: tuple[Long, ...] = ()
    notes: tuple[str, ...] = ()


def text_frame(columns: Sequence[pa.Array | pa.ChunkedArray]) -> pd.DataFrame:
    """Return Arrow texts as a frame of ``str`` columns 0 to k-1; null becomes missing."""
    names = [str(position) for position in range(len(columns))]
    frame = pa.table(list(columns), names=names).to_pandas()
    frame.columns = pd.RangeIndex(len(columns))
    return frame


def frame_of_rows(rows: Sequence[Sequence[str]], width: int) -> pd.DataFrame:
    """Return rows as a frame of ``width`` text columns; what a short row lacks is missing.

    Examples
    --------
    >>> frame_of_rows([["a", ""], ["b"]], 2)[1].tolist()
    ['', nan]
    """
    columns = (
        [row[position] if position < len(row) else None for row in rows]
        for position in range(width)
    )
    return text_frame([pa.array(column, type=pa.large_string()) for column in columns])


def refuse_hollow(rows: int, width: int, size: int) -> None:
    """Raise :class:`Refused` where so few of the cells can be there that they are not worth making.

    A cell that is there takes one of ``size`` at least; else the header is far
    wider than its rows.
    """
    if rows * width > max(size, FEWEST_CELLS):
        raise Refused(
            f"The header has {width:,} columns and most rows have far fewer; "
            "keep the columns of the log and bring that file."
        )


def tidy(header: Sequence[str], records: Records, notes: tuple[str, ...] = ()) -> RawTable:
    """Return the table without blank rows, repeated headers and blank columns at the end.

    Parameters
    ----------
    header : sequence of str
        Stripped column names; nameless columns at the end go where no row fills them.
    records : Records
        As many columns as the header has names.

    Raises
    ------
    Refused
        Where there is no row and nothing was set aside.

    Examples
    --------
    >>> cells = frame_of_rows([["date", "pain", ""], ["2026-03-04", "3", ""]], 3)
    >>> table = tidy(["date", "pain", ""], Records(cells, np.array([2, 3])))
    >>> table.header, table.lines.tolist()
    (('date', 'pain'), [3])
    """
    width = _width(header, records.cells)
    names, cells = tuple(header[:width]), records.cells.iloc[:, :width]
    again = _everywhere(cells, names)
    out = _everywhere(cells, [""] * width) | again
    lines = records.lines
    repeats = lines[again]
    if out.any():
        cells, lines = cells[~out].reset_index(drop=True), lines[~out]
    if not len(cells) and not records.set_aside:
        raise Refused(NO_ROWS)
    repeats = repeats[repeats < lines.max(initial=0)]
    return RawTable(names, cells, lines, records.set_aside, notes, tuple(repeats.tolist()))


def _width(header: Sequence[str], cells: pd.DataFrame) -> int:
    width = len(header)
    while width > 1 and not header[width - 1] and (cells[width - 1].fillna("") == "").all():
        width -= 1
    return width


def _everywhere(cells: pd.DataFrame, texts: Sequence[str]) -> np.ndarray:
    """Tell the rows that hold these texts in every column; most are out after the first."""
    rows = np.arange(len(cells))
    for position, text in enumerate(texts):
        if not len(rows):
            break
        column = cells[position] if len(rows) == len(cells) else cells[position].iloc[rows]
        rows = rows[(column.fillna("") == text).to_numpy(dtype=bool)]
    out = np.zeros(len(cells), dtype=bool)
    out[rows] = True
    return out
