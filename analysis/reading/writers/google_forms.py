"""Google Forms: a timestamp, and whole questions as column names."""

import pandas as pd

from analysis.reading.columns import FIELDS, TOGETHER, field_of, synonyms
from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import plain
from analysis.reading.writers.legs import by_leg
from analysis.reading.writers.wording import NO_MEANING, fits
from analysis.reading.writers.writer import Part, Writer

TIMESTAMP = (
    *("timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo de data hora"),
    *("tijdstempel", "informazioni cronologiche", "sygnatura czasowa", "tidsstampel"),
    *("tidsstempel", "tidsmerke", "aikaleima", "casova znacka", "zaman damgasi", "idobelyeg"),
)
QUESTION = 4
"""Words from which on a column's name reads like a question."""
LONGEST = 3


def recognises(header: tuple[str, ...]) -> bool:
    """Return whether a header begins with the form's timestamp and asks a question."""
    first, *rest = [plain(name) for name in header] or [""]
    return first in TIMESTAMP and any(len(name.split()) >= QUESTION for name in rest)


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the answers, each question under the field that its words name, and say which.

    A question counts as understood only where its answers are of that kind; others are
    left to the person, and said.
    """
    told = {at: _field(name, raw.cells[at]) for at, name in enumerate(raw.header)}
    fields = {at: field or "" for at, field in told.items()}
    if "date" not in fields.values():
        fields[0] = "date"
    read = [f"“{raw.header[at]}” as {FIELDS[field].label}" for at, field in told.items() if field]
    unsure = [raw.header[at] for at, field in fields.items() if at and not field]
    if read:
        ledger.note(f"Questions are read by their words: {'; '.join(read)}.")
    if unsure:
        ledger.note(f"Questions not understood and not used: {'; '.join(unsure)}.")
    return by_leg(raw, fields, ledger)


def _field(name: str, answers: pd.Series) -> str | None:
    """Return the field that a question names, whole or by its longest words that are known."""
    if plain(name) in TIMESTAMP:
        return None
    words = plain(name).split()
    inside = [
        " ".join(words[at : at + n])
        for n in range(LONGEST, 0, -1)
        for at in range(len(words) - n + 1)
    ]
    known = [synonyms()[some] for some in inside if some in synonyms() and some not in NO_MEANING]
    if "reps" in known and TOGETHER.search(plain(name)):
        known = ["reps_total"]
    tries = [field for field in (field_of(name), *known) if field]
    return next((field for field in tries if fits(field, answers)), None)


WRITER = Writer("google_forms", "Google Forms", recognises, parts)
