"""Jefit: a text of several tables, and all sets of an exercise in one cell."""

import re
from dataclasses import replace

import numpy as np

from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import plain
from analysis.reading.writers.strength import positions
from analysis.reading.writers.writer import Part, Writer, column, has_all, with_column

BANNER = re.compile(r"^#{2,}[^\n]*#{2,}[^\n]*$", re.MULTILINE)
LOGS, SETTING = "EXERCISE LOGS", "SETTING"
UNIT = re.compile(r"(?<![a-z])(?:(kgs?)|(lbs?))(?![a-z])", re.IGNORECASE)
SET = re.compile(r"\s*(\d+(?:\.\d+)?)\s*x\s*(\d+)\s*")
NAMES = ("logs", "logs kg", "logs lb")
FIELDS = {"mydate": "date", "ename": "exercise"}


def log_section(text: str) -> str:
    """Return the table of exercises of a Jefit text on its own lines; any other text as it is.

    The unit of the settings, where they name one, is written beside the sets' name.

    Examples
    --------
    >>> log_section("a,b\\n1,2\\n")
    'a,b\\n1,2\\n'
    """
    banners = list(BANNER.finditer(text))
    logs = next((b for b in banners if LOGS in b[0].upper()), None)
    if logs is None:
        return text
    section = _body(text, logs, banners)
    unit = _unit(text, banners)
    if unit:
        section = re.sub(r"(?<=,)(\"?)logs(\"?)(?=,)", rf"\1logs ({unit})\2", section, count=1)
    return "\n" * text.count("\n", 0, logs.end()) + section


def _body(text: str, banner: re.Match, banners: list[re.Match]) -> str:
    later = [other.start() for other in banners if other.start() > banner.start()]
    return text[banner.end() : min(later, default=len(text))]


def _unit(text: str, banners: list[re.Match]) -> str:
    settings = [_body(text, b, banners) for b in banners if SETTING in b[0].upper()]
    found = {"kg" if match[1] else "lb" for told in settings for match in UNIT.finditer(told)}
    return found.pop() if len(found) == 1 else ""


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return one row for each set in the cell of an exercise; another form is left as it is."""
    name = next(name for name in map(plain, raw.header) if name in NAMES)
    sets = column(raw, name).str.split(",")
    rows = np.repeat(np.arange(len(sets)), sets.str.len())
    cells = raw.cells.iloc[rows].reset_index(drop=True)
    told = sets.explode().reset_index(drop=True).astype("str")
    found = told.str.extract(rf"^{SET.pattern}$")
    raw = replace(raw, cells=cells, lines=raw.lines[rows])
    unit = name.removeprefix("logs").strip()
    weight = f"weight ({unit})" if unit else "weight"
    raw, weight_at = with_column(raw, weight, found[0].fillna(""))
    # What is not of the form stands as it is, so that it is set aside with its line.
    raw, reps_at = with_column(raw, "reps", found[1].fillna(told))
    fields = positions(raw.header, FIELDS) | {weight_at: "added_kg", reps_at: "reps"}
    return [Part(raw, fields, row_is_a_set=True)]


WRITER = Writer(
    "jefit",
    "Jefit",
    has_all(*(("mydate", "ename", logs) for logs in NAMES)),
    parts,
    worked_with=NAMES,
)
