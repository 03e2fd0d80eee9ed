"""A row or reading that cannot be true is set aside with its line and the reason."""

import pytest

from tests.reading.logs import reading, set_aside

KINDS = {
    "a pain above its scale": ("date,pain (0-10)\n2026-03-01,11\n", "pain (0-10): 11 is above 10"),
    "a pain above 100": ("date,pain (0-100)\n2026-03-01,101\n", "101 is above 100"),
    "a negative pain": ("date,pain (0-10)\n2026-03-01,-1\n", "-1 is below 0"),
    "negative reps": ("date,sets,reps\n2026-03-01,3,-15\n", "reps: -15 is below 0"),
    "negative sets": ("date,sets,reps\n2026-03-01,-3,15\n", "sets: -3 is below 0"),
    "a negative weight": (
        "date,sets,reps,added weight (kg)\n2026-03-01,3,15,-5\n",
        "-5 is below 0",
    ),
    "text in a number": (
        "date,sets,reps\n2026-03-01,3,fifteen\n",
        "reps: “fifteen” is not a number",
    ),
    "a range in a number": ("date,sets,reps\n2026-03-01,3,10-15\n", "“10-15” is not a number"),
    "reps in parts": ("date,sets,reps\n2026-03-01,3,7.5\n", "reps: 7.5 is not a whole number"),
    "a number among clocks": (
        "date,sport,duration\n2026-03-03,run,337\n2026-03-01,run,0:30:48\n2026-03-02,run,0:25:00\n",
        "duration: “337” is not a number of minutes",
    ),
    "a day that does not exist": (
        "date,sets,reps\n2026-02-30,3,15\n2026-03-01,3,15\n",
        "date: “2026-02-30” is not a date that can be read",
    ),
    "a date after tomorrow": (
        "date,sets,reps\n2026-04-02,3,15\n2026-03-01,3,15\n",
        "date: 2026-04-02 is after tomorrow",
    ),
    "a row without a date": ("date,sets,reps\n,3,15\n2026-03-01,3,15\n", "the row has no date"),
    "a row without a person": (
        "person,date,sets,reps\n,2026-03-01,3,15\na,2026-03-01,3,15\n",
        "the row names no person",
    ),
    "an unknown side": (
        "date,side,sets,reps\n2026-03-01,middle,3,15\n2026-03-01,left,3,15\n",
        "side: “middle” is not a",
    ),
    "an unknown surface": (
        "date,surface,sets,reps\n2026-03-01,lava,3,15\n",
        "surface: “lava” is not a",
    ),
    "an unknown context": (
        "date,context,pain (0-100)\n2026-03-01,dreaming,30\n",
        "context: “dreaming” is not a",
    ),
    "a session with only a week": (
        "week,sets,reps\n3,3,15\n",
        "a session needs a date or a programme day",
    ),
    "500 kg": (
        "date,sets,reps,added weight (kg)\n2026-03-01,3,15,500\n",
        "500 is 500 kg or more",
    ),
    "500 kg in pounds": (
        "date,sets,reps,added weight (lb)\n2026-03-01,3,15,1103\n",
        "1103 is 500 kg or more",
    ),
    "an intensity above 10": (
        "date,sport,minutes,intensity\n2026-03-01,run,30,11\n",
        "11 is above 10",
    ),
}


@pytest.mark.parametrize(("text", "reason"), KINDS.values(), ids=KINDS.keys())
def test_each_kind_has_its_line_and_its_reason(text, reason):
    ((line, said),) = set_aside(text)
    assert line == 2
    assert reason in said


def test_a_thousand_reps_in_a_set_are_not_used():
    text = "date,sets,reps\n2026-03-01,3,1000\n2026-03-02,3,999\n"
    assert set_aside(text, reps_over_50="yes") == [(2, "1,000 reps or more in one set")]
    assert reading(text, reps_over_50="yes").log.sessions["reps"].tolist() == [2997.0]


def test_a_thousand_reps_in_a_day_of_many_sets_are_used():
    text = "date,sets,total reps\n2026-03-01,20,1000\n"
    assert set_aside(text) == []


def test_weights_just_below_500_kg_are_used():
    text = "date,sets,reps,added weight (lb)\n2026-03-01,3,15,1102\n"
    assert reading(text).log.sessions["added_kg"].tolist() == [1102 * 0.45359237]


def test_tomorrow_is_taken_since_clocks_differ():
    log = reading("date,sets,reps\n2026-04-01,3,15\n").log
    assert len(log.sessions) == 1


def test_a_bad_session_leaves_the_reading_of_its_row():
    text = "date,sets,reps,pain during (0-10)\n2026-03-01,3,many,4\n"
    found = reading(text)
    assert len(found.log.sessions) == 0
    assert found.log.pain["vas"].tolist() == [40.0]
    assert found.receipts[0].rows_used == 1
    assert len(found.receipts[0].set_aside) == 1


def test_a_bad_reading_leaves_the_session_and_the_other_readings_of_its_row():
    text = "date,sets,reps,pain during (0-10),pain after (0-10)\n2026-03-01,3,15,44,5\n"
    found = reading(text)
    assert found.log.sessions["reps"].tolist() == [45.0]
    assert found.log.pain[["context", "vas"]].to_numpy().tolist() == [["after", 50.0]]


def test_two_bad_entries_of_a_row_are_said_each():
    text = "date,sets,reps,pain during (0-10),pain after (0-10)\n2026-03-01,3,x,44,55\n"
    assert [line for line, _ in set_aside(text)] == [2, 2, 2]


def test_several_faults_of_one_entry_are_said_once():
    assert len(set_aside("date,sets,reps\n2026-03-01,-3,-15\n")) == 1


def test_a_bad_date_loses_all_of_its_row_and_is_said_once():
    text = "date,sets,reps,pain during (0-10)\nyesterday,3,15,4\n2026-03-01,3,15,4\n"
    found = reading(text)
    assert len(found.receipts[0].set_aside) == 1
    assert (len(found.log.sessions), len(found.log.pain)) == (1, 1)


def test_lines_are_those_of_the_file_in_order():
    text = "# a comment\ndate,sets,reps\n2026-03-01,3,15\n\n2026-03-02,3,x\n2026-03-03,y,15\n"
    assert [line for line, _ in set_aside(text)] == [5, 6]


def test_blank_marks_are_missing_and_not_faults():
    text = "date,sets,reps,pain during (0-10)\n2026-03-01,3,15,-\n2026-03-02,3,15,n/a\n"
    assert set_aside(text) == []
    assert len(reading(text).log.pain) == 0
