"""Scores stand on their own scale, each tendon with its own."""

import pandas as pd

from analysis.model import conform
from analysis.reading import Source, read
from analysis.scores import SCALES, scores


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
