"""Pictures of days: load, added mass, sport, calendar, coverage."""

import numpy as np
import pandas as pd
import pytest

from analysis.charts.added_mass import added_mass
from analysis.charts.calendar import STATUSES, calendar
from analysis.charts.coverage import coverage
from analysis.charts.load import pain_against_load
from analysis.charts.sport import sport
from tests.charts.frames import days_of, rows_of, tendon_days, units


def test_load_is_joined_in_order_of_time_and_nothing_is_fitted():
    points = pd.DataFrame(
        {"day": [2, 0, 1], "week": 1, "load": [270.0, 90.0, 180.0], "pain": [40.0, 60.0, 50.0]}
    )
    built = pain_against_load(points, context="morning", load_unit="kg", note="A caution.")
    spec = built.chart.to_dict()
    line = next(unit for unit in units(spec) if unit["mark"]["type"] == "line")
    assert line["encoding"]["order"]["field"] == "day"
    assert "transform" not in str(spec)
    assert built.note == "A caution."
    assert "60 of 100 at 90 kg lowered so far in week 1 and 40 at 270" in built.alt


def test_load_without_a_day_that_has_both_is_an_error_in_words():
    points = pd.DataFrame({"day": [0], "week": [1], "load": [np.nan], "pain": [30.0]})
    with pytest.raises(ValueError, match="No day has both"):
        pain_against_load(points, context="morning", load_unit="drops")


def test_added_mass_has_a_mark_for_zero_and_none_for_not_noted():
    frame = tendon_days(5).assign(added_kg=[0.0, np.nan, 5.0, np.nan, 10.0])
    built = added_mass(frame)
    drawn = {row["day"]: row["value"] for row in rows_of(built.chart.to_dict(), "point")}
    assert drawn == {0: 0, 2: 5, 4: 10}
    assert built.alt == "Added mass on 3 days: 0 kg first, 10 kg last, 10 kg at most."
    with pytest.raises(ValueError, match="never noted"):
        added_mass(frame.assign(added_kg=np.nan))


def test_sport_of_years_is_summed_by_week():
    frame = tendon_days(1095)
    bars = rows_of(sport(frame).chart.to_dict(), "rect")
    by_hand = frame[frame["minutes"].notna()].groupby("week")["minutes"].sum()
    assert {row["week"]: row["value"] for row in bars} == by_hand.to_dict()


def test_every_status_has_its_own_colour_and_sign():
    assert set(STATUSES) == {"unlogged", "rest", "zero", "part", "full", "done"}
    frame = tendon_days(6).assign(status=list(STATUSES))
    encoding = layer_of(calendar(frame))["encoding"]
    assert len(set(encoding["color"]["scale"]["domain"])) == 6
    assert len(set(encoding["shape"]["scale"]["range"])) == 6


def test_a_status_keeps_its_colour_in_a_log_that_lacks_others():
    alone = tendon_days(6).assign(status="zero")
    whole, told = layer_of(calendar(tendon_days()))["encoding"], layer_of(calendar(alone))
    assert told["encoding"]["color"]["scale"] == whole["color"]["scale"]
    assert told["encoding"]["color"]["legend"]["values"] == ["logged, 0 drops"]


def layer_of(built, at: int = 0) -> dict:
    return built.chart.to_dict()["layer"][at]


def test_calendar_counts_each_status_in_words():
    alt = calendar(tendon_days()).alt
    assert "1 logged, 0 drops" in alt and "1 rest day" in alt and "7 not logged" in alt


def test_calendar_weeks_run_from_day_0_whatever_its_weekday():
    frame = tendon_days(8)
    frame["date"] = frame["date"] + pd.Timedelta(days=2)
    spec = calendar(frame).chart.to_dict()
    days = ["Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue"]
    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"] == days
    last = rows_of(spec, "point")[7]
    assert (last["week"], last["weekday"]) == (2, "Wed")


def test_calendar_of_years_shows_the_last_weeks_and_says_so():
    built = calendar(tendon_days(1095))
    assert built.note == "The last 53 of 157 weeks."
    assert built.table["week"].min() == 105


def test_calendar_of_pain_tells_a_noted_zero_from_a_day_not_noted_and_from_pain():
    frame = tendon_days().assign(pain_morning=lambda told: told["pain_morning"].where(told.day > 2))
    frame.loc[frame["day"] == 1, "pain_morning"] = 0.0
    built = calendar(frame, pain="morning")
    circles, signs = layer_of(built), layer_of(built, 1)
    felt = set(frame.loc[frame["pain_morning"] > 0, "day"])
    spec = built.chart.to_dict()
    told = {row["day"]: row["what"] for row in spec["datasets"][signs["data"]["name"]]}
    assert {row["day"] for row in spec["datasets"][circles["data"]["name"]]} == felt
    assert felt | set(told) == set(frame["day"]) and not felt & set(told)
    assert told[1] == "noted as 0, no pain" and told[0] == told[2] == "not noted"
    assert len(set(signs["encoding"]["shape"]["scale"]["range"])) == 2
    assert circles["encoding"]["y"]["scale"]["domain"] == list(range(1, 13))
    assert circles["encoding"]["color"]["scale"]["domain"] == [0, 100]
    assert "on 1 as 0" in built.alt


def test_coverage_counts_tendons_by_programme_day():
    built = coverage(days_of(3, 12))
    counts = built.table.set_index("day")
    assert counts["tendons with a session"].tolist() == [3, 0] * 6
    assert counts["tendons with a pain reading"].tolist() == [3, 0, 0] * 4
    assert "6 with a session and a reading, 12 with a session only" in built.alt
    assert "6 with a reading only, 12 with neither" in built.alt


def test_coverage_of_pain_alone_has_one_panel():
    days = days_of(1, 12)
    days.sessions = np.zeros(12, dtype=int)
    assert len(coverage(days).chart.to_dict()["vconcat"]) == 1
