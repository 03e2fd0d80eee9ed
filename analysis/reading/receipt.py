"""The receipt of a file: what was read from it, what was not, and what it leaves open."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from analysis.model import Log
from analysis.reading.columns import Match
from analysis.reading.exercises import NamedExercise
from analysis.reading.questions import Question, Setting
from analysis.reading.raw import SetAside


@dataclass(frozen=True)
class Receipt:
    """What became of one file.

    Attributes
    ----------
    digest : str
        SHA-256 of the file's bytes.
    kind : str
        What the file was taken for, in plain words.
    rows_read, rows_used : int
        Rows below the header, and those of which at least one entry went in.
    set_aside : tuple of SetAside
        One for each entry that did not go in, by line.
    questions : tuple of Question
        Those still open. ``answered`` holds the answers in force.
    matches : tuple of Match
        What each column was taken for.
    preview : pandas.DataFrame
        The first rows: line, the cells as the file has them, the values as read.
    first_day, last_day : datetime.date or None
        The span of the dated rows that were used.
    refused : str
        Why the file was not used at all; empty where it was.
    settings : tuple of Setting
        What the file settled and the person may overrule.
    exercises : tuple of NamedExercise
        The exercises that the file names, and what each is taken for.
    layout : str
        The same for every file with these column names.
    """

    name: str
    digest: str
    kind: str = ""
    rows_read: int = 0
    rows_used: int = 0
    set_aside: tuple[SetAside, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    answered: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()
    preview: pd.DataFrame = field(default_factory=pd.DataFrame)
    first_day: date | None = None
    last_day: date | None = None
    refused: str = ""
    settings: tuple[Setting, ...] = ()
    exercises: tuple[NamedExercise, ...] = ()
    layout: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the receipt as plain values for JSON.

        Examples
        --------
        >>> Receipt("log.csv", "ab", refused="The file is empty.").as_dict()["refused"]
        'The file is empty.'
        """
        return {
            "name": self.name,
            "kind": self.kind,
            "rows_read": self.rows_read,
            "rows_used": self.rows_used,
            "set_aside": [{"line": row.line, "reason": row.reason} for row in self.set_aside],
            "ignored_columns": list(self.ignored_columns),
            "questions": [_question(question) for question in self.questions],
            "answered": dict(self.answered),
            "settings": {setting.key: setting.value for setting in self.settings},
            "notes": list(self.notes),
            "refused": self.refused,
        }


def _question(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "text": question.text,
        "choices": [{"value": value, "label": label} for value, label in question.choices],
        "waits": question.waits,
    }


@dataclass(frozen=True)
class Reading:
    """Everything that was read: one log of all files, and a receipt for each file."""

    log: Log
    receipts: tuple[Receipt, ...]
