"""One hand-kept sheet becomes rows of several tables."""

import pandas as pd
import pytest

from tests.reading.logs import reading, receipt


def sessions(text: str, **answers: str) -> pd.DataFrame:
    return reading(text, **answers).log.sessions


def pain(text: str, **answers: str) -> pd.DataFrame:
    return reading(text, **answers).log.pain


def test_beside_sets_reps_are_in_one_set():
    assert sessions("date,sets,reps\n2026-03-01,3,15\n")["reps"].tolist() == [45.0]


def test_without_sets_reps_are_all():
    found = sessions("date,reps\n2026-03-01,90\n")
    assert found["reps"].tolist() == [90.0]
    assert found["sets"].isna().all()


def test_total_reps_are_all_sets_together():
    assert sessions("date,sets,total reps\n2026-03-01,3,45\n")["reps"].tolist() == [45.0]


def test_blank_sets_leave_the_total_unknown_and_are_counted():
    text = "date,sets,reps\n2026-03-01,,15\n2026-03-02,3,15\n"
    found = reading(text)
    assert found.log.sessions["reps"].isna().tolist() == [True, False]
    assert any("1 session without sets or reps" in note for note in found.receipts[0].notes)


def test_zero_reps_are_a_logged_zero_and_blank_is_no_session():
    text = (
        "date,sets,reps,pain during (0-10)\n2026-03-01,3,0,1\n2026-03-02,,,2\n2026-03-03,3,15,3\n"
    )
    found = reading(text).log
    assert found.sessions["reps"].tolist() == [0.0, 45.0]
    assert len(found.pain) == 3


def test_zero_reps_need_no_sets():
    assert sessions("date,sets,reps\n2026-03-01,,0\n")["reps"].tolist() == [0.0]


def test_what_is_filled_in_ahead_makes_no_session():
    text = (
        "date,surface,knee,sets,reps\n2026-03-01,flat,straight,,\n2026-03-02,flat,straight,3,15\n"
    )
    assert len(sessions(text)) == 1


def test_next_morning_belongs_to_the_day_after():
    text = "date,pain next morning (0-10),pain morning (0-10)\n2026-02-28,3,4\n"
    found = pain(text)
    assert found["context"].tolist() == ["morning", "morning"]
    assert found["felt_at"].dt.strftime("%Y-%m-%d").tolist() == ["2026-02-28", "2026-03-01"]
    assert found["vas"].tolist() == [40.0, 30.0]


def test_a_clock_is_the_hour_of_the_session_and_not_of_a_morning():
    text = (
        "date,clock,sets,reps,pain during (0-10),pain morning (0-10)\n2026-03-01,19:30,3,15,4,2\n"
    )
    found = reading(text).log
    assert found.sessions["started"].tolist() == [pd.Timestamp("2026-03-01 19:30")]
    by_context = found.pain.set_index("context")["felt_at"]
    assert by_context["during"] == pd.Timestamp("2026-03-01 19:30")
    assert by_context["morning"] == pd.Timestamp("2026-03-01")


def test_a_column_of_contexts_tells_when_it_hurt():
    text = "date,context,pain (0-100)\n2026-03-01,morning,30\n2026-03-01,,20\n"
    assert pain(text)["context"].tolist() == ["morning", "unspecified"]


def test_variant_words_tell_floor_and_knee():
    text = "date,variant,sets,reps\n2026-03-01,flat straight,3,15\n2026-03-02,step bent,3,15\n"
    found = sessions(text)
    assert found["surface"].tolist() == ["flat", "step"]
    assert found["knee"].tolist() == ["straight", "bent"]


def test_pounds_become_kilograms_exactly_and_it_is_said():
    text = "date,sets,reps,added weight (lb)\n2026-03-01,3,15,10\n"
    found = reading(text)
    assert found.log.sessions["added_kg"].tolist() == [10 * 0.45359237]
    assert any("pounds" in note for note in found.receipts[0].notes)


def test_a_unit_in_the_cell_is_the_unit_of_that_cell():
    text = "date,sets,reps,added weight\n2026-03-01,3,15,10 kg\n2026-03-02,3,15,10 lb\n"
    assert sessions(text)["added_kg"].tolist() == [10.0, 10 * 0.45359237]


def test_decimal_commas_are_decimals():
    text = "Datum;Sätze;Wiederholungen;Zusatzgewicht (kg)\n1.3.2026;3;15;7,5\n"
    assert sessions(text)["added_kg"].tolist() == [7.5]


@pytest.mark.parametrize(("scale", "vas"), [("1", 29.0), ("10", 2.9), ("100", 0.29)])
def test_the_scale_told_is_brought_to_100_without_crumbs(scale, vas):
    found = reading("date,pain\n2026-03-01,0.29\n", scale=scale)
    assert found.log.pain["vas"].tolist() == [vas]
    said = [note for note in found.receipts[0].notes if note.startswith("Pain was on")]
    assert len(said) == (0 if scale == "100" else 1)


def test_without_a_person_column_it_is_one_person_and_said():
    found = reading("date,sets,reps\n2026-03-01,3,15\n")
    assert found.log.people == ["one person"]
    assert any("one person's" in note for note in found.receipts[0].notes)


def test_numbers_as_names_stay_as_written():
    text = "person,date,sets,reps\n007,2026-03-01,3,15\n7,2026-03-01,3,15\n"
    assert reading(text).log.people == ["007", "7"]


def test_visits_by_week_have_weeks_and_no_dates():
    found = reading("person,week,vas (0-100)\na,0,50\na,12,20\n")
    assert found.receipts[0].kind == "visits by week"
    assert found.log.pain["week"].tolist() == [0.0, 12.0]
    assert found.log.pain["felt_at"].isna().all()


def test_programme_days_stand_for_dates_and_may_be_negative():
    found = reading("day,sets,reps,pain next morning (0-10)\n-1,3,15,4\n0,3,15,5\n").log
    assert found.sessions["day"].tolist() == [-1.0, 0.0]
    assert found.pain["day"].tolist() == [0.0, 1.0]


def test_a_diary_week_beside_dates_is_no_visit():
    found = reading("date,week,pain (0-10)\n2026-03-01,1,4\n").log.pain
    assert found["week"].isna().all() and found["felt_at"].notna().all()


def test_days_out_of_order_are_sorted():
    text = "date,reps\n2026-03-03,30\n2026-03-01,10\n2026-03-02,20\n"
    assert sessions(text)["reps"].tolist() == [10.0, 20.0, 30.0]


def test_equal_sets_are_as_many_sets():
    assert len(sessions("date,reps\n" + 4 * "2026-03-01,15\n")) == 4


def test_the_preview_has_the_cells_beside_the_values():
    told = receipt("Date,Sets,Reps,pain during (0-10)\n1.3.2026,3,15,4\n").preview
    assert told["line"].tolist() == [2]
    assert told["Date"].tolist() == ["1.3.2026"]
    values = told.to_numpy().tolist()[0]
    assert pd.Timestamp("2026-03-01") in values and 40.0 in values


def test_the_receipt_is_plain_values():
    told = receipt("date,reps,colour\n2026-03-01,15,red\n").as_dict()
    assert told["ignored_columns"] == ["colour"]
    assert (told["rows_read"], told["rows_used"], told["set_aside"]) == (1, 1, [])


def test_clock_times_that_cannot_be_read_leave_the_day():
    found = reading("date,clock,reps\n2026-03-01,early,15\n")
    assert found.log.sessions["started"].tolist() == [pd.Timestamp("2026-03-01")]
    assert any("1 clock time cannot be read" in note for note in found.receipts[0].notes)


def test_time_under_load_alone_is_a_session_of_unknown_reps():
    text = "date,reps,seconds\n2026-03-01,,45\n2026-03-02,,long\n2026-03-03,,\n"
    found = reading(text)
    assert found.log.sessions["seconds"].tolist() == [45.0]
    assert found.log.sessions["reps"].isna().all()
    assert [row.line for row in found.receipts[0].set_aside] == [3]
