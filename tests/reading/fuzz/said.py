"""Whether the entries read from a file are what the file says, as the csv module has it."""

import csv
import io
import re
from datetime import date

import numpy as np
import pandas as pd

from analysis.reading import Answers, Source
from analysis.reading.one_file import Draft, read_file
from tests.reading.fuzz.kind import POUND, Kind, Parse

LATER = date(2026, 11, 24)
"""A day after all those of the files."""

MENDED = re.compile(r"” in line (\d+)")
MONTHS = ("", *(date(2026, month, 1).strftime("%b").lower() for month in range(1, 13)))


def records_by_line(text: str, mark: str) -> dict[int, list[str]]:
    """Return the records of a text by the line that each begins on, as the csv module has them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    found, line = {}, 1
    for record in reader:
        found[line] = [cell.strip() for cell in record]
        line = reader.line_num + 1
    return found


def draft_of(kind: Kind, text: str) -> Draft:
    answers = Answers({"*": dict(kind.answers)})
    return read_file(Source("log.csv", text.encode()), answers, LATER, None)


def taken_for(draft: Draft) -> set[tuple[str, str | None]]:
    """Return the columns that are taken for something, and for what."""
    return {(match.name.strip(), match.field) for match in draft.matches if match.field}


USUAL: dict[str, set[tuple[str, str | None]]] = {}


def usual(kind: Kind) -> set[tuple[str, str | None]]:
    """Return what the columns of an undamaged file are taken for, read once."""
    if kind.text not in USUAL:
        USUAL[kind.text] = taken_for(draft_of(kind, kind.text))
    return USUAL[kind.text]


def misread(kind: Kind, text: str) -> tuple[int, list[tuple]]:
    """Return how many entries of a text were compared, and those that it does not say so."""
    draft = draft_of(kind, text)
    if not taken_for(draft) <= usual(kind):
        return 0, []  # a damaged name is another name: the receipt says what it is taken for
    records = records_by_line(text, kind.mark)
    header = [match.name.strip() for match in draft.matches]
    mended = {int(n) for note in draft.ledger.notes for n in MENDED.findall(note)}
    compared, wrong = 0, []
    for table, fields in kind.fields.items():
        entries = draft.tables.get(table)
        if entries is None:
            continue
        whole = entries.columns[
            entries.notna().any()
        ]  # a column left out as a whole is not misread
        here = [e for e in entries.to_dict("records") if e["line"] not in {*mended, 0}]
        compared += len(here)
        for entry in here:
            record = records.get(entry["line"], [])
            if any(record[len(header) :]):
                wrong.append((entry["line"], "shifted", record))
            for name, (columns, parse) in fields.items():
                # Of two columns of one name the reader asks, and nothing is judged.
                at = [header.index(c) for c in columns if header.count(c) == 1]
                texts = [record[n] if n < len(record) else "" for n in at]
                value = entry.get(name)
                if name == "reps" and ("sets" in fields or pd.notna(entry["sets"])):
                    if not entry["sets"] > 0:  # none, or how many sets is not known
                        continue
                    value = value / entry["sets"]
                if (
                    texts
                    and name in whole
                    and len(at) == len(columns)
                    and not any(says(said, parse, value) for said in texts)
                ):
                    wrong.append((entry["line"], name, value, texts))
    return compared, wrong


def says(text: str, parse: Parse, value: object) -> bool:
    """Return whether a cell says a value; a missing value stands for a cell that says none."""
    try:
        said = parse(text)
    except (ValueError, IndexError):
        if isinstance(value, pd.Timestamp) and pd.notna(value):
            return has_day(text, value)
        return bool(pd.isna(value)) or not text.isascii() or with_unit(text, value)
    if isinstance(value, pd.Timestamp):
        return value == said
    return bool(np.isclose(value, said)) if pd.notna(value) else False


def with_unit(text: str, value: object) -> bool:
    """Return whether a value in kg is what a number with its own unit says."""
    found = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(kg|lb|')s?", text, re.ASCII)
    if not found or not isinstance(value, float):
        return False
    number = float(found[1].replace(",", ".")) * (POUND if found[2] == "lb" else 1)
    return bool(np.isclose(value, number))


def has_day(text: str, value: pd.Timestamp) -> bool:
    """Return whether day, month and year of a moment all stand in a text, in whatever order."""
    numbers = [int(n) for n in re.findall(r"\d+", text, re.ASCII)]
    words = {MONTHS.index(w[:3]) for w in re.findall(r"[a-z]+", text.lower()) if w[:3] in MONTHS}
    month = value.month in numbers or value.month in words
    year = value.year in numbers or value.year % 100 in numbers
    return value.day in numbers and month and year
