"""Times in world time are told, used as written, and moved when the person says by how much."""

import pandas as pd

from tests.reading.logs import reading, receipt

UTC = "date,sets,reps\n2026-03-05T02:00:00Z,3,15\n2026-03-06T01:30:00Z,3,15\n"


def days(text: str, **answers: str) -> list[str]:
    return reading(text, **answers).log.sessions["started"].dt.strftime("%d %H:%M").tolist()


def test_world_time_is_a_setting_and_used_as_written():
    assert [(s.key, s.value) for s in receipt(UTC).settings] == [("utc", "0")]
    assert days(UTC) == ["05 02:00", "06 01:30"]


def test_an_evening_goes_back_to_its_own_day():
    assert days(UTC, utc="-8") == ["04 18:00", "05 17:30"]


def test_a_zone_of_ones_own_is_local_time():
    local = UTC.replace("Z,", "+02:00,")
    assert receipt(local).settings == ()
    assert days(local) == ["05 02:00", "06 01:30"]


def test_winter_in_london_is_not_taken_for_world_time():
    log = UTC + "2026-03-30T08:00:00+01:00,3,15\n"
    assert receipt(log).settings == ()


def test_days_without_a_clock_are_not_moved():
    log = "date,time,sets,reps\n2026-03-05 UTC,,3,15\n"
    assert reading(log, utc="-8").log.sessions["started"].tolist() == [pd.Timestamp("2026-03-05")]
