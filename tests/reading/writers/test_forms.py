"""Forms and diaries: rehab apps, Google Forms, Bearable, Jefit, lists of body weight."""

import pytest

from tests.reading.writers.exports import notes, reading

REHAB = "Date,Phase,Exercise,Left Reps,Right Reps,Sets,Pain Level,Notes\n"
BEARABLE = "date,weekday,time of day,category,rating/amount,detail,notes\n"
FORM = (
    "Timestamp,How many sets did you do?,How many reps in each set?,"
    "How much pain did you have this morning (0-10)?,Anything else you want to say?\n"
)
JEFIT_HEAD = (
    "USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,"
    "logTime,interval_logs,auto_generated\n"
)


def test_a_rehab_app_gives_each_leg_its_own_sessions():
    found = reading(REHAB + "2026-03-01,1,Heel drop,15,12,3,4,stiff\n", scale="10", side="left")
    sessions = found.log.sessions
    assert found.receipts[0].kind == "export of a rehab app"
    assert dict(zip(sessions["side"], sessions["reps"], strict=True)) == {"left": 45, "right": 36}
    assert found.log.pain["vas"].tolist() == [40]
    assert found.log.events["note"].tolist() == ["stiff"]


def test_whose_the_pain_of_two_legs_is_is_asked_and_of_one_leg_is_told():
    both = reading(REHAB + "2026-03-01,1,Heel drop,15,12,3,4,\n", scale="10")
    assert "side" in {question.key for question in both.receipts[0].questions}
    assert len(both.log.pain) == 0
    one = reading(REHAB + "2026-03-01,1,Heel drop,15,,3,4,\n", scale="10")
    assert one.log.pain["side"].tolist() == ["left"] and len(one.log.sessions) == 1


def test_a_leg_without_a_number_has_no_session_and_a_zero_is_a_zero():
    found = reading(REHAB + "2026-03-01,1,Heel drop,0,,3,4,\n", scale="10")
    assert found.log.sessions["reps"].tolist() == [0]


def test_the_questions_of_a_form_are_read_by_their_words():
    found = reading(FORM + "3/13/2026 7:30:12,3,15,4\xa0,\n", scale="10")
    told = found.receipts[0]
    assert told.kind == "export of Google Forms"
    assert found.log.sessions["reps"].tolist() == [45]
    (pain,) = found.log.pain.to_dict("records")
    assert (pain["context"], pain["vas"]) == ("morning", 40)
    assert str(pain["felt_at"].date()) == "2026-03-13"


@pytest.mark.parametrize("name", ["Zeitstempel", "Horodateur", "Marca temporal", "Tijdstempel"])
def test_the_timestamp_of_a_form_is_known_in_other_languages(name):
    text = FORM.replace("Timestamp", name) + "13.03.2026 07:30:12,3,15,4,\n"
    assert reading(text, scale="10").receipts[0].kind == "export of Google Forms"


def form(questions: list[str], answers: list[str]):
    rows = [["Timestamp", *questions], ["3/13/2026 7:30:12", *answers]]
    return reading("".join('"' + '","'.join(row) + '"\n' for row in rows), scale="10")


def test_a_question_whose_answers_are_of_another_kind_is_not_understood_and_said():
    questions = ["Did you do your heel drops today?", "How many sets did you do?"]
    found = form([*questions, "How many repetitions in total?"], ["Yes", "3", "45"])
    assert found.log.sessions["reps"].tolist() == [45]
    assert found.receipts[0].set_aside == ()
    assert "not understood and not used: Did you do your heel drops today?" in notes(found)
    assert "“How many sets did you do?” as sets" in notes(found)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which shoes did you wear on the run?", "Nike"),
        ("Hur mycket sov du i dag ungefär?", "7"),
        ("How many hours did you sleep last night?", "7"),
    ],
)
def test_small_words_of_a_question_name_no_column(question, answer):
    found = form([question, "How many sets did you do?", "How many reps?"], [answer, "3", "15"])
    (session,) = found.log.sessions.to_dict("records")
    assert (session["reps"], str(session["started"])) == (45, "2026-03-13 07:30:12")
    assert found.receipts[0].ignored_columns == (question,)


def test_what_exercise_was_done_is_an_exercise():
    found = form(["What exercise did you do?", "How many reps?"], ["Heel drop flat", "15"])
    assert found.log.sessions["exercise"].tolist() == ["heel drop"]
    assert len(found.log.events) == 0


def test_questions_for_each_leg_are_each_legs_sessions():
    legs = ["How many reps did you do on the left leg?", "How many reps on the right leg?"]
    found = form([*legs, "How many sets did you do?"], ["15", "12", "3"])
    assert found.log.sessions["side"].tolist() == ["left", "right"]
    assert found.log.sessions["reps"].tolist() == [45, 36]
    assert found.receipts[0].ignored_columns == ()


def test_the_pain_of_a_diary_of_symptoms_is_the_tendons_where_it_says_so():
    text = BEARABLE + (
        '"22nd Sep 2020",Tuesday,am,Symptom,"2","Achilles pain (Moderate)",\n'
        '"22nd Sep 2020",Tuesday,pm,Symptom,"1","Neck pain (Mild)",\n'
        '"22nd Sep 2020",Tuesday,all day,Mood,"7","Happy",\n'
    )
    found = reading(text, scale="4")
    (pain,) = found.log.pain.to_dict("records")
    assert (pain["context"], pain["vas"], str(pain["felt_at"].date())) == (
        "morning",
        50,
        "2020-09-22",
    )
    assert "Not counted: 2 rows, other entries of the diary." in notes(found)
    open_keys = {question.key for question in reading(text).receipts[0].questions}
    assert open_keys == {"scale"}


def test_which_of_several_pains_is_meant_is_asked():
    text = BEARABLE + (
        '"22nd Sep 2020",Tuesday,,Symptom,"2","Foot pain (Moderate)",\n'
        '"23rd Sep 2020",Wednesday,7:30,Symptom,"1","Neck pain (Mild)",\n'
    )
    asked = {q.key: q for q in reading(text, scale="4").receipts[0].questions}
    assert [value for value, _ in asked["pain"].choices] == ["Foot pain", "Neck pain"]
    found = reading(text, scale="4", pain="Foot pain")
    assert found.log.pain["vas"].tolist() == [50]


def test_one_pain_of_another_place_is_asked_about_and_not_taken():
    text = BEARABLE + '"22nd Sep 2020",Tuesday,am,Symptom,"2","Neck pain (Moderate)",\n'
    found = reading(text, scale="4")
    assert [question.key for question in found.receipts[0].questions] == ["pain"]
    assert len(found.log.pain) == 0


def test_a_german_word_for_heel_pain_is_the_tendons():
    text = BEARABLE + '"22nd Sep 2020",Tuesday,am,Symptom,"2","Achillessehne Schmerz (x)",\n'
    assert reading(text, scale="4").log.pain["vas"].tolist() == [50]


def test_a_diary_of_moods_is_named_for_what_it_is():
    found = reading(BEARABLE + '"22nd Sep 2020",Tuesday,am,Mood,"7","Happy",\n')
    assert "diary of moods and symptoms without any pain" in found.receipts[0].refused
    assert "bring" in found.receipts[0].refused


@pytest.mark.parametrize(
    "header",
    ["full_date,date,weekday,time,mood,activities,note_title,note", "Datum,Stimmung,Schlaf,Notiz"],
)
def test_a_mood_diary_of_any_app_is_named_and_the_log_asked_for(header):
    row = ",".join(["2026-03-01"] * len(header.split(",")))
    refused = reading(f"{header}\n{row}\n").receipts[0].refused
    assert refused.startswith("This is a diary of moods") and "bring the log" in refused


def test_a_mood_beside_pain_is_no_diary_of_moods():
    found = reading("date,mood,pain (0-10)\n2026-03-01,7,4\n")
    assert found.log.pain["vas"].tolist() == [40]


def test_measurements_without_a_body_weight_are_named():
    text = "Date,Time,Measurement,Value,Unit\n2026-03-01,07:31,Waist,90,cm\n"
    assert "without any body weight" in reading(text).receipts[0].refused


@pytest.mark.parametrize(("setting", "kg"), [("lbs", 4.5359237), ("kg", 10.0)])
def test_every_set_of_a_jefit_cell_is_a_set(setting, kg):
    text = (
        f"### SETTING ####\nUSERID,weightunit\n7,{setting}\n\n### EXERCISE LOGS ####\n{JEFIT_HEAD}"
        '7,1,1,"10x15,10x12,0x8",5,10,2026-03-01,9,Heel drop,1,1,,,0\n'
        "### BODY ####\nUSERID,weight\n7,80\n"
    )
    found = reading(text)
    assert found.receipts[0].kind == "export of Jefit"
    assert found.log.sessions["reps"].tolist() == [15, 12, 8]
    assert found.log.sessions["added_kg"].tolist() == pytest.approx([kg, kg, 0])


def test_a_jefit_set_of_another_form_is_set_aside_with_its_line():
    row = '7,1,1,"10x15,maximum",5,10,2026-03-01,9,Heel drop,1,1,,,0'
    text = f"### EXERCISE LOGS ####\n{JEFIT_HEAD}{row}\n"
    (row,) = reading(text, unit="kg").receipts[0].set_aside
    assert row.line == 3 and "maximum" in row.reason


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Measurement,Value,Unit\n2026-03-01,07:30,Bodyweight,80,kgs\n"
        "2026-03-01,07:31,Waist,90,cm\n",
        "Date,Weight (kg)\n2026-03-01,80\n",
        "Weight (kg),Date\n80,2026-03-01\n",
    ],
)
def test_a_list_of_body_weights_is_body_mass_and_no_added_weight(text):
    found = reading(text)
    (measure,) = found.log.measures.to_dict("records")
    assert (measure["measure"], measure["value"]) == ("body_mass_kg", 80)
    assert len(found.log.sessions) == 0
