"""Strava's list of activities, of which some columns stand twice."""

from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import plain
from analysis.reading.writers.writer import Part, Writer, has_all, with_column
from analysis.reading.zones import settle_world_time

FIRST = {"activity date": "date", "activity type": "sport", "perceived exertion": "intensity_0_10"}


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return every activity as other sport.

    Two columns are called Distance: the first in the unit of the account, the second in
    metres, which is used; a list with only one is asked about. Minutes are those in
    motion, else all that passed. Times are in world time, though the list does not say so.
    """
    settle_world_time(ledger)
    names = [plain(name) for name in raw.header]
    fields: dict[int, str] = dict.fromkeys(range(len(names)), "")
    for position, name in enumerate(names):
        if name in FIRST and FIRST[name] not in fields.values():
            fields[position] = FIRST[name]
    first, *second = [at for at, name in enumerate(names) if name == "distance"]
    if second:
        raw, first = with_column(raw, "distance (m)", raw.cells[second[0]].fillna(""))
    fields[first] = "distance_km"
    seconds = raw.cells[names.index("moving time")] if "moving time" in names else None
    elapsed = raw.cells[names.index("elapsed time")].fillna("")
    told = elapsed if seconds is None else seconds.fillna("").where(seconds.ne(""), elapsed)
    raw, at = with_column(raw, "time in motion (sec)", told)
    return [Part(raw, fields | {at: "minutes"})]


WRITER = Writer(
    "strava",
    "Strava",
    has_all(("activity id", "activity date", "activity type", "elapsed time", "distance")),
    parts,
    worked_with=("distance", "moving time", "elapsed time"),
)
