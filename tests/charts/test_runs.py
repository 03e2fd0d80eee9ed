import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.charts.runs import scheduled_runs, weekly_points

weeks_logged = st.sets(st.integers(1, 30), min_size=1).map(sorted)


@settings(max_examples=40, deadline=None)
@given(weeks_logged)
def test_a_line_joins_two_weeks_only_where_none_is_missing_between(logged):
    weeks = pd.DataFrame({"week": logged, "mean": 30.0, "n_days": 5, "counted": True})
    weeks = weeks.assign(first_day=7 * (weeks["week"] - 1), last_day=7 * weeks["week"] - 1)
    run = weekly_points(pd.DataFrame(), weeks, "morning")["run"].tolist()
    for place in range(1, len(logged)):
        joined = run[place] == run[place - 1]
        assert joined == (logged[place] - logged[place - 1] == 1)


@settings(max_examples=40, deadline=None)
@given(weeks_logged, weeks_logged)
def test_a_week_that_nobody_has_is_missing_for_nobody(one, other):
    lines = pd.DataFrame({"person": ["a"] * len(one) + ["b"] * len(other), "week": [*one, *other]})
    lines["run"] = scheduled_runs(lines, ["person"])
    schedule = {week: place for place, week in enumerate(sorted({*one, *other}))}
    for _, line in lines.groupby("person"):
        steps = line["week"].map(schedule).diff().iloc[1:]
        assert (line["run"].diff().iloc[1:] == (steps > 1)).all()


def test_a_week_that_does_not_count_breaks_the_line():
    weeks = pd.DataFrame(
        {
            "week": [1, 2, 3],
            "mean": [60.0, 50.0, 40.0],
            "n_days": [5, 2, 5],
            "counted": [True, False, True],
            "first_day": [0, 7, 14],
            "last_day": [6, 13, 20],
        }
    )
    points = weekly_points(pd.DataFrame(), weeks, "morning")
    assert points["day"].tolist() == [3, 17]
    assert points["run"].tolist() == [0, 1]
