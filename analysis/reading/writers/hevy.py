"""Hevy: one row for each set, dates with the month in the app's language."""

from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.writers.strength import known_positions, minutes_between, workouts
from analysis.reading.writers.writer import (
    Part,
    Writer,
    column,
    has_all,
    with_column,
    without_warm_ups,
)

FIELDS = {
    "start time": "date",
    "exercise title": "exercise",
    "set index": "set_number",
    "weight kg": "added_kg",
    "weight lbs": "added_kg",
    "reps": "reps",
    "duration seconds": "seconds",
    **dict.fromkeys(("title", "end time", "description", "superset id", "exercise notes"), ""),
    **dict.fromkeys(("set type", "distance km", "distance miles", "rpe"), ""),
}
MINUTES = "minutes"


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the sets, failure and drop sets among them, and the workouts."""
    warm_up = column(raw, "set type").str.casefold().eq("warmup")
    sets = without_warm_ups(raw, warm_up, ledger)
    minutes = minutes_between(column(raw, "start time"), column(raw, "end time"))
    timed, _ = with_column(raw, MINUTES, minutes)
    whole = {MINUTES: "minutes", "description": "note"}
    return [
        Part(sets, known_positions(raw.header, FIELDS), row_is_a_set=True),
        *workouts(timed, "start time", "title", "exercise title", whole, ledger),
    ]


WRITER = Writer(
    "hevy",
    "Hevy",
    has_all(("start time", "exercise title", "set index", "reps")),
    parts,
    worked_with=("title", "end time", "set type"),
)
