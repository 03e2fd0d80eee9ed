"""REDCap: instruments become tendons, sessions and pain, raw and labelled alike."""

import pandas as pd
import pytest

from analysis.reading import Source, read
from analysis.reading.answers_file import parse_answers, write_answers
from analysis.reading.questions import Answers
from tests.reading.writers.exports import reading

RAW = (
    "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,"
    "site,arm,people_complete,drop_date,sets,reps,added_weight_kg,side,daily_drops_complete,"
    "pain_date,vas_morning,pain_side,pain_complete\n"
    "1,start_arm_1,,,insertional,A,2,,,,,,,,,,\n"
    "1,start_arm_1,daily_drops,1,,,,2026-03-01,3,15,5,1,2,,,,\n"
    "1,start_arm_1,daily_drops,2,,,,2026-03-02,3,12,,1,0,,,,\n"
    "1,start_arm_1,pain,1,,,,,,,,,,2026-03-02,35,1,2\n"
    "2,start_arm_1,,,midportion,B,2,,,,,,,,,,\n"
    "2,start_arm_1,daily_drops,1,,,,2026-03-01,3,15,0,2,2,,,,\n"
    "2,start_arm_1,pain,1,,,,,,,,,,[not completed],60,2,2\n"
    "2,start_arm_1,pain,2,,,,,,,,,,2026-03-03,60,2,2\n"
)
WORDS = {
    "record_id": "Record ID",
    "redcap_event_name": "Event Name",
    "redcap_repeat_instrument": "Repeat Instrument",
    "redcap_repeat_instance": "Repeat Instance",
    "people_complete": "Complete?",
    "daily_drops_complete": "Complete?",
    "pain_complete": "Complete?",
    "site": "Site",
    "arm": "Arm",
    "drop_date": "Date of the drops",
    "sets": "Sets",
    "reps": "Reps",
    "added_weight_kg": "Added weight (kg)",
    "side": "Side",
    "pain_date": "Pain date",
    "vas_morning": "VAS morning",
    "pain_side": "Pain side",
}
CODES = {
    "mapping": "yes",
    "code:side:1": "left",
    "code:side:2": "right",
    "code:pain side:1": "left",
    "code:pain side:2": "right",
}


def labelled() -> str:
    header, *rows = RAW.splitlines()
    names = [WORDS[name] for name in header.split(",")]
    told = [row.split(",") for row in rows]
    sides = {"1": "Left", "2": "Right", "": ""}
    for row in told:
        row[1], row[2] = "Start (Arm 1: A)", row[2].replace("_", " ").capitalize()
        row[11], row[15] = sides[row[11]], sides[row[15]]
    return "\n".join(",".join(row) for row in [names, *told]) + "\n"


def test_nothing_is_used_before_the_mapping_is_confirmed():
    found = reading(RAW)
    told = found.receipts[0]
    assert told.kind == "export of REDCap"
    assert {question.key for question in told.questions} == set(CODES)
    assert told.rows_used == 0
    assert "sets as sets" in told.questions[0].text
    assert {match.field for match in told.matches} >= {"person", "site", "sets", "pain_morning"}
    assert [match.name for match in told.matches] == RAW.splitlines()[0].split(",")


def test_instruments_become_tendons_sessions_and_pain():
    found = reading(RAW, **CODES)
    log = found.log
    assert log.sessions[["person", "side", "reps", "added_kg"]].to_numpy().tolist()[0] == [
        "1", "left", 45.0, 5.0
    ]  # fmt: skip
    assert log.sessions["reps"].tolist() == [45, 36, 45]
    assert log.pain[["person", "side", "context", "vas"]].to_numpy().tolist() == [
        ["1", "left", "morning", 35.0],
        ["2", "right", "morning", 60.0],
    ]
    tendons = log.tendons.set_index("person")
    assert tendons["site"].to_dict() == {"1": "insertional", "2": "midportion"}
    assert tendons["arm"].to_dict() == {"1": "A", "2": "B"}
    assert [row.line for row in found.receipts[0].set_aside] == [8]


def test_labelled_and_raw_exports_give_the_same_log():
    one = reading(RAW, **CODES).log.tables()
    other = reading(labelled(), mapping="yes").log.tables()
    for name, frame in one.items():
        pd.testing.assert_frame_equal(frame, other[name], check_like=True)


def test_next_months_export_opens_with_the_answers_of_the_last():
    first = Source("march.csv", RAW.encode())
    answers = Answers({"*": {}}).joined(
        Answers({read([first]).receipts[0].digest: {**CODES, "blank_added": "none"}})
    )
    text = write_answers(answers, read([first], answers).receipts)
    later = Source("april.csv", RAW.replace("2026-03", "2026-04").encode())
    assert read([later], parse_answers(text, [later])).receipts[0].questions == ()


def test_an_event_with_a_week_in_its_name_gives_the_week_and_another_is_asked():
    text = (
        "record_id,redcap_event_name,vas_morning,pain_complete\n"
        "1,baseline_arm_1,60,2\n1,week_6_arm_1,30,2\n1,visit_9_arm_1,20,2\n"
    )
    waiting = reading(text, mapping="yes")
    assert [q.key for q in waiting.receipts[0].questions] == ["event:visit 9 arm 1"]
    found = reading(text, mapping="yes", **{"event:visit 9 arm 1": "12"})
    assert found.log.pain["week"].tolist() == [0, 6, 12]


def test_pain_at_rest_is_pain_and_no_day_of_rest():
    text = (
        "record_id,redcap_event_name,visit_date,vas_rest,visit_complete\n"
        "1,visit_1_arm_1,2026-03-01,40,2\n1,visit_2_arm_1,2026-04-01,20,2\n"
    )
    found = reading(text, mapping="yes", scale="100")
    assert found.log.pain[["context", "vas"]].to_numpy().tolist() == [["rest", 40], ["rest", 20]]
    assert len(found.log.events) == 0


def test_pain_left_and_right_in_fields_of_their_own_is_each_tendons():
    text = (
        "record_id,redcap_event_name,visit_date,pain_on_waking,vas_am_l,vas_am_r,visit_complete\n"
        "1,visit_1_arm_1,2026-03-01,,40,10,2\n1,visit_2_arm_1,2026-04-01,,20,,2\n"
    )
    found = reading(text, mapping="yes", scale="100")
    assert found.receipts[0].questions == ()
    assert found.log.pain[["side", "vas"]].to_numpy().tolist() == [
        ["left", 40],
        ["right", 10],
        ["left", 20],
    ]


def test_a_small_word_makes_no_date_of_a_field():
    text = "record_id,redcap_event_name,visit_date,pain_on_waking,a_complete\n1,a,2026-03-01,40,2\n"
    found = reading(text, mapping="yes", scale="100")
    (pain,) = found.log.pain.to_dict("records")
    assert (pain["context"], pain["vas"], str(pain["felt_at"].date())) == (
        "morning",
        40,
        "2026-03-01",
    )


PEOPLE = (
    "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,"
    "group,age,people_complete,ses_date,ses_time,n_sets,n_reps,ses_complete\n"
    "1,start_arm_1,,,flat,34,2,,,,,\n1,end_arm_1,,,,,2,,,,,\n"
    "1,start_arm_1,ses,1,,,,2026-03-01,07:30,3,15,2\n"
    "1,start_arm_1,ses,2,,,,2026-03-01,19:30,3,15,2\n"
    "2,start_arm_1,,,step,51,2,,,,,\n2,start_arm_1,ses,1,,,,2026-03-01,07:30,3,15,2\n"
)


def test_groups_are_kept_where_nothing_else_is_said_of_people():
    tendons = reading(PEOPLE, mapping="yes").log.tendons.set_index("person")
    assert tendons["group"].to_dict() == {"1": "flat", "2": "step"}
    assert tendons["age"].to_dict() == {"1": 34, "2": 51}


def test_a_time_of_day_in_a_field_of_its_own_parts_morning_and_evening():
    started = reading(PEOPLE, mapping="yes").log.sessions["started"].dt.strftime("%d %H:%M")
    assert started.tolist() == ["01 07:30", "01 19:30", "01 07:30"]


@pytest.mark.parametrize(
    "header",
    [
        "record_id,arm,date,sets,reps,daily_complete",
        "Record ID,Arm,Date,Sets,Reps,Complete?",
    ],
)
def test_a_project_without_events_is_known_by_its_record_and_the_state_of_its_form(header):
    text = f"{header}\n1,A,2026-03-01,3,15,2\n1,A,2026-03-02,3,15,2\n2,B,2026-03-02,3,15,0\n"
    found = reading(text, mapping="yes")
    assert found.receipts[0].kind == "export of REDCap"
    assert found.log.sessions["reps"].tolist() == [45, 45, 45]
    assert found.log.tendons.set_index("person")["arm"].to_dict() == {"1": "A", "2": "B"}


def test_codes_that_were_told_are_not_said_to_be_unused():
    assert "side" not in reading(RAW, **CODES).receipts[0].ignored_columns


CODED = RAW.replace("insertional,A,", "1,1,").replace("midportion,B,", "2,2,")
DICTIONARY = (
    '"Variable / Field Name","Form Name","Section Header","Field Type","Field Label",'
    '"Choices, Calculations, OR Slider Labels","Field Note"\n'
    "record_id,people,,text,Record ID,,\n"
    'site,people,,radio,Site,"1, Insertional | 2, Midportion",\n'
    'arm,people,,dropdown,Arm,"1, A | 2, B",\n'
    'side,daily_drops,,radio,Side,"1, Left | 2, Right",\n'
    'pain_side,pain,,radio,Pain side,"1, Left | 2, Right",\n'
    'vas_morning,pain,,radio,VAS,"35, some | 60, much",\n'
)


def test_with_its_dictionary_a_raw_export_is_the_labelled_one():
    found = reading(CODED, DICTIONARY, mapping="yes")
    told, dictionary = found.receipts
    assert [question.key for question in told.questions] == ["blank_added"]
    assert (dictionary.refused, told.notes) == ("", reading(labelled()).receipts[0].notes)
    assert dictionary.notes == ("It tells what the codes in the export beside it mean.",)
    expected = reading(labelled(), mapping="yes").log.tables()
    for name, frame in found.log.tables().items():
        pd.testing.assert_frame_equal(frame, expected[name], check_like=True)


def test_codes_once_told_by_a_dictionary_are_kept_with_the_answers():
    files = [Source("march.csv", CODED.encode()), Source("dictionary.csv", DICTIONARY.encode())]
    answers = Answers({"*": {"mapping": "yes"}})
    text = write_answers(answers, read(files, answers).receipts)
    later = Source("april.csv", CODED.replace("2026-03", "2026-04").encode())
    found = read([later], parse_answers(text, [later]))
    assert [question.key for question in found.receipts[0].questions] == ["blank_added"]
    assert found.log.tendons["arm"].tolist() == ["A", "B"]


def test_a_group_of_codes_says_where_its_words_are():
    notes = reading(CODED, mapping="yes").receipts[0].notes
    assert [note for note in notes if "data dictionary" in note] == [
        "“arm” holds codes (1, 2): bring the project's data dictionary beside this export for "
        "their words."
    ]


def test_what_the_person_says_of_a_code_goes_before_the_dictionary():
    found = reading(CODED, DICTIONARY, mapping="yes", **{"code:arm:1": "control"})
    assert found.log.tendons["arm"].tolist() == ["control", "B"]


def test_a_dictionary_that_cannot_be_read_or_has_no_choices_changes_nothing():
    short = "field_name,form_name,section_header,field_type,field_label\nside,d,,radio,Side\n"
    found = reading(RAW, short, **CODES)
    assert found.log.sessions["side"].tolist() == ["left", "left", "right"]


@pytest.mark.parametrize(
    "header",
    [
        '"Variable / Field Name","Form Name","Section Header","Field Type","Field Label"',
        "field_name,form_name,section_header,field_type,field_label",
    ],
)
def test_a_data_dictionary_is_named_and_the_data_asked_for(header):
    refused = reading(f"{header}\nrecord_id,people,,text,Record ID\n").receipts[0].refused
    assert "data dictionary" in refused and "bring the data" in refused


def test_the_real_vignette_holds_nothing_of_use_and_says_what_to_bring(real):
    data = real("redcap/redcap_raw_vignette_repeating.csv").read_bytes()
    refused = reading(data).receipts[0].refused
    assert refused.startswith("This REDCap export holds no instrument with a date")


@pytest.mark.parametrize("header", ["date,sets,reps,workout_complete", "person,event name,vas"])
def test_a_sheet_kept_by_hand_is_no_redcap_export(header):
    found = reading(f"{header}\n2026-03-01,3,15,2\n")
    assert found.receipts[0].kind != "export of REDCap"


def test_one_odd_value_among_dates_of_pain_is_no_pain():
    header = (
        "record_id,redcap_repeat_instrument,redcap_repeat_instance,date,sets,reps,drops_complete,"
        "pain_date,vas,pain_complete\n"
    )
    shifted = "1,drops,1,2026-03-01,3,15,,2,,\n"
    pain = "1,pain,1,,,,,2026-03-02,40,2\n"
    found = reading(header + shifted + pain, mapping="yes", scale="100")
    assert found.log.pain["vas"].tolist() == [40]
