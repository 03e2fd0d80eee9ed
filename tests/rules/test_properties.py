"""What holds of every log: nothing after the day looked from is seen, and slow copies agree."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.days import reduce_log
from analysis.model import Log
from analysis.rules import rule_sets, silent, statements
from tests.diaries import START, days_of, pain, sessions

CONTEXTS = ("during", "after", "morning", "activity")
DAY = st.integers(-7, 100)
VAS = st.sampled_from([0, 4, 5, 6, 20, 49, 50, 51, 74, 75, 90])
READINGS = st.fixed_dictionaries({c: st.dictionaries(DAY, VAS, max_size=60) for c in CONTEXTS})
DONE = st.dictionaries(
    DAY,
    st.tuples(st.sampled_from([0, 20, 45, 90, 400, None]), st.sampled_from([0, 5, 12, None])),
    max_size=60,
)
SPORT = st.dictionaries(DAY, st.integers(0, 120), max_size=40)


def log_of(readings, done, sport, prescribed, until=100) -> Log:
    def keep(by_day):
        return {day: value for day, value in by_day.items() if day <= until}

    felt = [pain("a", keep(by_day), context) for context, by_day in readings.items()]
    did = keep(done)
    reps = {day: math.nan if reps is None else reps for day, (reps, _) in did.items()}
    ran = keep(sport)
    return Log().with_tables(
        tendons=pd.DataFrame({"person": ["a"]}),
        pain=pd.concat(felt),
        sessions=sessions("a", reps, added_kg=[kg for _, kg in did.values()], sets=3),
        activities=pd.DataFrame(
            {
                "person": "a",
                "started": [START + pd.Timedelta(days=day) for day in ran],
                "minutes": list(ran.values()),
            }
        ),
        prescriptions=pd.DataFrame({"person": ["a"] * prescribed, "protocol": "Jonsson"}),
    )


def between_entries(readings, done, sport, until) -> dict[int, int]:
    """Return sport without the days up to ``until`` that lie outside the entries up to it.

    Sport alone never stretches a tendon's days, so only there do two logs differ.
    """
    entries = [day for by_day in (*readings.values(), done) for day in by_day if day <= until]
    first, last = min(entries, default=until + 1), max(entries, default=until)
    return {day: m for day, m in sport.items() if first <= day <= last or day > until}


@pytest.mark.parametrize("key", list(rule_sets()))
@settings(max_examples=12, deadline=None)
@given(READINGS, DONE, SPORT, st.booleans(), st.integers(-3, 100))
def test_looking_from_a_day_sees_what_a_log_ending_that_day_holds(
    key, readings, done, sport, prescribed, until
):
    sport = between_entries(readings, done, sport, until)
    whole = reduce_log(log_of(readings, done, sport, prescribed), START.date()).alone(0)
    cut = reduce_log(log_of(readings, done, sport, prescribed, until), START.date()).alone(0)
    chosen = {"context": "morning"} if "morning" in cut.pain else {}
    if not chosen and cut.pain:  # before its first reading a context cannot be chosen
        return
    evening = {"evening": "after"} if "after" in cut.pain else {}
    seen = statements(whole, key, through=until, **chosen, **evening)
    told = statements(cut, key, **chosen, **evening)
    assert [(s.rule, s.sentence, s.days) for s in seen] == [
        (s.rule, s.sentence, s.days) for s in told
    ]
    unheard = [s.why for s in silent(whole, key, through=until, **chosen, **evening)]
    assert unheard == [s.why for s in silent(cut, key, **chosen, **evening)]
    for one in seen:
        assert all(0 <= day <= until for day in one.days)
        assert "nan" not in one.sentence and "{" not in one.sentence
    last = [one.days[-1:] for one in seen]
    assert last == sorted(last, reverse=True)


def slow_runs(rows: list[tuple[int, float, float, float]]) -> list[tuple[int, ...]]:
    """Return runs of 3 or more full sessions without pain, one row at a time."""
    runs, run = [], []
    for day, reps, vas, kg in sorted(rows):
        free = reps >= 45 and vas <= 5
        joins = free and run and day - run[-1][0] <= 7 and kg == run[-1][1]
        if not joins:
            runs.append(run)
            run = []
        if free:
            run.append((day, kg))
    runs.append(run)
    return [tuple(day for day, _ in run) for run in runs if len(run) >= 3]


ROW = st.tuples(st.sampled_from([44, 45, 90]), st.sampled_from([0, 5, 6]), st.sampled_from([0, 5]))


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.integers(0, 60), ROW, min_size=3, max_size=40))
def test_runs_free_of_pain_are_those_of_a_copy_that_goes_row_by_row(by_day):
    told = dict(sorted(by_day.items()))
    reps, felt, kg = ({day: row[part] for day, row in told.items()} for part in range(3))
    done = sessions("a", reps, added_kg=list(kg.values()))
    one = days_of(done, pain("a", felt, "during"))
    found = [s.days for s in statements(one, "article") if s.rule == "add_weight"]
    assert sorted(found) == slow_runs([(d, *row) for d, row in told.items()])


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.integers(0, 60), st.integers(0, 30), min_size=2, max_size=40))
def test_weight_in_steps_agrees_with_every_pair_of_days(by_day):
    told = dict(sorted(by_day.items()))
    one = days_of(sessions("a", dict.fromkeys(told, 45), added_kg=list(told.values())))
    found = {d for s in statements(one, "handout") if s.rule == "weight_in_steps" for d in s.days}
    days = list(told)
    assert found == {
        day
        for at, day in enumerate(days)
        if at and told[day] > told[days[at - 1]]
        if any(0 < day - other <= 7 and told[day] - told[other] > 5 for other in days)
    }


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 100), min_size=2, max_size=14))
def test_rises_from_week_to_week_agree_with_the_rule_as_written(means):
    one = days_of(pain("a", {7 * w + d: m for w, m in enumerate(means) for d in range(7)}))
    found = {s.days[0] // 7 for s in statements(one, "silbernagel") if s.rule == "week_on_week"}
    expected = set()
    for week in range(1, len(means)):
        earlier = [float(means[w] - means[w - 1]) for w in range(1, week)]
        limit = 15.0 if len(earlier) < 5 else max(5.0, 1.96 * float(np.std(earlier, ddof=1)))
        if means[week] - means[week - 1] > limit:
            expected.add(week)
    assert found == expected
