"""The power curve: what is marked on it and what is left out where it is not known."""

import pandas as pd
import pytest

from analysis.charts.power import power
from tests.charts.frames import rows_of

CURVE = pd.DataFrame({"people": [2, 30], "power": [5.0, 83.26], "low": None, "high": None})
POINTS = pd.DataFrame(
    {"what": ["needed"], "people": [28], "power": [80.24], "low": [float("nan")], "high": None}
)


def drawn(curve: pd.DataFrame = CURVE, points: pd.DataFrame = POINTS) -> tuple:
    numbers = {"low": "float64", "high": "float64"}
    said = {"cell": "cell", "what": "to find 15", "rests_on": "standard deviation"}
    picture = power(curve.astype(numbers), points.astype(numbers), asked=80, **said)
    return picture, picture.chart.to_dict()


def test_the_words_name_the_power_of_every_number_of_people_marked():
    picture, _ = drawn()
    assert picture.title == "Power (%) by people in each cell: to find 15"
    assert "5 % with 2 to 83 % with 30 people in each cell" in picture.alt
    assert "needed: 28 people in each cell, power 80 %" in picture.alt
    assert picture.table["what"].tolist() == ["curve", "curve", "needed"]
    assert picture.table["power (%)"].tolist() == [5.0, 83.3, 80.2]


def test_there_is_no_band_and_no_bar_where_nothing_is_known_of_the_scatter():
    picture, spec = drawn()
    assert rows_of(spec, "area") == [] and picture.note == ""
    assert [row["power"] for row in rows_of(spec, "rule")] == [80]


def test_the_band_is_the_powers_limits_and_said_to_be():
    picture, spec = drawn(CURVE.assign(low=[5.0, 70.0], high=[5.0, 95.0]))
    assert [(row["low"], row["high"]) for row in rows_of(spec, "area")] == [(5, 5), (70, 95)]
    assert "standard deviation" in picture.note


def test_simulated_studies_have_their_interval_as_a_bar():
    _, spec = drawn(points=POINTS.assign(what="simulated", low=71.0, high=84.0))
    assert [(r["low"], r["high"]) for r in rows_of(spec, "rule") if "low" in r] == [(71, 84)]


def test_a_curve_without_a_point_is_refused():
    with pytest.raises(ValueError, match="no number of people"):
        drawn(curve=CURVE.iloc[:0])
