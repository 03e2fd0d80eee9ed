"""What is noticed while one file is read: questions, notes, and what is set aside and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np
import pandas as pd

from analysis.reading.questions import Question, Setting
from analysis.reading.raw import RawTable, SetAside

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Fault:
    """One kind of fault: where it stands among the rows, and what is said of it.

    ``reason`` may hold ``{}`` for the text of the cell, which ``texts`` then gives.
    """

    where: np.ndarray
    reason: str
    texts: pd.Series | None = None

    def said(self, rows: np.ndarray) -> list[str]:
        """Return the reason for each of some rows."""
        if self.texts is None:
            return [self.reason] * len(rows)
        return [self.reason.replace("{}", text) for text in self.texts.iloc[rows]]


@dataclass
class Ledger:
    """The running record of one file; it becomes the file's receipt.

    Attributes
    ----------
    given : mapping of question key to answer
        What the person has answered for this file.
    lines : numpy.ndarray
        The line of the file on which each row begins.
    exercises : list of NamedExercise
        What each exercise of the file is taken for.
    passed_over : set of int
        Lines of rows that are said not to count, such as rest timers.
    """

    given: Mapping[str, str]
    lines: np.ndarray
    questions: list[Question] = field(default_factory=list)
    answered: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    exercises: list[Any] = field(default_factory=list)
    passed_over: set[int] = field(default_factory=set)

    def ask(
        self, key: str, text: str, choices: Choices, waits: str, optional: bool = False
    ) -> str | None:
        """Return the answer given; where there is none, keep the question and return None."""
        answer = self.given.get(key)
        if answer in dict(choices):
            self.answered[key] = answer
            return answer
        if key not in (question.key for question in self.questions):
            self.questions.append(Question(key, text, choices, waits, optional))
        return None

    def settle(self, key: str, text: str, choices: Choices, value: str) -> str:
        """Return what the file settles, or what the person said instead; keep it to be shown."""
        answer = self.given.get(key)
        if answer in dict(choices):
            self.answered[key] = value = answer
        if key not in (setting.key for setting in self.settings):
            self.settings.append(Setting(key, text, choices, value))
        return value

    def of_rows(self, raw: RawTable) -> Self:
        """Return the same record for some of the rows."""
        return replace(self, lines=raw.lines)

    def note(self, sentence: str) -> None:
        """Keep one sentence for the receipt, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def sound(self, entries: np.ndarray, faults: list[Fault]) -> np.ndarray:
        """Return which entries stand, and set the others aside for their first fault.

        Parameters
        ----------
        entries : numpy.ndarray of bool
            Which rows hold such an entry.
        faults : list of Fault
            In the order in which they are said; an entry is set aside once.
        """
        standing = entries.copy()
        for fault in faults:
            at_fault = np.flatnonzero(standing & fault.where)
            lines = self.lines[at_fault].tolist()
            self.aside += map(SetAside, lines, fault.said(at_fault))
            standing &= ~fault.where
        return standing
