"""Everyone's line is that of their weeks; of those who stopped it ends on their last day."""

import pandas as pd
import pytest

from analysis.days import reduce_log
from analysis.groups.weeks.leaving import leaving
from analysis.groups.weeks.lines import person_lines
from analysis.groups.weeks.trajectories import person_weeks
from analysis.model import Log
from analysis.outcomes import Options, outcomes

COLUMNS = ["person", "day", "vas"]


def lines_of(log: Log, week: int = 12) -> pd.DataFrame:
    days = reduce_log(log)
    made = outcomes(days, Options(week=week))
    groups = made.table.set_index("person")["arm"]
    weeks = person_weeks(days, made.context, groups)
    return person_lines(days, weeks, leaving(days, made, "arm").people)


def diary(until: dict[str, list[int]]) -> Log:
    rows = [(person, day, 80.0 - day) for person, days in until.items() for day in days]
    arms = pd.DataFrame({"person": list(until), "arm": "x"})
    return Log().with_tables(pain=pd.DataFrame(rows, columns=COLUMNS), tendons=arms)


def test_who_went_on_has_the_weeks_and_nothing_else():
    lines = lines_of(diary({"a": list(range(84)), "b": list(range(84))}))
    assert lines["at"].tolist() == [*range(1, 13)] * 2
    assert not lines["left"].any() and not lines["last"].any()


def test_who_stopped_ends_on_the_last_day_with_the_mean_of_its_seven_days():
    gone = lines_of(diary({"a": list(range(84)), "b": list(range(17))})).query("person == 'b'")
    assert gone["left"].all() and gone["last"].tolist() == [False, False, True]
    assert gone["at"].tolist() == pytest.approx([1, 2, 20 / 7])
    assert gone["mean"].iloc[-1] == pytest.approx(80 - 13)
    assert gone["week"].tolist() == [1, 2, 3]


def test_a_line_never_runs_back_where_the_last_week_is_cut_short():
    gone = lines_of(diary({"a": list(range(84)), "b": list(range(10))})).query("person == 'b'")
    assert gone["at"].tolist() == pytest.approx([1, 13 / 7])
    assert gone["week"].tolist() == [1, 2]


def test_who_stopped_before_any_week_counted_is_still_there():
    gone = lines_of(diary({"a": list(range(84)), "b": [0, 1]})).query("person == 'b'")
    assert gone[["at", "mean", "last"]].to_numpy().tolist() == [[pytest.approx(5 / 7), 79.5, True]]


def test_visits_end_on_the_last_visit():
    rows = [("a", week, 50.0 - week) for week in (0, 4, 12)] + [("b", 0, 60.0), ("b", 4, 55.0)]
    pain = pd.DataFrame(rows, columns=["person", "week", "vas"])
    arms = pd.DataFrame({"person": ["a", "b"], "arm": "x"})
    lines = lines_of(Log().with_tables(pain=pain, tendons=arms))
    gone = lines.query("person == 'b'")
    assert gone[["week", "at", "mean"]].to_numpy().tolist() == [[0, 0, 60], [4, 4, 55]]
    assert gone["last"].tolist() == [False, True]


def test_where_no_week_counts_those_who_stopped_are_all_there_is():
    lines = lines_of(diary({"a": list(range(0, 84, 4)), "b": [0, 4, 8]}))
    assert lines[["person", "last"]].to_numpy().tolist() == [["b", True]]
