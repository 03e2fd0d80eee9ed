"""Whether the entries read from a file are what the file says, as the csv module has it."""

import csv
import io
import re
from datetime import date

import numpy as np
import pandas as pd

from analysis.reading import Answers, Source
from analysis.reading.one_file import read_file
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


def misread(kind: Kind, text: str) -> tuple[int, list[tuple]]:
    """Return how many entries of a text were compared, and those that it does not say so."""
    draft = read_file(
        Source("log.csv", text.encode()), Answers({"*": dict(kind.answers)}), LATER, None
    )
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
