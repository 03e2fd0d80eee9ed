"""Columns for each leg, in a sheet kept by hand."""

import pytest

from tests.reading.writers.exports import notes, reading


@pytest.mark.parametrize(
    "names",
    [("reps left", "reps right"), ("Left reps", "Right reps"), ("Wdh links", "Wdh rechts")],
)
def test_repetitions_left_and_right_are_each_legs_own(names):
    left, right = names
    found = reading(f"date,sets,{left},{right}\n2026-03-01,3,15,12\n2026-03-02,3,,12\n")
    sessions = found.log.sessions
    assert sessions[["side", "reps"]].to_numpy().tolist() == [
        ["left", 45],
        ["right", 36],
        ["right", 36],
    ]
    assert "each leg has its sessions and its pain" in notes(found)


def test_pain_beside_them_is_each_legs_too_and_a_blank_is_no_session():
    text = (
        "date,sets,reps left,reps right,pain left (0-10),pain right (0-10)\n2026-03-01,3,15,,4,2\n"
    )
    found = reading(text)
    assert found.log.sessions[["side", "reps"]].to_numpy().tolist() == [["left", 45]]
    assert dict(zip(found.log.pain["side"], found.log.pain["vas"], strict=True)) == {
        "left": 40,
        "right": 20,
    }


def test_sets_of_each_leg_and_one_weight():
    text = "date,left sets,left reps,right sets,right reps,weight (kg)\n2026-03-01,3,15,2,12,5\n"
    sessions = reading(text).log.sessions
    assert sessions["reps"].tolist() == [45, 24] and sessions["added_kg"].tolist() == [5, 5]


@pytest.mark.parametrize("name", ["reps each side", "reps per leg", "Wdh pro Bein"])
def test_repetitions_of_each_leg_are_asked_about_and_wait(name):
    text = f"date,sets,{name}\n2026-03-01,3,15\n"
    waiting = reading(text)
    assert [q.key for q in waiting.receipts[0].questions] == ["both_reps"]
    assert len(waiting.log.sessions) == 0
    assert reading(text, both_reps="each").log.sessions["reps"].tolist() == [45, 45]


def test_a_column_for_the_side_goes_before_names():
    found = reading("date,side,sets,reps,pain left,pain right\n2026-03-01,left,3,15,2,12\n")
    assert [q.key for q in found.receipts[0].questions] == ["pain"]
    assert found.log.sessions["side"].tolist() == ["left"]


@pytest.mark.parametrize("name", ["reps (all sets)", "reps in total", "Wdh (alle Sätze)"])
def test_repetitions_of_all_sets_are_not_multiplied(name):
    found = reading(f"date,sets,{name}\n2026-03-01,3,45\n")
    assert found.log.sessions["reps"].tolist() == [45]
