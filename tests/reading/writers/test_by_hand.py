"""What a sheet kept by hand says of sets that were planned, left out, or a warm-up."""

import pytest

from tests.reading.writers.exports import notes, reading


@pytest.mark.parametrize(
    ("name", "planned", "done"),
    [("status", "planned", "done"), ("Status", "geplant", "erledigt"), ("done", "no", "yes")],
)
def test_a_planned_session_never_counts_and_its_pain_does(name, planned, done):
    text = (
        f"date,sets,reps,pain morning (0-10),{name}\n"
        f"2026-03-01,3,15,4,{done}\n2026-03-02,3,15,3,{planned}\n"
    )
    found = reading(text)
    assert found.log.sessions["reps"].tolist() == [45]
    assert found.log.pain["vas"].tolist() == [40, 30]
    assert "Not counted: 1 session, planned or not done." in notes(found)


def test_a_sheet_of_planned_sessions_alone_has_none():
    found = reading("date,sets,reps,status\n2026-03-01,3,15,planned\n")
    assert len(found.log.sessions) == 0
    assert found.receipts[0].rows_used == 0


@pytest.mark.parametrize(("answers", "warm_up"), [({}, [10]), ({"warm_ups": "leave"}, [])])
def test_warm_ups_among_the_sets_of_a_sheet_are_a_setting_too(answers, warm_up):
    text = "date,set,reps,warmup\n2026-03-01,1,10,yes\n2026-03-01,2,15,no\n2026-03-01,3,12,no\n"
    found = reading(text, **answers)
    assert found.log.sessions["reps"].tolist() == [*warm_up, 15, 12]
    assert "warm_ups" in {setting.key for setting in found.receipts[0].settings}


def test_a_session_that_was_warmed_up_for_is_no_warm_up():
    found = reading("date,sets,reps,warmup\n2026-03-01,3,15,yes\n", warm_ups="leave")
    assert found.log.sessions["reps"].tolist() == [45]
    assert found.receipts[0].settings == ()


def test_a_status_of_people_is_left_alone():
    text = "person,site,status\na,midportion,planned\nb,midportion,done\n"
    assert len(reading(text).log.tendons) == 2
