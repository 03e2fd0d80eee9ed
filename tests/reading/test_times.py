"""Dates in every order, clock times and durations, and impossible ones set apart."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading import times as module
from analysis.reading.times import clock_minutes, date_order, durations, times

DAY_FORMS = ("%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y")
MONTH_FORMS = ("%m/%d/%Y", "%m-%d-%Y")
ISO_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d %b %Y", "%b %d, %Y")


def one(text: str, order: str = "iso") -> str:
    found = times(pd.Series([text]), order)
    return "bad" if found.bad[0] else str(found.values[0].astype("datetime64[s]"))


@given(st.dates(date(2000, 1, 1), date(2035, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_every_day_reads_back_from_every_form(day):
    forms = [(form, "day") for form in DAY_FORMS] + [(form, "month") for form in MONTH_FORMS]
    for form, order in [*forms, *((form, "iso") for form in ISO_FORMS)]:
        assert one(day.strftime(form), order) == f"{day}T00:00:00", form


@pytest.mark.parametrize(
    "text",
    ["31.2.2021", "2026-13-01", "soon", "44280", "1.1", "0.0.2020", "0000-01-01", "0001-01-01"],
)
def test_an_impossible_date_is_bad(text):
    assert one(text, "day") == "bad"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2022-07-28 20:14:20", "2022-07-28T20:14:20"),
        ("2022-01-05 22:06:49 +0000", "2022-01-05T22:06:49"),
        ("2026-03-04T07:30:00Z", "2026-03-04T07:30:00"),
        ("Oct 6, 2022, 11:19:20\u202fPM", "2022-10-06T23:19:20"),
        ("29 Jun 2024, 10:39", "2024-06-29T10:39:00"),
        ("12:99 2024-01-01", "bad"),
        ("2024-01-01 25:00", "bad"),
        ("2026-03-04+01:00", "2026-03-04T00:00:00"),
        ("2026-03-206:49", "bad"),
        ("26-5-2025-2024", "bad"),
        ("2026-03-04T07:30:00+99:99", "bad"),
    ],
)
def test_clock_times_are_kept_and_zones_are_dropped(text, read):
    assert one(text) == read


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["2026-03-04"], "iso"),
        (["25-3-2021", "3-4-2021"], "day"),
        (["3/25/2021", "3/4/2021"], "month"),
        (["3/4/2021", "4/5/2021"], None),
        (["25/3/2021", "3/25/2021"], "mixed"),
        (["3.4.2021", "4.5.2021"], "day"),
        (["25/3/2021", "3-4-2021"], None),
        (["3.4.2021", "25/3/2021"], "day"),
        (["3.4.2021", "3/4/2021"], None),
        ([], "iso"),
    ],
)
def test_the_order_is_settled_only_where_one_reading_stands(texts, order):
    assert date_order(pd.Series(texts, dtype="str")) == order


def test_an_order_that_is_open_reads_no_date_of_two_readings():
    assert one("3/4/2021", "iso") == "bad"


def test_many_distinct_times_read_as_few_do():
    first = pd.Timestamp("2026-01-01 00:00")
    texts = pd.Series([str(first + timedelta(minutes=i)) for i in range(module.FEW + 5)])
    fast = times(texts, "iso")
    slow = times(texts.head(50), "iso")
    assert np.array_equal(fast.values[:50], slow.values)
    assert not fast.bad.any() and fast.has_clock.all()


def test_among_many_distinct_times_too_a_year_before_1900_is_bad():
    first = pd.Timestamp("2026-01-01 00:00")
    texts = pd.Series([str(first + timedelta(minutes=i)) for i in range(module.FEW + 5)])
    texts.iloc[3] = "0001-01-01 00:00:00"
    assert np.flatnonzero(times(texts, "iso").bad).tolist() == [3]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("07:30", 450),
        ("7h30", 450),
        ("7.30pm", 1170),
        ("12 am", 0),
        ("12:15 pm", 735),
        ("9 Uhr", 540),
    ],
)
def test_clock_times(text, minutes):
    assert clock_minutes(pd.Series([text])).values[0] == minutes


@pytest.mark.parametrize("text", ["25:00", "7:60", "13 pm", "morning", "7"])
def test_what_is_no_clock_time_is_bad(text):
    assert clock_minutes(pd.Series([text])).bad[0]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("60.0", 60), ("1:05", 65), ("0:30:48", 30.8), ("1h 5m", 65), ("45 min", 45), ("0", 0)],
)
def test_durations(text, minutes):
    assert durations(pd.Series([text]), ".").values[0] == pytest.approx(minutes)


@pytest.mark.parametrize("text", ["9" * 5000 + ":30", "9" * 5000 + " h", "1:75", "0:30:60", "x"])
def test_what_is_no_duration_is_bad(text):
    assert durations(pd.Series([text]), ".").bad[0]
