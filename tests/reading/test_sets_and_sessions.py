"""One row for each set and one row for each session give the same daily dose."""

import numpy as np

from analysis.adherence import counts
from analysis.days import reduce_log
from tests.reading.writers.exports import reading

STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)
PEOPLE = "person,start,protocol\nAda,2026-03-01,jonsson\n"


def as_sets():
    rows = [
        f"2026-03-0{day} {hour}:00:00,Drops,9m,Heel drop flat straight,{n},{kg},15,0,0,,,\n"
        for day in (1, 2, 3)
        for hour in ("07", "19")
        for n, kg in ((1, 0), (2, 0), (3, 5))
    ]
    return STRONG + "".join(rows)


def as_sessions():
    rows = [
        f"2026-03-0{day} {hour}:00,flat straight,3,15\n"
        for day in (1, 2, 3)
        for hour in ("07", "19")
    ]
    return "date,variant,sets,reps\n" + "".join(rows)


def test_drops_sets_and_sessions_of_a_day_are_the_same():
    sets, sessions = (
        reduce_log(reading(text, PEOPLE, unit="kg").log) for text in (as_sets(), as_sessions())
    )
    assert sets.drops.tolist() == sessions.drops.tolist() == [90, 90, 90]
    through = np.array([2])
    one, other = counts(sets, through).iloc[0], counts(sessions, through).iloc[0]
    for unit in ("days", "sessions", "sets", "reps"):
        assert one[f"{unit}_done"] == other[f"{unit}_done"] > 0
        assert one[f"{unit}_prescribed"] == other[f"{unit}_prescribed"]
    assert one["sessions_done"] == 6


def test_a_column_called_set_that_counts_one_two_three_numbers_the_sets():
    rows = "".join(f"2026-03-0{day},{n},15\n" for day in (1, 2) for n in (1, 2, 3))
    numbered = reading("date,set,reps\n" + rows).log.sessions
    assert numbered["reps"].tolist() == [15] * 6 and numbered["sets"].tolist() == [1] * 6
    counted = reading("date,set,reps\n2026-03-01,3,15\n2026-03-02,3,15\n").log.sessions
    assert counted["reps"].tolist() == [45, 45]
