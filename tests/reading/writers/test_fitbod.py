"""Fitbod: newest first, always kilograms, and a multiplier that is asked about."""

import pytest

from tests.reading.writers.exports import drops, reading

HEADER = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,"
    "multiplier\n"
)
ROW = "2026-03-0{} 22:06:49 +0000,{}, {},{},0.0,0.0,0.0,0.0,{},, {}\n"


def of(*rows):
    return HEADER + "\n".join(ROW.format(*row) for row in rows)


def test_blank_lines_and_leading_blanks_do_no_harm():
    found = reading(
        of((5, "Heel drop", 15, 10.0, "false", 1.0), (4, "Heel drop", 12, 0.0, "true", 1.0))
    )
    assert found.receipts[0].kind == "export of Fitbod"
    assert found.log.sessions["reps"].tolist() == [12, 15]
    assert found.log.sessions["added_kg"].tolist() == [0, 10]
    assert drops(found) == 27


@pytest.mark.parametrize(("answer", "kg"), [("times", 20.0), ("once", 10.0)])
def test_what_a_multiplier_means_is_asked_where_it_changes_the_load(answer, kg):
    text = of((5, "Heel drop", 15, 10.0, "false", 2.0))
    waiting = reading(text)
    assert [q.key for q in waiting.receipts[0].questions if not q.optional] == ["multiplier"]
    assert waiting.log.sessions["added_kg"].isna().all()
    assert reading(text, multiplier=answer).log.sessions["added_kg"].tolist() == [kg]


def test_while_the_multiplier_is_open_the_other_weights_stand_and_none_is_said_to_be_blank():
    text = of((5, "Heel drop", 15, 10.0, "false", 2.0), (4, "Heel drop", 15, 5.0, "false", 1.0))
    waiting = reading(text)
    keys = {question.key for question in waiting.receipts[0].questions}
    assert keys == {"multiplier", "variant:heel drop"}
    assert drops(waiting) == 30
    assert waiting.log.sessions["added_kg"].dropna().tolist() == [5]


def test_a_multiplier_of_another_exercise_is_not_asked_about():
    found = reading(of((5, "Concentration Curl", 15, 10.0, "false", 2.0)))
    assert found.receipts[0].questions == ()


def test_a_multiplier_of_an_exercise_that_the_person_calls_a_heel_drop_is():
    text = of((5, "My rehab thing", 15, 10.0, "false", 2.0))
    told = reading(text, **{"exercise:my rehab thing": "heel drop"}).receipts[0]
    assert "multiplier" in {question.key for question in told.questions}


def test_a_german_spreadsheets_copy_asks_the_same():
    text = of(
        (5, "Standing Calf Raise", 15, 10.0, "true", 2.0),
        (5, "Standing Calf Raise", 15, 10.0, "false", 2.0),
    )
    saved = (
        text.replace(",", ";")
        .replace(".0", ",0")
        .replace("true", "WAHR")
        .replace("false", "FALSCH")
    )
    one, other = reading(text).receipts[0], reading(saved).receipts[0]
    assert [question.key for question in one.questions] == [q.key for q in other.questions]
    assert "multiplier" in [question.key for question in other.questions]
    assert [(s.key, s.text) for s in one.settings] == [(s.key, s.text) for s in other.settings]


def test_the_real_export(real):
    data = real("fitbod/fitbod_kg.csv").read_bytes()
    told = {"multiplier": "once", "exercise:dumbbell calf raise to shrug": "heel drop"}
    found = reading(data, **told)
    receipt, sessions = found.receipts[0], found.log.sessions
    assert (receipt.rows_read, receipt.rows_used, len(sessions)) == (1500, 1500, 1500)
    assert sessions["started"].dt.normalize().nunique() == 80
    assert (str(receipt.first_day), str(receipt.last_day)) == ("2025-12-06", "2026-04-29")
    calf = sessions.query("exercise == 'heel drop'")
    assert (len(calf), calf["reps"].sum()) == (3, 42)
    assert (calf["reps"] * calf["added_kg"]).sum() == pytest.approx(504)
