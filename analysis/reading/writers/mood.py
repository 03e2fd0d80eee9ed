"""Diaries of moods, which hold neither pain nor exercise."""

from analysis.reading.columns import FIELDS, field_of
from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable, Refused
from analysis.reading.words import plain
from analysis.reading.writers.writer import Part, Writer

MOOD = frozenset(["mood", "moods", "stimmung", "humeur", "animo", "humor", "stemming", "umore"])
OF_THE_LOG = ("sessions", "pain", "measures", "activities", "prescriptions", "tendons")
NO_USE = (
    "This is a diary of moods, and holds neither pain nor exercise; bring the log in which the "
    "drops or the tendon's pain are noted, such as a sheet with date and pain."
)


def recognises(header: tuple[str, ...]) -> bool:
    """Return whether a header has a mood and nothing that this log keeps."""
    fields = [field_of(name) for name in header]
    kept = any(FIELDS[field].table in OF_THE_LOG for field in fields if field)
    return not kept and any(not MOOD.isdisjoint(plain(name).split()) for name in header)


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Refuse the diary, with the file to bring instead."""
    raise Refused(NO_USE)


WRITER = Writer("mood", "a diary of moods", recognises, parts)
