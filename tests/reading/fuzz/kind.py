"""What a kind of file is, and how its values are written, apart from our own reader."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

ROWS = 45
POUND = 0.45359237
Parse = Callable[[str], object]


@dataclass(frozen=True)
class Kind:
    """A text, the answers to its questions, and the column and notation of each value in it.

    ``fields`` has, by table and field, the columns any of which may say the value.
    """

    text: str
    fields: Mapping[str, Mapping[str, tuple[tuple[str, ...], Parse]]]
    answers: Mapping[str, str] = field(default_factory=dict)
    mark: str = ","


def a_number(text: str) -> float:
    """Return a number as plainly written; whatever else may be one is not judged."""
    if not re.fullmatch(r"-?\d+(\.\d+)?|\.\d+", text, re.ASCII):
        raise ValueError(text)
    return float(text)


def times(factor: float, parse: Parse = a_number) -> Parse:
    return lambda text: factor * parse(text)


def comma_number(text: str) -> float:
    return a_number(text.replace(",", "."))


def clocked_minutes(text: str) -> float:
    """Return the minutes of 1:30:48, of 1:30 in hours and minutes, and of 30."""
    *hours, minutes, seconds = [*map(a_number, text.split(":")), *[0.0] * (text.count(":") < 2)]
    return sum(hours) * 60 + minutes + seconds / 60


def a_time(form: str) -> Parse:
    return lambda text: datetime.strptime(text, form)


def any_time(*forms: str) -> Parse:
    def parse(text: str) -> datetime:
        for form in forms:
            try:
                return datetime.strptime(text, form)
            except ValueError:
                continue
        raise ValueError(text)

    return parse


ISO = any_time("%Y-%m-%d %H:%M:%S", "%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M:%S +0000")


def written(header: str, cell: Callable[[str, int], str], rows: int = ROWS) -> str:
    """Return a file of this header line with so many rows."""
    mark = ";" if ";" in header else ","
    names = next(csv.reader([header], delimiter=mark))
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\n").writerows(
        [cell(name, n) for name in names] for n in range(rows)
    )
    return f"{header}\n{out.getvalue()}"


def without_quotes(text: str, mark: str = ",") -> str:
    """Return the same records with blanks for what needs quotation marks."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    what = re.compile(rf'[{mark}"\r\n]')
    return "".join(mark.join(what.sub(" ", c) for c in row) + "\n" for row in rows)
