"""What a rule set says, in one sentence."""

import numpy as np
import pandas as pd
import pytest

from analysis.charts.rule_days import rule_days
from analysis.rules import in_short, rule_sets, statements
from tests.diaries import days_of, every, sessions
from tests.rules.built import during, felt

MODEL = rule_sets()["silbernagel"]


def short(one, key="silbernagel") -> str:
    return in_short(rule_sets()[key], statements(one, key), int(one.day[-1]))


def test_the_newest_statement_is_named_with_its_day():
    said = short(days_of(during({3: 60, 30: 70, 40: 10})))
    assert said == (
        "Pain monitoring (Silbernagel type): 2 times about these days, last about 2026-02-04 "
        "(ceiling during the exercise)."
    )


def test_what_is_long_ago_is_said_to_be():
    said = short(days_of(during({3: 60, 30: 10})))
    assert "once about these days, last about 2026-01-08, 27 days before the log ends" in said


def test_nothing_is_said_of_days_that_meet_no_test():
    assert short(felt("during", 10)) == ("None of its rules has anything to say about these days.")


def test_a_statement_of_no_day_has_no_date():
    told = {"person": ["a"], "protocol": ["Jonsson"]}
    one = days_of(sessions("a", every(range(84), 90)), during({90: 0}), prescriptions=told)
    assert short(one, "article") == "The article: once about these days (kept up after the course)."
    with pytest.raises(ValueError, match="No rule speaks"):
        rule_days(frame(one), statements(one, "article"))


def frame(one) -> pd.DataFrame:
    date = pd.Timestamp("2026-01-05") + pd.to_timedelta(one.day, unit="D")
    return pd.DataFrame({"day": one.day, "date": date})


def test_each_rule_has_a_row_and_each_day_it_speaks_of_a_mark():
    one = days_of(during({3: 60, 30: 80, 40: 30}))
    said = statements(one, "article")
    built = rule_days(frame(one), said)
    drawn = {(row.rule, row.day) for row in built.table.itertuples()}
    assert drawn == {(told.name, day) for told in said for day in told.days}
    spec = built.chart.to_dict()
    assert "A stop at severe pain" in spec["encoding"]["y"]["axis"]["labelExpr"]
    assert "A stop at severe pain: 1 day, the last of them day 30" in built.alt
    assert np.all(built.table["day"] <= 40)
