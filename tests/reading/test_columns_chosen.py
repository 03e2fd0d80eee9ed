"""Which column is used: asked where two compete, and the person has the last word."""

from tests.reading.logs import reading, receipt


def question(text, key, **answers):
    return next(q for q in receipt(text, **answers).questions if q.key == key)


def test_several_pain_columns_are_asked_by_name():
    text = "date,knee_pain,pain_shoulder\n2026-03-01,30,50\n"
    asked = question(text, "pain")
    assert [value for value, _ in asked.choices] == ["knee_pain", "pain_shoulder"]
    assert len(reading(text).log.pain) == 0
    found = reading(text, pain="knee_pain")
    assert found.log.pain["vas"].tolist() == [30.0]
    assert found.receipts[0].ignored_columns == ("pain_shoulder",)
    assert found.receipts[0].answered == {"pain": "knee_pain"}


def test_two_columns_of_one_name_are_asked_by_position():
    text = "date,reps,reps\n2026-03-01,90,45\n"
    (asked,) = receipt(text).questions
    assert asked.key == "duplicate:reps"
    assert [value for value, _ in asked.choices] == ["1", "2"]
    assert "column 2" in asked.choices[0][1] and "90" in asked.choices[0][1]
    assert len(reading(text).log.sessions) == 0
    assert reading(text, **{"duplicate:reps": "2"}).log.sessions["reps"].tolist() == [45.0]


def test_two_equal_columns_need_no_question():
    text = "date,reps,reps\n2026-03-01,90,90\n"
    assert reading(text).log.sessions["reps"].tolist() == [90.0]


def test_a_column_can_be_taken_for_another_field_or_for_none():
    text = "date,reps,burn\n2026-03-01,90,40\n"
    found = reading(text, **{"column:2": "pain_during"})
    assert found.log.pain[["context", "vas"]].to_numpy().tolist() == [["during", 40.0]]
    assert found.receipts[0].answered == {"column:2": "pain_during"}
    dismissed = reading("date,reps,pain\n2026-03-01,90,3\n", **{"column:2": ""})
    assert len(dismissed.log.pain) == 0 and dismissed.receipts[0].questions == ()
    assert dismissed.receipts[0].ignored_columns == ("pain",)


def test_the_column_named_for_pain_keeps_its_own_moment():
    text = "date,pain during,knee_pain\n2026-03-01,30,50\n"
    found = reading(text, pain="pain during").log.pain
    assert found[["context", "vas"]].to_numpy().tolist() == [["during", 30.0]]


def test_any_column_can_be_named_for_pain():
    found = reading("date,burn,knee_pain\n2026-03-01,30,50\n", pain="burn").log.pain
    assert found[["context", "vas"]].to_numpy().tolist() == [["unspecified", 30.0]]
