"""Hevy: one row for each set, dates with the month in the app's language."""

from dataclasses import replace

from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import plain
from analysis.reading.writers.strength import known_positions, minutes_between, workouts
from analysis.reading.writers.writer import (
    Part,
    Writer,
    column,
    has_all,
    with_column,
    without_warm_ups,
)
from analysis.wording import plural

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
MINUTES, NOTE = "minutes", "note with its lines"
BODYWEIGHT = (("none", "Nothing was added: 0 kg"), ("unknown", "Not noted"))


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the sets, failure and drop sets among them, and the workouts."""
    warm_up = column(raw, "set type").str.casefold().eq("warmup")
    sets = _with_bodyweight(without_warm_ups(raw, warm_up, ledger), ledger)
    minutes = minutes_between(column(raw, "start time"), column(raw, "end time"))
    timed, _ = with_column(raw, MINUTES, minutes)
    lines = column(raw, "description").str.replace("\\n", "\n", regex=False)
    timed, _ = with_column(timed, NOTE, lines)
    whole = {MINUTES: "minutes", NOTE: "note"}
    return [
        Part(sets, known_positions(raw.header, FIELDS), row_is_a_set=True),
        *workouts(timed, "start time", "title", "exercise title", whole, ledger),
    ]


def _with_bodyweight(sets: RawTable, ledger: Ledger) -> RawTable:
    """Return the sets with 0 for the weight that Hevy leaves blank where the body is all."""
    at = [p for p, name in enumerate(sets.header) if FIELDS.get(plain(name)) == "added_kg"]
    if not at:
        return sets
    weight = sets.cells[at[0]].fillna("")
    blank = weight.eq("") & column(sets, "reps").ne("")
    if not blank.any():
        return sets
    text = f"Hevy leaves the weight of {plural(int(blank.sum()), 'set')} blank"
    if ledger.settle("bodyweight", text, BODYWEIGHT, "none") == "unknown":
        return sets
    cells = sets.cells.copy()
    cells[at[0]] = weight.mask(blank, "0")
    return replace(sets, cells=cells)


WRITER = Writer(
    "hevy",
    "Hevy",
    has_all(("start time", "exercise title", "set index", "reps")),
    parts,
    worked_with=("title", "end time", "description", "set type"),
)
