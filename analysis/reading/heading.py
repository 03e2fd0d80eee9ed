"""Where a table begins: the line of column names, and what stands above it."""

import math
import re
from collections.abc import Callable, Sequence
from functools import cache

from analysis.reading.raw import Refused
from analysis.wording import plural

PROBED = 30
"""Records looked at to find the column names."""

MOST_COLUMNS = 5_000
NUMERIC = re.compile(r"[-+]?\d[\d.,:/ -]*")
SHOWN = 200


def header_at(records: Sequence[Sequence[str]], known: Callable[[str], bool]) -> tuple[int, int]:
    """Return which record holds the column names, and how many of them are known.

    It is the first record with the most known names, where a cell that is a number
    or a date counts against it: a row of data may hold words that are names too.
    Without any known name it is the first record.

    Examples
    --------
    >>> rows = [["My log"], ["date", "pain"], ["2026-03-04", "3"]]
    >>> header_at(rows, {"date", "pain"}.__contains__)
    (1, 2)
    """
    known = cache(known)
    best, most, names = 0, -math.inf, 0
    for position, fields in enumerate(records):
        found = sum(map(known, {field for field in fields if field}))
        score = found - sum(bool(NUMERIC.fullmatch(field)) for field in fields)
        if found and score > most:
            best, most, names = position, score, found
    return best, names


def refuse_wide(names: Sequence[str]) -> None:
    """Raise :class:`Refused` where a header has more columns than any log."""
    if len(names) > MOST_COLUMNS:
        raise Refused(
            f"The header has {len(names):,} columns and at most {MOST_COLUMNS:,} can be read; "
            "keep the columns of the log and bring that file."
        )


def notes_above(comments: Sequence[str], skipped: Sequence[int]) -> tuple[str, ...]:
    """Return what is said of the comments and of the lines skipped above the column names.

    Examples
    --------
    >>> notes_above(["# left leg"], [2, 3])
    ('The file says: left leg', '2 lines above the column names were skipped (lines 2 to 3).')
    """
    said = tuple(f"The file says: {comment.lstrip('# ')[:SHOWN]}" for comment in comments)
    if not skipped:
        return said
    which = f"line {skipped[0]}" if len(skipped) == 1 else f"lines {skipped[0]} to {skipped[-1]}"
    were = "was" if len(skipped) == 1 else "were"
    above = f"{plural(len(skipped), 'line')} above the column names {were} skipped ({which})."
    return (*said, above)


def note_on_comments(
    comments: Sequence[str], names: Sequence[str], delimiter: str
) -> tuple[str, ...]:
    """Return a note that counts comments below the column names, their repetition not counted.

    Examples
    --------
    >>> note_on_comments(["#date,pain", "# a bad day"], ["date", "pain"], ",")
    ('1 line that starts with # was not read as a row.',)
    """
    own = [c for c in comments if [f.strip() for f in c.lstrip("# ").split(delimiter)] != [*names]]
    if not own:
        return ()
    lines = "line that starts with # was" if len(own) == 1 else "lines that start with # were"
    return (f"{len(own):,} {lines} not read as {'a row' if len(own) == 1 else 'rows'}.",)
