"""Strong: one row for each set."""

from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.writers.strength import known_positions, workouts
from analysis.reading.writers.writer import (
    Part,
    Writer,
    column,
    has_all,
    without,
    without_warm_ups,
)

FIELDS = {
    "date": "date",
    "exercise name": "exercise",
    "set order": "set_number",
    "weight": "added_kg",
    "weight kg": "added_kg",
    "weight lbs": "added_kg",
    "weight unit": "weight_unit",
    "reps": "reps",
    "seconds": "seconds",
    "notes": "note",
    **dict.fromkeys(("workout", "workout name", "workout notes", "rpe"), ""),
    **dict.fromkeys(("duration", "duration sec", "workout duration"), ""),
    **dict.fromkeys(("distance", "distance meters", "distance unit"), ""),
}
WHOLE = {
    "duration": "minutes",
    "duration sec": "minutes",
    "workout duration": "minutes",
    "workout notes": "note",
}
WARM_UP = r"w|warm[- ]?up"
SET = rf"\d+|[df]|{WARM_UP}"


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the sets, without rest timers, and the workouts."""
    order = column(raw, "set order").str.casefold()
    no_set = ~order.str.fullmatch(SET)
    words = ", ".join(f"“{word}”" for word in sorted(order[no_set].unique()))
    raw = without(raw, no_set, ledger, f"no sets but {words} between them")
    warm_up = order[~no_set].str.fullmatch(WARM_UP)
    of_workouts = workouts(raw, "date", "workout name", "exercise name", WHOLE, ledger)
    sets = without_warm_ups(raw, warm_up, ledger)
    return [Part(sets, known_positions(raw.header, FIELDS), row_is_a_set=True), *of_workouts]


WRITER = Writer(
    "strong",
    "Strong",
    has_all(("date", "workout name", "exercise name", "set order", "reps")),
    parts,
    worked_with=("workout name",),
)
