"""Time to an event as a part: what is said where the day of return is not known."""

import pandas as pd

from analysis.days import reduce_log
from analysis.groups.asked import Asked
from analysis.groups.cohort import cohort
from analysis.groups.parts import events
from analysis.model import Log

PEOPLE = [f"p{i}" for i in range(12)]


def told(days_of_return: dict[str, float]):
    day = [float(d) for _ in PEOPLE for d in range(0, 84, 3)]
    who = [name for name in PEOPLE for _ in range(0, 84, 3)]
    pain = pd.DataFrame({"person": who, "day": day, "vas": 40.0, "context": "morning"})
    start = pd.Timestamp("2026-01-05")
    tendons = pd.DataFrame(
        {
            "person": PEOPLE,
            "arm": ["a", "b"] * 6,
            "start": start,
            "returned_to_activity": ["yes"] * 8 + ["no"] * 4,
            "returned_on": [
                start + pd.Timedelta(days=days_of_return[p]) if p in days_of_return else pd.NaT
                for p in PEOPLE
            ],
        }
    )
    return cohort(reduce_log(Log().with_tables(pain=pain, tendons=tendons)), Asked("arm"))


def back(made) -> events.Section:
    return next(s for s in events.say(events.work(made)) if s.title == events.BACK)


def test_returns_without_any_day_have_no_curve_and_say_what_would_tell():
    section = back(told({}))
    assert (section.estimates, section.note) == ((), events.NO_DAYS)


def test_returns_on_known_days_have_their_curve_and_the_others_are_counted():
    section = back(told({name: 50.0 + i for i, name in enumerate(PEOPLE[:6])}))
    assert section.estimates
    assert "2 people are back on a day that the log does not have" in section.note
    assert section.table["back on a day that is not in the log"].sum() == 2


def test_with_every_day_known_nothing_is_said_of_missing_ones():
    section = back(told(dict.fromkeys(PEOPLE[:8], 50.0)))
    assert "does not have" not in section.note and section.table is None
