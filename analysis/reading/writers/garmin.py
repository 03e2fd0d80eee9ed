"""Garmin Connect's list of activities, in the language of the account."""

import re
from dataclasses import replace

import pandas as pd

from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import plain
from analysis.reading.writers.strength import positions
from analysis.reading.writers.writer import Part, Writer, with_column
from analysis.wording import plural

TYPE = (
    *("activity type", "aktivitatstyp", "type d activite", "aktivitetstype", "aktivitetstyp"),
    *("tipo de actividad", "tipo di attivita", "tipo de atividade", "activiteittype"),
    "typ aktywnosci",
)
DATE = ("date", "datum", "dato", "fecha", "data")
FAVOURITE = (
    *("favorite", "favorit", "favori", "favorito", "preferito", "favoriet", "favoritt"),
    "ulubione",
)
TIME = ("time", "zeit", "duree", "tid", "tiempo", "durata", "tempo", "tijd", "czas")
DISTANCE = (
    *("distance", "distanz", "distans", "distancia", "distanza", "afstand", "avstand"),
    "dystans",
)
SWIM = re.compile(r"swim|schwimm|nata[tc]|natação|nage|nuoto|zwem|simning|svøm|pływ", re.I)
SWIM_UNITS = (("m", "metres"), ("yd", "yards"), ("km", "kilometres"), ("mi", "miles"))
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
    """Return every activity as other sport; minutes are Garmin's own time, pauses left out.

    Swims stand in metres or yards in the column that has kilometres or miles for all else,
    so their unit is asked for by itself.
    """
    fields = positions(raw.header, FIELDS)
    at = {field: position for position, field in fields.items() if field}
    texts = raw.cells[at["distance_km"]].fillna("")
    swims = raw.cells[at["sport"]].fillna("").str.contains(SWIM) & texts.str.contains("[1-9]")
    if not swims.any():
        return [Part(raw, fields)]
    unit = ledger.ask(
        "swim_unit",
        "In which unit are the distances of swimming?",
        SWIM_UNITS,
        plural(int(swims.sum()), "distance"),
    )
    cells = raw.cells.copy()
    cells[at["distance_km"]] = texts.mask(swims & (unit is None), "")
    units = pd.Series("", index=cells.index).mask(swims, unit or "")
    raw, beside = with_column(replace(raw, cells=cells), "unit of swims", units)
    return [Part(raw, fields | {beside: "distance_unit"})]


WRITER = Writer("garmin", "Garmin Connect", recognises, parts)
