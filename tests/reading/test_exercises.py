"""A calf raise is not a heel drop until the person says so."""

import pytest

from analysis.reading import Answers, Source, read
from tests.reading.logs import receipt

LOG = (
    "date,exercise name,sets,reps\n"
    "2026-03-01,Standing Calf Raise,3,15\n"
    "2026-03-01,Leg curl,3,10\n"
    "2026-03-02,Heel drop left bent,3,15\n"
)
KEY = "exercise:standing calf raise"


def of(text: str, **answers):
    return read([Source("log.csv", text.encode())], Answers({"*": answers}))


def test_a_calf_raise_is_asked_about_and_nothing_waits():
    reading = of(LOG)
    (question,) = reading.receipts[0].questions
    assert (question.key, question.optional) == (KEY, True)
    found = dict(zip(reading.log.sessions["exercise"], reading.log.sessions["reps"], strict=True))
    assert found == {"heel raise": 45.0, "other": 30.0, "heel drop": 45.0}


@pytest.mark.parametrize(("answer", "drops"), [("heel drop", 90.0), ("heel raise", 45.0)])
def test_the_answer_decides_what_counts(answer, drops):
    reading = of(LOG, **{KEY: answer})
    sessions = reading.log.sessions
    assert reading.receipts[0].questions == ()
    assert sessions.loc[sessions["exercise"] == "heel drop", "reps"].sum() == drops


def test_the_logs_own_sessions_are_not_asked_about():
    own = "person,started,side,exercise,sets,reps\na,2026-03-01,left,heel raise,3,45\n"
    assert of(own).receipts[0].questions == ()


def test_the_calf_rows_of_a_real_export_are_as_counted(real):
    data = real("strong/strong_12col_comma_duration_text.csv").read_bytes()
    reading = read([Source("strong.csv", data)], Answers({"*": {"unit": "kg"}}))
    calf = reading.log.sessions.query("exercise == 'heel raise'")
    assert len(reading.log.sessions) == 507
    assert (len(calf), calf["reps"].sum()) == (31, 257)
    assert (calf["reps"] * calf["added_kg"]).sum() == pytest.approx(22125)


def test_of_many_names_of_the_calf_only_the_most_frequent_are_asked_about():
    rows = "".join(
        f"2026-03-{day:02d},Calf raise {name},3,15\n"
        for name in "abcdefghijklmnopqrstuvwxyz"
        for day in range(1, 4 if name == "z" else 3)
    )
    told = receipt(f"date,exercise,sets,reps\n{rows}")
    asked = [question.key for question in told.questions]
    assert len(asked) == 20 and asked[0] == "exercise:calf raise z"
    assert any(note.startswith("6 further exercises of the calf") for note in told.notes)
    assert len(told.exercises) == 26
