"""Strava's list of activities, in the language of the account, some columns standing twice."""

from collections.abc import Sequence

from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import plain
from analysis.reading.writers.writer import Part, Writer, with_column
from analysis.reading.zones import settle_world_time

NUMBER = (
    *("activity id", "aktivitats id", "id de l activite", "id de actividad"),
    "activiteits id",
)
DATE = (
    *("activity date", "aktivitatsdatum", "date de l activite", "fecha de la actividad"),
    "datum van activiteit",
)
TYPE = (
    *("activity type", "aktivitatsart", "type d activite", "tipo de actividad"),
    "activiteitstype",
)
ELAPSED = (
    *("elapsed time", "verstrichene zeit", "temps ecoule", "tiempo transcurrido"),
    "verstreken tijd",
)
MOVING = (
    *("moving time", "bewegungszeit", "duree de deplacement", "tiempo en movimiento"),
    "beweegtijd",
)
DISTANCE = ("distance", "distanz", "distancia", "afstand")
EXERTION = (
    *("perceived exertion", "gefuhlte anstrengung", "esfuerzo percibido"),
    "ervaren inspanning",
)
FIRST = {"date": DATE, "sport": TYPE, "intensity_0_10": EXERTION}


def recognises(header: tuple[str, ...]) -> bool:
    """Return whether a header has Strava's number, date, type, duration and distance."""
    names = {plain(name) for name in header}
    return all(names.intersection(some) for some in (NUMBER, DATE, TYPE, ELAPSED, DISTANCE))


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return every activity as other sport.

    Two columns are called Distance: the first in the unit of the account, the second in
    metres, which is used; a list with only one, or with one written twice, is asked about.
    Minutes are those in motion, else all that passed. Times are in world time, though the
    list does not say so.
    """
    settle_world_time(ledger)
    fields: dict[int, str] = dict.fromkeys(range(len(raw.header)), "")
    for field, names in FIRST.items():
        fields |= dict.fromkeys(_positions(raw, names)[:1], field)
    first, *second = _positions(raw, DISTANCE)
    if second and not raw.cells[second[0]].equals(raw.cells[first]):
        raw, first = with_column(raw, "distance (m)", raw.cells[second[0]].fillna(""))
    fields[first] = "distance_km"
    told = raw.cells[_positions(raw, ELAPSED)[0]].fillna("")
    for at in _positions(raw, MOVING)[:1]:
        in_motion = raw.cells[at].fillna("")
        told = in_motion.where(in_motion.ne(""), told)
    raw, at = with_column(raw, "time in motion (sec)", told)
    return [Part(raw, fields | {at: "minutes"})]


def _positions(raw: RawTable, names: Sequence[str]) -> list[int]:
    return [at for at, name in enumerate(raw.header) if plain(name) in names]


WRITER = Writer("strava", "Strava", recognises, parts, worked_with=(*DISTANCE, *MOVING, *ELAPSED))
