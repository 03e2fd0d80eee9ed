"""The fast way through delimited text: Arrow reads every record that is plainly regular.

What is not (blank lines, comments, rows shorter or longer, very long ones) is found by
position, cut out and read by :mod:`analysis.reading.quoted`, so both ways say the same.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute
import pyarrow.csv

from analysis.reading.decode import BLANKS
from analysis.reading.tidy import text_frame

NEWLINE, QUOTE = ord("\n"), ord('"')
MOST_BYTES = 1 << 16
"""A record longer than this is left to the careful way."""

BLOCK = 1 << 24
BEGINNINGS = np.frombuffer(("#" + BLANKS).encode(), np.uint8)
"""First bytes of blank lines, of comments, and of a few other letters: looked at carefully."""


@dataclass(frozen=True)
class Layout:
    """Where the records of a text begin and end, as positions in its bytes.

    ``lines`` is the line each begins on; ``fields`` how many it has; ``whole``
    tells those of a single line.
    """

    starts: np.ndarray
    ends: np.ndarray
    lines: np.ndarray
    fields: np.ndarray
    whole: np.ndarray

    @classmethod
    def of(cls, data: np.ndarray, delimiter: str, line: int) -> Self | None:
        """Return the layout, or None where quotes are not as RFC 4180 has them."""
        newlines = np.flatnonzero(data == NEWLINE)
        delimiters = np.flatnonzero(data == ord(delimiter))
        closing = newlines
        if (data == QUOTE).any():
            if not _strictly_quoted(data, ord(delimiter)):
                return None
            inside = np.bitwise_xor.accumulate(data == QUOTE)
            delimiters, closing = delimiters[~inside[delimiters]], newlines[~inside[newlines]]
        ends = closing if data[-1] == NEWLINE else np.append(closing, len(data))
        starts = np.concatenate([[0], ends[:-1] + 1])
        before = np.searchsorted(newlines, starts)
        after = np.searchsorted(newlines, ends)
        fields = np.diff(np.searchsorted(delimiters, ends), prepend=0) + 1
        return cls(starts, ends, line + before, fields, before == after)

    @property
    def filled(self) -> np.ndarray:
        """Tell the records that are no empty line."""
        return self.ends > self.starts

    def regular(self, data: np.ndarray, width: int) -> np.ndarray:
        """Tell the records that have so many fields and nothing to look at twice."""
        size = self.ends - self.starts
        first = np.isin(data[np.minimum(self.starts, len(data) - 1)], BEGINNINGS)
        return (self.fields == width) & ~first & self.filled & (size <= MOST_BYTES)


def _strictly_quoted(data: np.ndarray, delimiter: int) -> bool:
    """Tell whether every quote opens a field, closes one, or is doubled inside one."""
    quotes = np.flatnonzero(data == QUOTE)
    if len(quotes) % 2:
        return False
    beside = np.isin(np.arange(256), [delimiter, NEWLINE, QUOTE])
    opening, closing = quotes[0::2], quotes[1::2]
    before = beside[data[opening[opening > 0] - 1]]
    after = beside[data[closing[closing < len(data) - 1] + 1]]
    return bool(before.all() and after.all())


def usual_width(fields: np.ndarray, most: int) -> int:
    """Return the commonest number of fields; ``most + 1`` stands for more than ``most``.

    Examples
    --------
    >>> usual_width(np.array([3, 3, 2, 9]), 3)
    3
    """
    return int(np.bincount(np.minimum(fields, most + 1), minlength=1).argmax())


def read_regular(
    data: np.ndarray, layout: Layout, keep: np.ndarray, delimiter: str, width: int
) -> pd.DataFrame:
    """Return the stripped cells of the kept records, which all have as many fields.

    Parameters
    ----------
    data : numpy.ndarray
        The bytes of the text in UTF-8.
    keep : numpy.ndarray of bool
        Which records; at least one.
    width : int
        Columns of the result; those that the records do not have are missing.
    """
    kept = data if keep.all() else _without(data, layout, keep)
    names = [str(position) for position in range(int(layout.fields[keep.argmax()]))]
    several = not layout.whole[keep].all()
    table = pyarrow.csv.read_csv(
        pa.py_buffer(kept),
        read_options=pyarrow.csv.ReadOptions(column_names=names, block_size=BLOCK),
        parse_options=pyarrow.csv.ParseOptions(
            delimiter=delimiter, newlines_in_values=several, ignore_empty_lines=False
        ),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.large_string()),
            strings_can_be_null=False,
            check_utf8=False,
        ),
    )
    trim = pyarrow.compute.TrimOptions(BLANKS)
    there = [pyarrow.compute.call_function("utf8_trim", [column], trim) for column in table.columns]
    absent = [pa.nulls(table.num_rows, pa.large_string())] * (width - len(there))
    return text_frame([*there, *absent])


def _without(data: np.ndarray, layout: Layout, keep: np.ndarray) -> bytes:
    """Return the bytes of the kept records alone, joined run by run."""
    edges = np.flatnonzero(np.diff(keep, prepend=False, append=False))
    first, last = edges[0::2], edges[1::2] - 1
    view = memoryview(data.data)
    return b"\n".join(
        view[start:end] for start, end in zip(layout.starts[first], layout.ends[last], strict=True)
    )
