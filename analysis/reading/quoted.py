"""Delimited text to rows of fields, one record at a time, whatever stands in it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.reading.decode import BLANKS

LONGEST = 1_000_000
"""Most characters of one record; nothing that a person wrote down is longer."""

EMPTY_LINES = re.compile(r"\n*")
TOO_LONG = "a line longer than 1 MB"
NOT_CLOSED = "a quotation mark opens here and is not closed"


class Place(NamedTuple):
    """A position in a text and the line it stands on; the first line is 1."""

    position: int
    line: int


class Row(NamedTuple):
    """One record, comment or unreadable line; a blank line is none of them.

    Attributes
    ----------
    line : int
        Line on which it begins.
    fields : tuple of str or None
        The stripped fields of a record, None for anything else.
    said : str
        The text of a comment, or why the line could not be read.
    comment : bool
        Whether it is a comment.
    after : Place
        Where the next line begins.
    """

    line: int
    fields: tuple[str, ...] | None
    said: str
    comment: bool
    after: Place


def is_comment(first_cell: str) -> bool:
    """Return whether a line beginning with this cell is a comment.

    A cell that holds the sign alone is a column of numbers ("#, date, pain").

    Examples
    --------
    >>> is_comment(" # left leg only"), is_comment("#"), is_comment("3")
    (True, False, False)
    """
    text = first_cell.strip(BLANKS)
    return len(text) > 1 and text.startswith("#")


def read_rows(text: str, start: Place, delimiter: str, width: int | None = None) -> Iterator[Row]:
    r"""Yield what stands in a text from a place on.

    Quotes follow RFC 4180; blanks around a quoted field are allowed. A quote that
    is not closed, or whose closing makes a record of several lines wider than
    ``width``, costs its own line only: reading goes on with the next one.

    Examples
    --------
    >>> [row.fields for row in read_rows('3,"a, b"\n\n4,', Place(0, 1), ",")]
    [('3', 'a, b'), ('4', '')]
    """
    position, line = start
    while position < len(text):
        if text[position] == "\n":
            position, line = _past_empty_lines(text, Place(position, line))
            continue
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        row = _row(text, Place(position, line), end, delimiter, width)
        if row is None:
            position, line = end + 1, line + 1
            continue
        yield row
        position, line = row.after


def _past_empty_lines(text: str, at: Place) -> Place:
    found = EMPTY_LINES.match(text, at.position)
    count = len(found[0]) if found else 0
    return Place(at.position + count, at.line + count)


def _row(text: str, at: Place, end: int, delimiter: str, width: int | None) -> Row | None:
    position, line = at
    after = Place(end + 1, line + 1)
    if end - position > LONGEST:
        return Row(line, None, TOO_LONG, False, after)
    raw = text[position:end]
    if "#" in raw and is_comment(raw.split(delimiter, 1)[0]):
        return Row(line, None, raw.strip(BLANKS), True, after)
    if '"' not in raw:
        told = _stripped(raw.split(delimiter))
        return Row(line, told, "", False, after) if len(told) > 1 or told[0] else None
    fields, stop = _quoted_fields(text, position, delimiter, width)
    if fields is None:
        return Row(line, None, NOT_CLOSED, False, after)
    lines = text.count("\n", position, stop) + 1
    return Row(line, _stripped(fields), "", False, Place(stop + 1, line + lines))


def _stripped(fields: list[str]) -> tuple[str, ...]:
    return tuple([field.strip(BLANKS) for field in fields])


@cache
def _field(delimiter: str) -> re.Pattern[str]:
    """Return the pattern of one field: quoted, or bare, or bare with a quoted beginning."""
    d = re.escape(delimiter)
    blank = "[ ]*" if delimiter == "\t" else r"[ \t]*"
    return re.compile(
        rf'{blank}"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"{blank}(?=[{d}\n]|\Z)'
        rf'|(?P<bare>(?!{blank}")[^{d}\n]*|{blank}"[^"{d}\n]*"[^{d}\n]*)'
    )


def _quoted_fields(
    text: str, start: int, delimiter: str, width: int | None
) -> tuple[list[str] | None, int]:
    """Return the fields of one record and where it ends; None where a quote stays open."""
    fields: list[str] = []
    pattern, position = _field(delimiter), start
    horizon = min(len(text), start + LONGEST)
    several = False
    while True:
        found = pattern.match(text, position, horizon)
        if not found or found.end() == horizon < len(text):
            return None, position
        quoted = found["quoted"]
        fields.append(found["bare"] if quoted is None else quoted.replace('""', '"'))
        several = several or (quoted is not None and "\n" in quoted)
        position = found.end()
        if several and width is not None and len(fields) > width:
            return None, position
        if position == len(text) or text[position] == "\n":
            return fields, position
        position += 1
