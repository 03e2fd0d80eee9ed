"""Distances in kilometres: their unit is told by column or row, or asked, never guessed."""

import pytest

from tests.reading.logs import reading

RUN = "date,sport,{}\n2026-03-01,running,{}\n"


def km(text, **answers):
    found = reading(text, **answers)
    return found.log.activities["distance_km"].tolist(), found.receipts[0].questions


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("distance (km)", "5", 5.0),
        ("distance (miles)", "5", 8.04672),
        ("distance (m)", "5000", 5.0),
        ("distance,distance unit", "5,mi", 8.04672),
        ("distance,distance unit", "5,km", 5.0),
    ],
)
def test_a_unit_that_is_written_holds(name, value, expected):
    values, questions = km(RUN.format(name, value))
    assert (values, questions) == ([pytest.approx(expected)], ())


def test_a_unit_that_is_not_written_is_asked_and_the_distance_waits():
    (value,), (question,) = km(RUN.format("distance", "5"))
    assert question.key == "distance_unit" and value != value
    assert km(RUN.format("distance", "5"), distance_unit="mi")[0] == [pytest.approx(8.04672)]


def test_no_distance_is_none_in_every_unit():
    assert km(RUN.format("distance", "0")) == ([0.0], ())
