"""FitNotes: the layouts of its two apps."""

import pytest

from analysis.reading.exercises import is_of_the_calf
from tests.reading.writers.exports import drops, notes, reading

BY_WORKOUT = (
    "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,"
    "IsWarmup,RPE,RIR,Categories,Note\n"
)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Weight,Weight Unit,Reps,Distance,Distance Unit,Time", "10,lbs,15,,,"),
        ("Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment", "10,lbs,15,,,,easy"),
        ("Weight (lbs),Reps,Distance,Distance Unit,Time", "10,15,,,"),
        ("Weight (kgs),Reps,Distance,Distance Unit,Time", "4.5359237,15,,,"),
        (
            "Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind",
            "4.5359237,10,15,,,,,",
        ),
    ],
)
def test_every_layout_by_date_gives_the_same_session(header, cells):
    text = f"Date,Exercise,Category,{header}\n2026-03-01,Heel drop,Legs,{cells}\n"
    found = reading(text)
    assert found.receipts[0].kind == "export of FitNotes"
    (session,) = found.log.sessions.to_dict("records")
    assert (session["sets"], session["reps"]) == (1, 15)
    assert session["added_kg"] == pytest.approx(4.5359237)


def test_a_set_that_was_not_started_is_no_set():
    rows = [("Done", 15), ("NotStarted", 15), ("Failed", 15)]
    text = BY_WORKOUT + "".join(
        "Legs,2026-03-01T07:10:00Z,2026-03-01T07:40:00Z,80,Heel drop,None,"
        f'{reps},"4,5",,,{status},False,,,Legs,\n'
        for status, reps in rows
    )
    found = reading(text, unit="kg")
    assert drops(found) == 15
    assert found.log.sessions["added_kg"].tolist() == [4.5]
    assert "Not counted: 2 rows, sets not started or failed to start." in notes(found)


def test_the_body_mass_of_a_workout_is_read_once():
    row = "Legs,2026-03-01T07:10:00Z,,{},Heel drop,,15,0,,,Done,False,,,,\n"
    text = BY_WORKOUT + row.format('"80,5"') * 3 + row.format("0").replace("03-01", "03-02")
    measures = reading(text, unit="kg").log.measures
    assert measures["value"].tolist() == [80.5]


def test_warm_ups_are_told_by_their_column():
    row = "Legs,2026-03-01T07:10:00Z,,,Heel drop,,{},0,,,Done,{},,,,\n"
    text = BY_WORKOUT + row.format(10, "True") + row.format(15, "False")
    assert drops(reading(text)) == 25
    assert drops(reading(text, warm_ups="leave")) == 15


def test_a_run_is_other_sport_in_its_own_unit():
    text = (
        "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
        "2026-03-01,Running,Cardio,,,2,mi,0:20:00\n"
    )
    (run,) = reading(text).log.activities.to_dict("records")
    assert (run["sport"], run["minutes"]) == ("Running", 20)
    assert run["distance_km"] == pytest.approx(3.218688)


def test_a_hold_of_the_calf_is_a_session_with_its_seconds():
    text = (
        "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
        "2026-03-01,Isometric calf hold,Legs,10,,,,0:00:45\n"
    )
    found = reading(text)
    (hold,) = found.log.sessions.to_dict("records")
    assert (hold["exercise"], hold["seconds"], hold["added_kg"]) == ("isometric hold", 45, 10)
    assert len(found.log.activities) == 0


def test_the_real_export(real):
    data = real("fitnotes/fitnotes_android_8col_lbs_header.csv").read_bytes()
    found = reading(data)
    told = found.receipts[0]
    assert (told.rows_read, told.rows_used, told.set_aside) == (2000, 2000, ())
    assert (str(told.first_day), str(told.last_day)) == ("2017-06-23", "2018-01-29")
    calf = [one for one in told.exercises if is_of_the_calf(one.name)]
    answered = reading(data, **{one.key: "heel drop" for one in calf})
    rows = answered.log.sessions.query("exercise == 'heel drop'")
    assert (len(rows), rows["reps"].sum()) == (64, 1229)
    assert (rows["reps"] * rows["added_kg"]).sum() / 0.45359237 == pytest.approx(316750)
    days = {*found.log.sessions["started"].dt.date, *found.log.activities["started"].dt.date}
    assert len(days) == 112
