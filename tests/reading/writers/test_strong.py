"""Strong: every layout it has had, and what in it is no set."""

import pytest

from analysis.reading.exercises import is_of_the_calf
from tests.reading.writers.exports import drops, notes, reading

TWELVE = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)
ROWS = "2026-03-01 07:10:00,Legs,{},Heel drop left bent,{},{},{},0,0,,,\n"


def of(rows, duration="20m"):
    return TWELVE + "".join(ROWS.format(duration, *row) for row in rows)


def test_each_row_is_one_set_and_the_receipt_says_whose_export_it_is():
    found = reading(of([(1, 0, 15), (2, 5, 15)]), unit="kg")
    sessions = found.log.sessions
    assert found.receipts[0].kind == "export of Strong"
    assert sessions["sets"].tolist() == [1, 1] and sessions["added_kg"].tolist() == [0, 5]
    assert set(sessions["knee"]) == {"bent"} and set(sessions["side"]) == {"left"}
    assert "Counted as heel drops: Heel drop left bent (2 rows: left side, knee bent)." in notes(
        found
    )


def test_rest_timers_are_no_sets_and_failure_and_drop_sets_are():
    found = reading(of([(1, 0, 15), ("Rest Timer", 0, 0), ("F", 0, 12), ("D", 0, 8)]), unit="kg")
    assert drops(found) == 35
    assert len(found.log.sessions) == 3
    assert "Not counted: 1 row, no sets but “rest timer” between them." in notes(found)


@pytest.mark.parametrize("mark", ["W", "Warm-up"])
@pytest.mark.parametrize(("answers", "total"), [({}, 25), ({"warm_ups": "leave"}, 15)])
def test_warm_ups_count_unless_told_otherwise_and_the_setting_is_shown(answers, total, mark):
    found = reading(of([(mark, 0, 10), (1, 0, 15)]), unit="kg", **answers)
    assert drops(found) == total
    shown = {setting.key: setting.value for setting in found.receipts[0].settings}
    assert shown["warm_ups"] == answers.get("warm_ups", "count")


def test_a_unit_that_stands_nowhere_is_asked_and_the_weight_waits():
    found = reading(of([(1, 5, 15)]))
    assert [question.key for question in found.receipts[0].questions] == ["unit"]
    assert found.log.sessions["added_kg"].isna().all()
    assert drops(found) == 15


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (
            "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
            "Workout Notes,RPE",
            "2026-03-01 07:10:00,Legs,Heel drop,1,6.80388555,15,0,0,,,",
        ),
        (
            "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE",
            "2026-03-01 07:10:00,Legs,1h 5m,Heel drop,1,6.80388555,15.0,0,0,",
        ),
        (
            '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
            '"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"',
            '"1";"2026-03-01 07:10:00";"Legs";"1200";"Heel drop";"1";"6.80388555";"15";"";"";'
            '"0";"";""',
        ),
        (
            "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
            "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration",
            "2026-03-01 07:10:00;Legs;Heel drop;1;15;lbs;15;;0;m;0;;;20m",
        ),
    ],
)
def test_every_layout_gives_the_same_session(header, row):
    found = reading(f"{header}\n{row}\n", unit="kg")
    (session,) = found.log.sessions.to_dict("records")
    assert found.receipts[0].kind == "export of Strong"
    assert str(session["started"]) == "2026-03-01 07:10:00"
    assert (session["sets"], session["reps"]) == (1, 15)
    assert session["added_kg"] == pytest.approx(6.80388555)


def test_pounds_and_kilograms_in_one_file_are_told_row_by_row():
    header = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps\n"
    rows = (
        "2026-03-01 07:10:00;A;Heel drop;1;10;lbs;15\n2026-04-01 07:10:00;A;Heel drop;1;10;kg;15\n"
    )
    found = reading(header + rows)
    assert found.receipts[0].questions[0].optional  # only how the drops were done
    assert found.log.sessions["added_kg"].tolist() == pytest.approx([4.5359237, 10])


def test_a_workout_with_other_exercises_is_other_sport_with_its_minutes():
    text = of([(1, 0, 15)], duration="1h 5m") + (
        "2026-03-01 07:10:00,Legs,1h 5m,Leg curl,1,40,12,0,0,,,\n"
        "2026-03-03 07:10:00,Arms,30m,Curl,1,10,12,0,0,,good,\n"
    )
    activities = reading(text, unit="kg").log.activities
    assert activities["minutes"].tolist() == [65, 30]
    assert set(activities["sport"]) == {"strength training"}


def test_drops_alone_are_no_other_sport():
    assert len(reading(of([(1, 0, 15)]), unit="kg").log.activities) == 0


def test_the_writer_can_be_overruled():
    found = reading(of([(1, 0, 15), ("Rest Timer", 0, 0)]), unit="kg", writer="sheet")
    assert found.receipts[0].kind == "hand-kept sheet"
    assert len(found.log.sessions) == 2


def test_a_log_without_any_calf_exercise_says_so():
    text = TWELVE + "2026-03-01 07:10:00,Arms,30m,Ab Wheel,1,0,12,0,0,,,\n"
    found = reading(text, unit="kg")
    assert "No exercise of this file names the calf or the heel" in notes(found)
    assert found.receipts[0].questions == ()


def test_a_narrow_blank_before_am_and_pm_is_a_blank():
    text = TWELVE + "2026-03-01 7:10:00\u202fPM,Legs,20m,Heel drop,1,0,15,0,0,,,\n"
    (started,) = reading(text, unit="kg").log.sessions["started"]
    assert str(started) == "2026-03-01 19:10:00"


def test_the_real_export(real):
    data = real("strong/strong_12col_comma_duration_text.csv").read_bytes()
    found = reading(data, unit="kg")
    told, sessions = found.receipts[0], found.log.sessions
    assert (told.rows_read, told.rows_used, told.set_aside) == (507, 507, ())
    assert sessions["started"].dt.normalize().nunique() == 59
    assert (str(told.first_day), str(told.last_day)) == ("2022-07-28", "2023-01-28")
    calf = [one for one in told.exercises if is_of_the_calf(one.name)]
    assert sum(one.rows for one in calf) == 31


def test_the_calf_rows_of_the_real_export_become_drops_when_the_person_says_so(real):
    data = real("strong/strong_12col_comma_duration_text.csv").read_bytes()
    told = {"unit": "kg", "exercise:standing calf raise barbell": "heel drop"}
    found = reading(data, **told)
    sessions = found.log.sessions.query("exercise == 'heel drop'")
    assert (len(sessions), drops(found)) == (31, 257)
    assert (sessions["reps"] * sessions["added_kg"]).sum() == pytest.approx(22125)


@pytest.mark.parametrize(("answer", "each"), [("each", 15.0), ("together", 7.5)])
def test_each_side_in_a_name_is_two_tendons_after_asking(answer, each):
    text = of([(1, 0, 15)]).replace("Heel drop left bent", "Calf raise each side")
    name = {"exercise:calf raise each side": "heel drop"}
    waiting = reading(text, unit="kg", **name)
    assert "both_reps" in {question.key for question in waiting.receipts[0].questions}
    assert drops(waiting) == 0
    found = reading(text, unit="kg", both_reps=answer, **name)
    assert found.log.sessions["side"].tolist() == ["left", "right"]
    assert found.log.sessions["reps"].tolist() == [each, each]


@pytest.mark.parametrize("name", ["Heel drop left/right", "Fersensenken links + rechts"])
def test_a_name_of_both_sides_is_asked_about_and_waits(name):
    found = reading(of([(1, 0, 15)]).replace("Heel drop left bent", name), unit="kg")
    assert "both_reps" in {question.key for question in found.receipts[0].questions}
    assert drops(found) == 0


def test_one_leg_without_its_side_is_asked_about_and_counts_once_until_then():
    text = of([(1, 0, 15)]).replace("Heel drop left bent", "Single-leg heel drop")
    asked = {q.key: q for q in reading(text, unit="kg").receipts[0].questions}
    assert asked["one_leg"].optional and drops(reading(text, unit="kg")) == 15
    in_turn = reading(text, unit="kg", one_leg="both", both_reps="together").log.sessions
    assert dict(zip(in_turn["side"], in_turn["reps"], strict=True)) == {"left": 7.5, "right": 7.5}
    sided = reading(text.replace("Single-leg", "Left single-leg"), unit="kg").receipts[0]
    assert "one_leg" not in {question.key for question in sided.questions}


@pytest.mark.parametrize(("text", "minutes"), [("1h 5m 30s", 65.5), ("45s", 0.75), ("2h", 120)])
def test_every_way_of_writing_how_long_a_workout_took_is_read(text, minutes):
    rows = of([(1, 0, 15)], duration=text).replace("Heel drop left bent", "Squat")
    assert reading(rows, unit="kg").log.activities["minutes"].tolist() == [minutes]


def test_how_unnamed_drops_were_done_is_asked_and_taken():
    text = of([(1, 0, 15)]).replace("Heel drop left bent", "Heel drop")
    assert [q.key for q in reading(text, unit="kg").receipts[0].questions] == ["variant:heel drop"]
    (session,) = reading(
        text, unit="kg", **{"variant:heel drop": "flat straight"}
    ).log.sessions.to_dict("records")
    assert (session["surface"], session["knee"]) == ("flat", "straight")
