"""Google Forms: a timestamp, and whole questions as column names."""

from collections import Counter

from analysis.reading.columns import field_of, synonyms
from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import plain
from analysis.reading.writers.writer import Part, Writer

TIMESTAMP = (
    *("timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo de data hora"),
    *("tijdstempel", "informazioni cronologiche", "sygnatura czasowa", "tidsstampel"),
)
QUESTION = 4
"""Words from which on a column's name reads like a question."""


def recognises(header: tuple[str, ...]) -> bool:
    """Return whether a header begins with the form's timestamp and asks a question."""
    first, *rest = [plain(name) for name in header] or [""]
    return first in TIMESTAMP and any(len(name.split()) >= QUESTION for name in rest)


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the answers, each question under the field that its words name.

    A question that names no field, or one that another names too, is left to the person,
    and said.
    """
    told = {at: _field(name) for at, name in enumerate(raw.header)}
    often = Counter(told.values())
    fields = {at: field for at, field in told.items() if field and often[field] == 1}
    unsure = [raw.header[at] for at in told if at and at not in fields]
    if unsure:
        ledger.note(f"Questions not understood and not used: {'; '.join(unsure)}.")
    return [Part(raw, fields if "date" in fields.values() else fields | {0: "date"})]


def _field(name: str) -> str | None:
    if plain(name) in TIMESTAMP:
        return None
    whole = field_of(name)
    if whole:
        return whole
    known = synonyms()
    # The first word that is known says what is asked: "how many reps in each set".
    return next((known[word] for word in plain(name).split() if word in known), None)


WRITER = Writer("google_forms", "Google Forms", recognises, parts)
