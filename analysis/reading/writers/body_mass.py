"""Lists of body weight: FitNotes' body tracker, and a date beside a weight and nothing else."""

from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable, Refused
from analysis.reading.words import plain
from analysis.reading.writers.strength import positions
from analysis.reading.writers.writer import Part, Writer, column, has_all, without

ALONE = {
    **dict.fromkeys(("date", "datum", "fecha", "data"), "date"),
    "time": "clock",
    **dict.fromkeys(("weight", "weight kg", "weight lbs", "gewicht"), "body_mass_kg"),
    **dict.fromkeys(("comment", "note", "notes"), "note"),
}
FIELDS = {**ALONE, "value": "body_mass_kg", "unit": "weight_unit"}
NO_WEIGHT = (
    "This is a list of body measurements without any body weight; bring the list with the body "
    "weight, or the export of the exercises."
)
BODY_WEIGHT = ("bodyweight", "body weight")
_is_tracker = has_all(("date", "measurement", "value", "unit"))


def recognises(header: tuple[str, ...]) -> bool:
    """Return whether a header is the tracker's, or has a date and a weight and at most a note."""
    fields = [ALONE.get(plain(name)) for name in header if name]
    alone = {"date", "body_mass_kg"} <= set(fields) <= {"date", "clock", "body_mass_kg", "note"}
    return _is_tracker(header) or alone


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the body weights; other measurements are said and left out."""
    if _is_tracker(raw.header):
        other = ~column(raw, "measurement").str.casefold().isin(BODY_WEIGHT)
        if other.all():
            raise Refused(NO_WEIGHT)
        raw = without(raw, other, ledger, "measurements of something else than body weight")
    return [Part(raw, positions(raw.header, FIELDS))]


WRITER = Writer("body_mass", "a list of body weights", recognises, parts)
