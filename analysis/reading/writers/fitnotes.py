"""FitNotes: one row for each set, in the layouts of its two apps."""

import math

import pandas as pd

from analysis.reading.exercises import is_of_the_calf
from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.values import durations
from analysis.reading.writers.strength import known_positions, minutes_between, positions, workouts
from analysis.reading.writers.writer import (
    Part,
    Writer,
    column,
    has_all,
    is_true,
    rows_where,
    with_column,
    without,
    without_warm_ups,
)

BY_DATE = {
    "date": "date",
    "exercise": "exercise",
    "weight": "added_kg",
    "weight kg": "added_kg",
    "weight kgs": "added_kg",
    "weight lbs": "added_kg",
    "weight unit": "weight_unit",
    "reps": "reps",
    "comment": "note",
    "notes": "note",
    **dict.fromkeys(("category", "distance", "distance unit", "time", "kind"), ""),
}
BY_WORKOUT = {
    "starttime": "date",
    "exercise": "exercise",
    "weight": "added_kg",
    "reps": "reps",
    "note": "note",
    **dict.fromkeys(("name", "endtime", "bodyweight", "equipment", "time", "distance"), ""),
    **dict.fromkeys(("status", "iswarmup", "rpe", "rir", "categories"), ""),
}
OF_SPORT = {
    "date": "date",
    "exercise": "sport",
    "time": "minutes",
    "distance": "distance_km",
    "distance unit": "distance_unit",
    "comment": "note",
    "notes": "note",
}
DONE = ("done", "")
MINUTES = "minutes"
SECONDS = 60
"""In a minute."""


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the sets that were done; workouts only where the file tells when they began."""
    if not _names_workouts(raw.header):
        return _by_date(raw)
    status = column(raw, "status").str.casefold()
    raw = without(raw, ~status.isin(DONE), ledger, "sets not started or failed to start")
    sets = without_warm_ups(raw, is_true(column(raw, "iswarmup")), ledger)
    minutes = minutes_between(column(raw, "starttime"), column(raw, "endtime"))
    timed, _ = with_column(raw, MINUTES, minutes)
    return [
        Part(sets, known_positions(raw.header, BY_WORKOUT), row_is_a_set=True),
        *workouts(timed, "starttime", "name", "exercise", {MINUTES: "minutes"}, ledger),
        *_body_mass(raw),
    ]


def _body_mass(raw: RawTable) -> list[Part]:
    """Return the body mass of each workout that has one, 0 being none."""
    told = pd.DataFrame({"when": column(raw, "starttime"), "mass": column(raw, "bodyweight")})
    rows = rows_where(raw, told["mass"].str.contains("[1-9]") & ~told.duplicated())
    fields = {"starttime": "date", "bodyweight": "body_mass_kg"}
    return [Part(rows, positions(raw.header, fields))] if len(rows.cells) else []


def _by_date(raw: RawTable) -> list[Part]:
    """Return the sets, and the rows with a time or a distance alone as other sport.

    A time alone is a hold where the exercise is one of the calf, and its seconds are kept.
    """
    fields = _in_kilograms_where_both(raw, known_positions(raw.header, BY_DATE))
    time, distance = column(raw, "time"), column(raw, "distance")
    no_reps = column(raw, "reps").eq("") & (time.ne("") | distance.ne(""))
    names = column(raw, "exercise")
    of_calf = names.map({name: is_of_the_calf(name) for name in names.unique()}).astype(bool)
    sport = rows_where(raw, no_reps & ~of_calf)
    sets = rows_where(raw, ~no_reps | of_calf)
    found = []
    if len(sets.cells):
        held = durations(column(sets, "time"), ".").values * SECONDS
        told = ["" if math.isnan(seconds) else f"{seconds:g}" for seconds in held]
        sets, at = with_column(sets, "seconds", pd.Series(told))
        found = [Part(sets, fields | {at: "seconds"}, row_is_a_set=True)]
    return [*found, Part(sport, positions(raw.header, OF_SPORT))] if len(sport.cells) else found


def _in_kilograms_where_both(raw: RawTable, fields: dict[int, str]) -> dict[int, str]:
    """Return the fields with pounds left out where a column in kilograms stands beside them."""
    weights = [at for at, field in fields.items() if field == "added_kg"]
    in_kg = [at for at in weights if "kg" in raw.header[at].casefold()]
    return fields | {at: "" for at in weights if in_kg and at != in_kg[0]}


_names_workouts = has_all(("starttime", "exercise", "reps", "status", "iswarmup"))
_names_dates = has_all(
    ("date", "exercise", "category", "weight", "reps", "distance", "time"),
    ("date", "exercise", "category", "weight lbs", "reps", "distance", "time"),
    ("date", "exercise", "category", "weight kgs", "reps", "distance", "time"),
    ("date", "exercise", "category", "weight kg", "reps", "distance", "time"),
)

WRITER = Writer(
    "fitnotes",
    "FitNotes",
    lambda header: _names_workouts(header) or _names_dates(header),
    parts,
    worked_with=("name", "endtime", "status", "iswarmup", "time"),
)
