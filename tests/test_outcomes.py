"""Outcomes: one row per tendon, every number by hand or by another way of counting."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.days import reduce_log
from analysis.model import Log
from analysis.outcomes import Options, outcomes
from tests.diaries import START, days_of, every, pain, sessions

FULL = {**every(range(7), 60.0), **every(range(77, 84), 25.0)}
JONSSON = {"person": ["a"], "protocol": ["Jonsson"]}


def visits(**by_person: dict[int, float]) -> pd.DataFrame:
    rows = [(p, week, vas) for p, told in by_person.items() for week, vas in told.items()]
    return pd.DataFrame(rows, columns=["person", "week", "vas"])


def reasons(table: pd.DataFrame) -> dict[str, str]:
    return dict(zip(table["person"], table["left_out"], strict=True))


def test_change_is_end_minus_baseline():
    row = outcomes(days_of(pain("a", FULL))).table.iloc[0]
    assert (row["baseline"], row["end"], row["change"]) == (60.0, 25.0, -35.0)
    assert (row["baseline_n"], row["end_n"], row["last_day"]) == (7, 7, 83)
    assert (row["left"], row["left_out"]) == ("no", "")


def test_the_week_asked_for_is_the_end():
    told = {**every(range(7), 60.0), **every(range(35, 42), 40.0)}
    found = outcomes(days_of(pain("a", told)), Options(week=6))
    assert found.week == 6 and found.table["end"].tolist() == [40.0]


def test_every_reason_for_being_left_out_is_said_in_plain_words():
    log = [
        pain("in", FULL),
        pain("other", FULL, context="during"),
        pain("late", {5: 50.0, 6: 50.0, **every(range(77, 84), 20.0)}),
        pain("stopped", every(range(60), 40.0)),
        pain("sparse", {**every(range(7), 60.0), 77: 10.0, 83: 10.0}),
        sessions("silent", every(range(84), 90.0)),
    ]
    found = outcomes(days_of(*log), Options(context="morning"))
    assert reasons(found.table) == {
        "in": "",
        "other": "no morning pain readings",
        "late": "fewer than 3 logged days in the first week",
        "stopped": "stopped logging before week 12",
        "sparse": "fewer than 3 logged days in week 12",
        "silent": "no pain readings",
    }
    assert found.table.set_index("person").loc[["late", "stopped", "sparse"], "change"].isna().all()


def test_visits_need_their_two_readings():
    log = Log().with_tables(
        pain=visits(a={0: 60, 12: 20}, b={0: 50, 7: 40}, c={12: 5}, d={0: 9, 20: 1})
    )
    found = outcomes(reduce_log(log))
    assert found.baseline_kind == "visit"
    assert found.table["change"].tolist()[0] == -40
    assert reasons(found.table) == {
        "a": "",
        "b": "stopped logging before week 12",
        "c": "no reading at week 0",
        "d": "no reading at week 12",
    }


def test_the_first_week_is_not_compared_with_itself():
    found = outcomes(days_of(pain("a", FULL)), Options(week=1)).table
    assert reasons(found) == {"a": "week 1 is the baseline itself"}
    assert found["change"].isna().all()
    early = days_of(pain("a", {-3: 60, -2: 60, -1: 60, **every(range(7), 50.0)}))
    assert outcomes(early, Options(week=1)).table["change"].tolist() == [-10.0]
    with pytest.raises(ValueError, match="1 or later"):
        Options(week=0)


def test_left_is_who_stopped_logging_while_the_log_goes_on():
    days = days_of(pain("a", FULL), pain("b", every(range(30), 40.0)))
    table = outcomes(days).table.set_index("person")
    assert table["left"].to_dict() == {"a": "no", "b": "yes"}
    assert table["last_day"].to_dict() == {"a": 83, "b": 29}


def test_nobody_has_left_a_log_that_ends_before_the_week():
    found = outcomes(days_of(pain("a", every(range(30), 40.0)), pain("b", every(range(20), 40.0))))
    assert found.table["left"].tolist() == ["no", "no"]
    assert set(reasons(found.table).values()) == {"week 12 not reached when the log ends"}


def test_who_started_late_has_not_left_when_the_log_ends():
    late = dict.fromkeys(range(60, 84), 40.0)
    log = Log().with_tables(pain=pd.concat([pain("a", FULL), pain("b", late)]))
    table = outcomes(reduce_log(log)).table.set_index("person")
    assert table["left"].to_dict() == {"a": "no", "b": "no"}
    assert table.loc["b", "left_out"] == "week 12 not reached when the log ends"


def test_a_day_of_leaving_counts_unless_it_is_after_the_week():
    told = {
        "person": ["a", "b"],
        "left_on": [START + pd.Timedelta(days=40), START + pd.Timedelta(days=100)],
    }
    days = days_of(pain("a", FULL), pain("b", FULL), tendons=told)
    assert outcomes(days).table.set_index("person")["left"].to_dict() == {"a": "yes", "b": "no"}


def test_one_context_is_used_and_the_choice_is_said():
    days = days_of(pain("a", FULL), pain("a", every(range(84), 5.0), context="during"))
    found = outcomes(days)
    assert found.context == "morning" and found.table["baseline"].tolist() == [60.0]
    assert "the log also has pain during the exercise" in found.notes[0]
    other = outcomes(days, Options(context="during"))
    assert other.table["baseline"].tolist() == [5.0]
    assert not any("the log also has" in note for note in other.notes)


def test_a_context_that_is_not_in_the_log_is_refused_with_those_that_are():
    with pytest.raises(ValueError, match="'rest'; it has morning"):
        outcomes(days_of(pain("a", FULL)), Options(context="rest"))


def test_a_log_without_pain_still_has_its_doses():
    found = outcomes(days_of(sessions("a", every(range(84), 90.0)), prescriptions=JONSSON))
    row = found.table.iloc[0]
    assert found.context == "" and row["left_out"] == "no pain readings"
    assert (row["done_drops"], row["prescribed_drops"]) == (7560.0, 7560.0)
    assert "The log has no pain readings." in found.notes


def test_groups_are_as_prescribed_first():
    told = {
        "person": ["a", "a", "b"],
        "day": [0, 42, 0],
        "protocol": ["Jonsson", "flat 180", "Alfredson"],
    }
    days = days_of(pain("a", FULL), pain("b", FULL), pain("c", FULL), prescriptions=told)
    table = outcomes(days).table.set_index("person")
    assert table["protocol"].tolist()[:2] == ["Jonsson flat 90", "Alfredson step 180"]
    assert table["variant"].tolist()[:2] == ["flat straight", "step straight+bent"]
    assert table["drops_per_day"].tolist()[:2] == [90.0, 180.0]
    assert table.loc["c", ["protocol", "variant", "drops_per_day"]].isna().all()


def test_who_left_is_counted_against_the_full_prescription():
    told = {"person": ["a", "b"], "protocol": ["Jonsson", "Jonsson"]}
    days = days_of(
        sessions("a", every(range(84), 90.0), sets=6),
        sessions("b", every(range(21), 90.0), sets=6),
        prescriptions=told,
    )
    found = outcomes(days)
    row = found.table.set_index("person").loc["b"]
    assert (row["days_done"], row["days_prescribed"]) == (21, 84)
    assert (row["sets_done"], row["sets_prescribed"]) == (126, 504)
    assert (row["done_drops"], row["prescribed_drops"]) == (1890, 7560)
    assert any("those who left included" in note for note in found.notes)


def test_nothing_prescribed_and_nothing_logged_are_missing_not_zero():
    row = outcomes(days_of(pain("a", FULL))).table.iloc[0]
    names = ["done_drops", "prescribed_drops", "days_done", "days_prescribed", "sets_done"]
    assert row[names].isna().all()


def test_drops_beside_another_prescribed_exercise_are_their_own_number():
    told = {"person": ["a"], "protocol": ["Mafi concentric"], "drops_per_day": [90.0]}
    done = [
        sessions("a", every(range(10), 90.0)).assign(exercise="concentric raise"),
        sessions("a", {3: 15.0}),
    ]
    row = outcomes(days_of(*done, prescriptions=told)).table.iloc[0]
    assert (row["reps_done"], row["reps_prescribed"]) == (900.0, 90.0 * 84)
    assert row["done_drops"] == 15.0 and np.isnan(row["prescribed_drops"])
    assert row["variant"] == "concentric raise"
    no_drops = outcomes(days_of(done[0], prescriptions=told)).table.iloc[0]
    assert np.isnan(no_drops["done_drops"])


def test_two_tendons_are_two_rows_and_further_columns_stay():
    told = {"person": ["a", "a"], "side": ["left", "right"], "arm": ["x", "x"], "age": [50, 50]}
    days = days_of(
        pain("a", FULL, side="left"),
        pain("a", every(range(84), 30.0), side="right"),
        tendons=told,
    )
    table = outcomes(days).table.set_index("side")
    assert table["change"].to_dict() == {"left": -35.0, "right": 0.0}
    assert table["arm"].tolist() == ["x", "x"] and table["age"].tolist() == [50, 50]
    assert table.columns.is_unique


def test_rows_that_fit_no_tendon_are_counted_in_a_note():
    days = days_of(
        pain("a", FULL, side="left"), pain("a", FULL, side="right"), pain("a", {3: 99.0})
    )
    assert any("1 row of pain" in note for note in outcomes(days).notes)


DIARY = st.dictionaries(st.integers(-9, 90), st.integers(0, 100), max_size=60)


@settings(max_examples=30, deadline=None)
@given(st.lists(DIARY, min_size=1, max_size=4), st.integers(1, 13), st.randoms())
def test_numbers_equal_a_group_by_in_any_order_of_rows(diaries, week, random):
    rows = [
        (f"p{i}", START + pd.Timedelta(days=day), float(vas))
        for i, told in enumerate([*diaries, FULL])
        for day, vas in told.items()
    ]
    random.shuffle(rows)
    told = pd.DataFrame(rows, columns=["person", "felt_at", "vas"]).assign(context="morning")
    found = outcomes(reduce_log(Log().with_tables(pain=told), START.date()), Options(week=week))
    day = (told["felt_at"] - START).dt.days
    inside = told[day.between(7 * (week - 1), 7 * week - 1)]
    expected = inside.groupby("person")["vas"].agg(["mean", "size"])
    expected = expected.reindex(found.table["person"])
    n = expected["size"].fillna(0)
    assert found.table["end_n"].tolist() == n.tolist()
    wanted = expected["mean"].where(n >= 3)
    np.testing.assert_allclose(found.table["end"], wanted)
    known = found.table["change"].notna()
    assert (known == (found.table["left_out"] == "")).all()


def test_the_trial_has_its_published_groups(real):
    told = pd.read_csv(real("trial/neck_pain_by_week.csv"), dtype={"person": "str"})
    arms = told.drop_duplicates("person")[["person", "laser"]]
    log = Log().with_tables(pain=told.assign(vas=100 * told["vas"]), tendons=arms)
    found = outcomes(reduce_log(log)).table
    used = found[found["left_out"] == ""]
    assert used["laser"].value_counts().to_dict() == {"active": 45, "sham": 45}
    wide = told.pivot(index="person", columns="week", values="vas") * 100
    expected = (wide[12] - wide[0]).reindex(found["person"])
    np.testing.assert_allclose(found["change"], expected)
    by_arm = used.groupby("laser")["change"].mean()
    assert by_arm["active"] - by_arm["sham"] == pytest.approx(-29.33, abs=0.005)
