"""Two exports in one file: asked about where their days overlap, and kept apart if told so."""

import pytest

from tests.reading.logs import open_keys, reading

MARCH = "date,sets,reps\n2026-03-01,3,15\n2026-03-05,3,15\n"
AGAIN = "date,sets,reps\n2026-03-02,3,10\n2026-03-06,3,10\n"
LATER = "date,sets,reps\n2026-03-06,3,10\n2026-03-08,3,10\n"


def test_parts_whose_days_overlap_are_asked_about_and_wait():
    assert open_keys(MARCH + AGAIN) == {"glued"}
    assert len(reading(MARCH + AGAIN).log.sessions) == 0


@pytest.mark.parametrize(
    ("answer", "people"), [("one", ["one person"]), ("several", ["part 1", "part 2"])]
)
def test_the_answer_says_whose_they_are(answer, people):
    log = reading(MARCH + AGAIN, glued=answer).log
    assert log.people == people
    assert len(log.sessions) == 4


def test_a_diary_with_a_heading_for_each_month_goes_on_without_a_question():
    found = reading(MARCH + LATER)
    assert found.receipts[0].questions == ()
    assert len(found.log.sessions) == 4


def test_named_people_need_no_question():
    named = "person,date,sets,reps\nAda,2026-03-01,3,15\nAda,2026-03-05,3,15\n"
    text = named + named.replace("Ada", "Bea")
    assert open_keys(text) == set()
    assert reading(text).log.people == ["Ada", "Bea"]


def test_a_heading_on_the_last_line_makes_no_part():
    assert open_keys(MARCH + "date,sets,reps\n") == set()
