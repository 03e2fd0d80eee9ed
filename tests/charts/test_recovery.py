import numpy as np
import pandas as pd
import pytest

from analysis.charts.recovery import recovery
from tests.charts.frames import drops_of, rows_of, tendon_days, units, weekly_of


def picture(frame, contexts=("morning",), variants=("flat straight",), drops=None):
    weekly = {context: weekly_of(frame, context) for context in contexts}
    drops = drops_of(frame, variants) if drops is None else drops
    return recovery(frame=frame, drops=drops, weekly=weekly, contexts=list(contexts))


def spec_of(frame, **options):
    return picture(frame, **options).chart.to_dict()


def zero_marks(spec):
    points = rows_of(spec, "point")
    return {row["day"]: row["what"] for row in points if "zero" in row}


def test_a_logged_zero_and_a_rest_have_marks_of_their_own_an_unlogged_day_has_none():
    spec = spec_of(tendon_days())
    assert zero_marks(spec) == {
        4: "logged, 0 drops",
        5: "logged, number not noted",
        19: "rest day",
    }
    drawn = {row["day"] for row in rows_of(spec, "rect")}
    assert drawn == {day for day in range(84) if day % 10 != 9} - {4, 5}


def test_variants_stack_to_the_drops_of_the_day():
    spec = spec_of(tendon_days(), variants=("step straight", "step bent"))
    bars = pd.DataFrame(rows_of(spec, "rect"))
    first = bars[bars["day"] == 0]
    assert first[["what", "low", "high"]].to_numpy().tolist() == [
        ["step straight", 0, 45],
        ["step bent", 45, 90],
    ]


def test_the_weekly_line_breaks_where_weeks_are_missing():
    line = pd.DataFrame(rows_of(spec_of(tendon_days()), "line"))
    assert "week 3" not in set(line["when"])
    assert line.groupby("run")["when"].first().tolist() == ["week 1", "week 4"]


def test_visits_stand_on_their_day_and_are_joined():
    frame = tendon_days(85, dated=False).assign(logged=False, drops=np.nan, prescribed=np.nan)
    frame["pain_morning"] = np.nan
    frame.loc[[0, 28, 84], "pain_morning"] = [70.0, 50.0, 20.0]
    weeks = weekly_of(frame, "morning").assign(counted=True)
    built = recovery(
        frame=frame, drops=drops_of(frame), weekly={"morning": weeks}, contexts=["morning"]
    )
    line = rows_of(built.chart.to_dict(), "line")
    assert [(row["at"], row["pain"], row["run"]) for row in line] == [
        (0, 70, 0),
        (28, 50, 0),
        (84, 20, 0),
    ]
    assert "70 in day 0" not in built.alt and "70 on day 0 and 20 on day 84" in built.alt


def test_the_prescribed_line_is_drawn_where_it_holds_and_steps_where_it_changes():
    frame = tendon_days(100)
    frame.loc[frame["day"] >= 42, "prescribed"] = 180.0
    frame.loc[frame["day"] >= 84, "prescribed"] = np.nan
    rules = [row for row in rows_of(spec_of(frame), "rule") if "prescribed" in row]
    assert [row["prescribed"] for row in rules] == [90, 180]
    assert rules[0]["until"] == rules[1]["at"] == "2026-10-04T12:00:00"
    assert rules[1]["until"] == "2026-11-15T12:00:00"


def test_dates_are_on_the_axis_where_there_are_any_else_programme_days():
    dated, undated = spec_of(tendon_days()), spec_of(tendon_days(dated=False))
    assert {unit["encoding"]["x"]["type"] for unit in units(dated)} == {"temporal"}
    assert {unit["encoding"]["x"]["type"] for unit in units(undated)} == {"quantitative"}


def test_both_panels_have_one_time_axis():
    whole = [
        unit["encoding"]["x"]["scale"]["domain"]
        for unit in units(spec_of(tendon_days(dated=False)))
        if "scale" in unit["encoding"]["x"]
    ]
    assert whole == [[-0.6, 83.6], [-0.6, 83.6]]


def test_no_colour_means_two_things():
    domains = [
        tuple(unit["encoding"]["color"]["scale"]["domain"])
        for unit in units(spec_of(tendon_days(), contexts=("morning", "during")))
        if "color" in unit["encoding"]
    ]
    assert set(domains) == {("morning", "during", "flat straight", "prescribed (dashed)")}


def test_pain_alone_and_drops_alone_have_one_panel():
    frame = tendon_days()
    no_drops = frame.assign(logged=False, drops=np.nan, prescribed=np.nan)
    assert "vconcat" not in spec_of(no_drops, drops=drops_of(frame).iloc[:0])
    assert "vconcat" not in spec_of(frame, contexts=())
    with pytest.raises(ValueError, match="neither pain nor a session"):
        picture(no_drops, contexts=(), drops=drops_of(frame).iloc[:0])


def test_sessions_whose_number_nobody_noted_are_still_seen():
    frame = tendon_days().assign(drops=np.nan)
    marks = zero_marks(spec_of(frame, contexts=(), drops=drops_of(frame)))
    unknown = [what for what in marks.values() if what == "logged, number not noted"]
    assert len(unknown) == int(frame["logged"].sum()) and marks[19] == "rest day"


def test_years_are_drawn_by_week_and_the_note_says_so():
    frame = tendon_days(1095)
    built = picture(frame)
    spec = built.chart.to_dict()
    assert built.note.startswith("Over 1,095 days: weekly means")
    bars = pd.DataFrame(rows_of(spec, "rect")).set_index("week")["drops"]
    by_hand = frame[frame["drops"].notna()].groupby("week")["drops"].mean()
    assert bars.to_dict() == by_hand.round(1).to_dict()
    ranges = [row for row in rows_of(spec, "rule") if "low" in row]
    assert ranges[0] | {"at": 0} == {
        "context": "morning",
        "week": 1,
        "low": 67,
        "high": 70,
        "at": 0,
    }


def test_alt_holds_the_numbers():
    frame = tendon_days()
    total = f"{frame['drops'].sum():,.0f} drops on 76 logged days, of which 1 with 0 drops."
    alt = picture(frame).alt
    assert "Pain (morning): 68.7 in week 1 and 30 in week 12" in alt
    assert total in alt and "Prescribed: 90 drops a day." in alt


def test_the_frames_given_are_left_as_they_were():
    frame = tendon_days()
    before = frame.copy()
    picture(frame)
    pd.testing.assert_frame_equal(frame, before)
