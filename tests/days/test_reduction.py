"""The reduction against plain group-bys, and one row walked by hand."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.adherence import adherence
from analysis.days import reduce_log, weekly
from analysis.model import Log

DAY = pd.Timedelta(1, "D")
START = pd.Timestamp("2026-03-02")


def sessions(**columns) -> pd.DataFrame:
    return pd.DataFrame({"person": "a", "surface": "flat", "knee": "straight", **columns})


def log_of(**tables) -> Log:
    return Log().with_tables(**tables)


rows = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from(["left", "right"]),
        st.integers(-3, 40),
        st.sampled_from(["flat", "step"]),
        st.integers(0, 200),
    ),
    min_size=1,
    max_size=60,
)


@given(rows)
@settings(max_examples=60, deadline=None)
def test_sums_running_sums_and_days_agree_with_group_bys(told):
    frame = pd.DataFrame(told, columns=["person", "side", "day", "surface", "reps"])
    frame["started"] = START + pd.to_timedelta(frame["day"], unit="D")
    days = reduce_log(log_of(sessions=frame.drop(columns="day")), START.date())
    for tendon, (person, side) in enumerate(days.tendons[["person", "side"]].to_numpy()):
        mine = frame[(frame["person"] == person) & (frame["side"] == side)]
        by_day = mine.groupby("day")["reps"].sum()
        shown = days.frame(tendon).set_index("day")
        full = by_day.reindex(range(by_day.index.min(), by_day.index.max() + 1))
        pd.testing.assert_series_equal(
            shown["drops"], full.astype("float64"), check_names=False, check_index_type=False
        )
        assert shown["cumulative_drops"].tolist() == full.fillna(0).cumsum().tolist()
        assert shown["sessions"].sum() == len(mine)
        variant = days.drops_by_variant(tendon).groupby(["day", "variant"])["drops"].sum()
        per = mine.groupby(["day", "surface"])["reps"].sum()
        assert variant[variant > 0].tolist() == per[per > 0].tolist()


readings = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.integers(0, 30),
        st.sampled_from(["morning", "during"]),
        st.integers(0, 100),
    ),
    min_size=1,
    max_size=50,
)


@given(readings)
@settings(max_examples=60, deadline=None)
def test_daily_and_weekly_pain_agree_with_group_bys(told):
    frame = pd.DataFrame(told, columns=["person", "day", "context", "vas"])
    days = reduce_log(log_of(pain=frame))
    for tendon, person in enumerate(days.tendons["person"]):
        mine = frame[frame["person"] == person]
        shown = days.frame(tendon).set_index("day")
        for context in mine["context"].unique():
            daily = mine[mine["context"] == context].groupby("day")["vas"]
            for name, expected in (("pain", daily.mean()), ("worst", daily.max())):
                found = shown[f"{name}_{context}"].dropna()
                np.testing.assert_allclose(found, expected)
                assert found.index.tolist() == expected.index.tolist()
            means = daily.mean()
            by_week = means.groupby(means.index // 7 + 1).mean()
            np.testing.assert_allclose(weekly(days, tendon, context)["mean"], by_week)


def test_unlogged_rest_zero_part_and_full_are_five_different_days():
    when = START + pd.to_timedelta([0, 1, 2], unit="D")
    told = log_of(
        sessions=sessions(started=when, reps=[90.0, 0.0, 45.0]),
        prescriptions=pd.DataFrame({"person": ["a"], "protocol": ["Jonsson"]}),
        events=pd.DataFrame({"person": ["a"], "on": [START + 3 * DAY], "what": ["rest"]}),
        pain=pd.DataFrame({"person": ["a"], "felt_at": [START + 5 * DAY], "vas": [10.0]}),
    )
    frame = reduce_log(told).frame(0)
    statuses = ["full", "zero", "part", "rest", "unlogged", "unlogged"]
    assert frame["status"].tolist() == statuses
    assert frame["drops"].tolist()[:3] == [90.0, 0.0, 45.0]
    assert frame["drops"].isna().tolist()[3:] == [True] * 3


def test_a_session_whose_reps_are_unknown_is_logged_and_its_drops_are_not():
    frame = reduce_log(log_of(sessions=sessions(started=[START], reps=[np.nan]))).frame(0)
    assert frame["logged"].tolist() == [True]
    assert frame["drops"].isna().all()


def test_a_day_of_other_exercise_alone_is_no_day_of_drops_in_the_picture():
    rows = {"person": "a", "started": pd.to_datetime(["2026-03-01", "2026-03-02"]), "reps": 10.0}
    sessions = pd.DataFrame({**rows, "exercise": ["heel drop", "other"]})
    frame = reduce_log(Log().with_tables(sessions=sessions)).frame(0)
    assert frame["logged"].tolist() == [True, False]
    assert frame["sessions"].tolist() == [1, 1]


def test_load_needs_body_mass_and_added_mass():
    told = sessions(started=START + pd.to_timedelta([0, 1, 2], unit="D"), reps=[10.0] * 3)
    told["added_kg"] = [0.0, 5.0, np.nan]
    assert reduce_log(log_of(sessions=told)).frame(0)["volume_load_kg"].isna().all()
    weighed = pd.DataFrame(
        {"person": "a", "on": [START + DAY], "measure": "body_mass_kg", "value": [80.0]}
    )
    frame = reduce_log(log_of(sessions=told, measures=weighed)).frame(0)
    assert frame["volume_load_kg"].tolist()[:2] == [800.0, 850.0]
    assert np.isnan(frame["volume_load_kg"].iloc[2])
    assert frame["cumulative_kg"].tolist()[:2] == [800.0, 1650.0]
    assert np.isnan(frame["cumulative_kg"].iloc[2])


def test_day_0_is_the_start_given_else_the_first_drops_else_the_first_reading():
    drops = sessions(started=[START + 2 * DAY], reps=[45.0])
    pain = pd.DataFrame({"person": ["a"], "felt_at": [START], "vas": [30.0]})
    tendons = pd.DataFrame({"person": ["a"], "start": [START + DAY]})

    def start(given=None, **tables):
        row = reduce_log(log_of(**tables), given).tendons.iloc[0]
        return (row["start"] - START).days, row["start_from"]

    assert start(pain=pain) == (0, "first reading")
    assert start(pain=pain, sessions=drops) == (2, "first drop session")
    assert start(pain=pain, sessions=drops, tendons=tendons) == (1, "given")
    assert start(date(2026, 3, 6), pain=pain, sessions=drops, tendons=tendons) == (4, "given")
    assert start({"a": date(2026, 3, 7)}, pain=pain) == (5, "given")


def test_days_before_the_start_are_negative_and_belong_to_the_week_before():
    pain = pd.DataFrame({"person": ["a"], "felt_at": [START - DAY], "vas": [30.0]})
    drops = sessions(started=[START], reps=[45.0])
    frame = reduce_log(log_of(pain=pain, sessions=drops)).frame(0)
    assert frame["day"].tolist() == [-1, 0]
    assert frame["week"].tolist() == [0, 1]


def test_visits_stand_at_seven_times_their_week_and_show_no_date():
    pain = pd.DataFrame({"person": "a", "week": [0, 12], "vas": [50.0, 20.0]})
    days = reduce_log(log_of(pain=pain))
    frame = days.frame(0).dropna(subset=["pain_unspecified"])
    assert frame["day"].tolist() == [0, 84]
    assert frame["date"].isna().all()
    assert days.visits.tolist() == [True]


def test_a_row_without_a_side_is_the_only_tendon_or_is_counted_as_unplaced():
    told = pd.DataFrame(
        {"person": ["a", "a"], "felt_at": [START] * 2, "vas": [1.0, 2.0], "side": ["left", None]}
    )
    one = reduce_log(log_of(pain=told))
    assert len(one.tendons) == 1
    assert one.pain["unspecified"].n.tolist() == [2]
    both = log_of(pain=told, tendons=pd.DataFrame({"person": "a", "side": ["left", "right"]}))
    assert reduce_log(both).unplaced == {"pain": 1}


def test_what_is_the_persons_counts_for_each_of_their_tendons():
    told = log_of(
        sessions=sessions(started=[START] * 2, reps=[45.0, 30.0], side=["left", "right"]),
        activities=pd.DataFrame({"person": "a", "started": [START], "minutes": [30.0]}),
    )
    days = reduce_log(told)
    assert days.minutes.tolist() == [30.0, 30.0]
    assert days.drops.tolist() == [45.0, 30.0]


def test_a_switch_in_mid_course_changes_what_is_prescribed_from_that_day():
    told = log_of(
        sessions=sessions(started=[START, START + 90 * DAY], reps=[90.0, 90.0]),
        prescriptions=pd.DataFrame(
            {
                "person": "a",
                "from": [pd.NaT, START + 28 * DAY],
                "protocol": ["Jonsson", None],
                "drops_per_day": [np.nan, 180.0],
            }
        ),
    )
    shown = reduce_log(told).frame(0).set_index("day")["prescribed"]
    assert shown[0] == shown[27] == 90.0
    assert shown[28] == shown[90] == 180.0


def test_after_the_course_nothing_is_prescribed():
    told = log_of(
        sessions=sessions(started=[START, START + 100 * DAY], reps=[90.0, 90.0]),
        prescriptions=pd.DataFrame({"person": ["a"], "protocol": ["Jonsson"]}),
    )
    shown = reduce_log(told).frame(0).set_index("day")
    assert shown["prescribed"].loc[83] == 90.0
    assert np.isnan(shown["prescribed"].loc[84])
    assert shown["status"].loc[100] == "done"


def test_a_protocol_of_another_exercise_is_scored_on_that_exercise():
    told = sessions(started=[START, START], reps=[90.0, 15.0])
    told["exercise"] = ["heel drop", "decline squat"]
    made = log_of(
        sessions=told,
        prescriptions=pd.DataFrame({"person": ["a"], "protocol": ["Decline squats"]}),
    )
    days = reduce_log(made)
    assert days.exercise.tolist() == ["decline squat"]
    assert days.done.tolist() == [15.0]
    assert days.drops.tolist() == [90.0]


def test_a_diary_of_years_costs_nobody_else_a_day():
    long = pd.DataFrame({"person": "a", "day": [0, 1200], "vas": 1.0})
    short = pd.DataFrame({"person": "b", "day": [0, 3], "vas": 1.0})
    days = reduce_log(log_of(pain=pd.concat([long, short])))
    assert np.diff(days.offsets).tolist() == [1201, 4]


def test_an_empty_log_has_no_days():
    days = reduce_log(Log())
    assert len(days.tendons) == len(days.day) == 0
    assert days.pain == {}


def test_the_log_is_not_changed():
    told = log_of(sessions=sessions(started=[START], reps=[45.0]))
    before = {name: frame.copy() for name, frame in told.tables().items()}
    reduce_log(told)
    for name, frame in told.tables().items():
        pd.testing.assert_frame_equal(frame, before[name])


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 0, 1]])
def test_rows_may_come_in_any_order(order):
    told = sessions(started=[START, START + DAY, START + 3 * DAY], reps=[1.0, 2.0, 4.0])
    frame = reduce_log(log_of(sessions=told.iloc[order])).frame(0)
    assert frame["cumulative_drops"].tolist() == [1.0, 3.0, 3.0, 7.0]


def test_two_spellings_of_a_protocol_are_one_name_and_an_unknown_one_stays():
    told = pd.DataFrame(
        {"person": ["a", "b", "c"], "protocol": ["alfredson", "Alfredson programme", "my own"]}
    )
    pain = pd.DataFrame({"person": ["a", "b", "c"], "day": 0, "vas": 1.0})
    names = reduce_log(log_of(prescriptions=told, pain=pain)).prescriptions["protocol"]
    assert names.tolist() == ["Alfredson step 180", "Alfredson step 180", "my own"]


def test_a_hold_without_repetitions_takes_no_drops_from_the_day():
    told = sessions(started=[START, START], reps=[90.0, np.nan], sets=[6.0, 5.0])
    told["exercise"] = ["heel drop", "isometric hold"]
    prescribed = pd.DataFrame({"person": ["a"], "protocol": ["Jonsson"]})
    days = reduce_log(log_of(sessions=told, prescriptions=prescribed))
    assert days.drops.tolist() == [90.0]
    assert days.status.tolist() == ["full"]
    assert days.drops_by_variant(0)["drops"].tolist() == [90.0]
    percent = {e.name.split()[0]: e.estimate for e in adherence(days, 0)}
    assert percent["Repetitions"] == percent["Sets"] == 100.0


def test_a_start_given_for_some_leaves_the_others_theirs():
    pain = pd.DataFrame({"person": ["a", "b"], "felt_at": [START] * 2, "vas": [1.0, 2.0]})
    told = reduce_log(log_of(pain=pain), {"a": date(2026, 3, 1)}).tendons
    assert told["start"].tolist() == [START - DAY, START]
    assert told["start_from"].tolist() == ["given", "first reading"]


def test_years_of_sport_do_not_stretch_a_course_and_alone_make_the_days():
    sport = pd.DataFrame(
        {"person": "a", "started": [START - 900 * DAY, START + 900 * DAY], "minutes": [30.0, 30.0]}
    )
    drops = sessions(started=[START, START + 83 * DAY], reps=[90.0, 90.0])
    assert len(reduce_log(log_of(sessions=drops, activities=sport)).day) == 84
    tendons = pd.DataFrame({"person": ["a"], "start": [START]})
    assert len(reduce_log(log_of(tendons=tendons, activities=sport)).day) == 1801


def test_a_running_load_is_unknown_from_the_day_whose_repetitions_are():
    told = sessions(started=[START, START + DAY, START + 2 * DAY], reps=[10.0, np.nan, 10.0])
    tendons = pd.DataFrame({"person": ["a"], "body_mass_kg": [80.0]})
    frame = reduce_log(log_of(sessions=told.assign(added_kg=0.0), tendons=tendons)).frame(0)
    assert frame["cumulative_kg"].iloc[0] == 800.0
    assert frame["cumulative_kg"].iloc[1:].isna().all()


def test_a_row_of_zero_drops_needs_no_added_mass():
    told = sessions(started=[START, START], reps=[45.0, 0.0], added_kg=[5.0, np.nan])
    tendons = pd.DataFrame({"person": ["a"], "body_mass_kg": [80.0]})
    assert reduce_log(log_of(sessions=told, tendons=tendons)).volume_load_kg.tolist() == [3825.0]
