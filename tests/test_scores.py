"""Scores stand on their own scale, each tendon with its own."""

import pandas as pd

from analysis.model import conform
from analysis.reading import Source, read
from analysis.scores import SCALES, on_days, scores, scores_sentence


def measures(*rows: dict) -> pd.DataFrame:
    return conform("measures", pd.DataFrame(rows))


def test_scores_come_in_the_order_of_time_and_nothing_else_among_them():
    told = measures(
        {"person": "a", "on": pd.Timestamp("2026-03-01"), "measure": "visa_a", "value": 70},
        {"person": "a", "on": pd.Timestamp("2026-01-05"), "measure": "visa_a", "value": 55},
        {"person": "a", "on": pd.Timestamp("2026-01-05"), "measure": "body_mass_kg", "value": 80},
        {"person": "b", "on": pd.Timestamp("2026-01-05"), "measure": "visa_a", "value": 30},
        {"person": "a", "on": pd.Timestamp("2026-02-01"), "measure": "global rating", "value": -2},
    )
    found = scores(told, "a")
    assert found["measure"].tolist() == ["global rating", "visa_a", "visa_a"]
    assert found["value"].tolist() == [-2, 55, 70]
    assert found["scale"].tolist() == [SCALES[name] for name in found["measure"]]


def test_a_score_without_a_side_stands_for_both_tendons():
    told = measures(
        {"person": "a", "side": "left", "week": 0, "measure": "visa_a", "value": 40},
        {"person": "a", "side": "right", "week": 0, "measure": "visa_a", "value": 50},
        {"person": "a", "week": 12, "measure": "visa_a", "value": 90},
    )
    assert scores(told, "a", "left")["value"].tolist() == [40, 90]
    assert scores(told, "a")["value"].tolist() == [40, 50, 90]


def test_a_score_that_is_missing_is_no_score():
    told = measures({"person": "a", "week": 0, "measure": "visa_a", "value": None})
    assert scores(told, "a").empty and scores(told, "nobody").empty


def test_the_names_are_those_that_reading_keeps():
    text = "date,VISA-A,global rating\n2026-03-01,55,60\n2026-04-01,70,80\n"
    log = read([Source("log.csv", text.encode())]).log
    found = scores(log.measures, log.people[0])
    assert found.groupby("measure")["value"].apply(list).to_dict() == {
        "global rating": [60, 80],
        "visa_a": [55, 70],
    }


def test_scores_stand_on_programme_days_by_date_day_or_week():
    start = pd.Timestamp("2026-03-01")
    told = measures(
        {
            "person": "a",
            "on": start + pd.Timedelta(days=30, hours=9),
            "measure": "visa_a",
            "value": 70,
        },
        {"person": "a", "day": 3, "measure": "visa_a", "value": 60},
        {"person": "a", "week": 12, "measure": "visa_a", "value": 90},
        {"person": "a", "measure": "visa_a", "value": 10},
    )
    found = on_days(scores(told, "a"), start)
    assert found["day"].tolist() == [3, 30, 84] and found["value"].tolist() == [60, 70, 90]
    assert found["date"].tolist() == [start + pd.Timedelta(days=d) for d in (3, 30, 84)]


def test_scores_in_words_stand_side_by_side_and_no_move_is_named():
    told = measures(
        {"person": "a", "week": 0, "measure": "visa_a", "value": 40},
        {"person": "a", "week": 12, "measure": "visa_a", "value": 90},
        {"person": "a", "week": 12, "measure": "global rating", "value": 2},
    )
    found = on_days(scores(told, "a"), pd.NaT)
    assert scores_sentence(found) == (
        "Global rating was 2 on day 84 (1 score). "
        "VISA-A was 40 on day 0 and 90 on day 84 (2 scores)."
    )
