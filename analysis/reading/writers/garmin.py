"""Garmin Connect's list of activities, in the language of the account."""

from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import plain
from analysis.reading.writers.strength import positions
from analysis.reading.writers.writer import Part, Writer

TYPE = ("activity type", "aktivitatstyp", "type d activite", "aktivitetstype", "aktivitetstyp")
TYPE = (*TYPE, "tipo de actividad", "tipo di attivita", "tipo de atividade", "activiteittype")
DATE = ("date", "datum", "dato", "fecha", "data")
FAVOURITE = ("favorite", "favorit", "favori", "favorito", "preferito", "favoriet")
TIME = ("time", "zeit", "duree", "tid", "tiempo", "durata", "tempo", "tijd")
DISTANCE = ("distance", "distanz", "distans", "distancia", "distanza", "afstand")
FIELDS = {
    **dict.fromkeys(TYPE, "sport"),
    **dict.fromkeys(DATE, "date"),
    **dict.fromkeys(TIME, "minutes"),
    **dict.fromkeys(DISTANCE, "distance_km"),
}


def recognises(header: tuple[str, ...]) -> bool:
    """Return whether a header has Garmin's type, date, favourite and distance."""
    names = {plain(name) for name in header}
    return all(names.intersection(some) for some in (TYPE, DATE, FAVOURITE, DISTANCE))


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return every activity as other sport; minutes are Garmin's own time, pauses left out."""
    return [Part(raw, positions(raw.header, FIELDS))]


WRITER = Writer("garmin", "Garmin Connect", recognises, parts)
