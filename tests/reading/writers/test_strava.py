"""Strava: columns that stand twice are told apart by where they stand."""

import csv
from collections import Counter

import pytest

from tests.reading.writers.exports import reading

HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Elapsed Time,Moving Time,Distance,Perceived Exertion\n"
)


def test_metres_and_time_in_motion_are_used():
    text = (
        HEADER
        + '1,"Oct 6, 2022, 11:19:20 PM",Run,Run,"two\nlines",979,2.43,979.0,971.0,2432.77,6\n'
    )
    found = reading(text)
    (run,) = found.log.activities.to_dict("records")
    assert str(run["started"]) == "2022-10-06 23:19:20"
    assert run["distance_km"] == pytest.approx(2.43277)
    assert run["minutes"] == pytest.approx(971 / 60)
    assert run["intensity_0_10"] == 6
    assert ("utc", "0") in [(s.key, s.value) for s in found.receipts[0].settings]


def test_a_list_with_one_distance_asks_for_its_unit():
    header = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance\n"
    found = reading(header + '1,"Oct 6, 2022, 11:19:20 PM",Run,Run,979,2.43\n')
    assert [question.key for question in found.receipts[0].questions] == ["distance_unit"]
    assert found.log.activities["minutes"].tolist() == [pytest.approx(979 / 60)]


def test_the_real_list(real):
    path = real("strava/strava_bulk_duplicate_headers.csv")
    found = reading(path.read_bytes())
    told, activities = found.receipts[0], found.log.activities
    assert (told.rows_read, told.rows_used, told.set_aside) == (319, 319, ())
    with path.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    assert len(rows) == len(activities) == 319
    assert Counter(activities["sport"]) == Counter(row[3] for row in rows)
    metres = sum(float(row[17]) for row in rows if row[17])
    assert activities["distance_km"].sum() == pytest.approx(metres / 1000)
    moving = sum(float(row[16] or row[5]) for row in rows)
    assert activities["minutes"].sum() == pytest.approx(moving / 60)
    assert activities["intensity_0_10"].notna().sum() == sum(bool(row[43]) for row in rows)


def test_columns_that_were_worked_with_are_not_said_to_be_unused(real):
    found = reading(real("strava/strava_bulk_duplicate_headers.csv").read_bytes())
    unused = found.receipts[0].ignored_columns
    assert {"Distance", "Moving Time", "Elapsed Time"}.isdisjoint(unused)
    assert {"Activity Name", "Max Heart Rate"} <= set(unused)
