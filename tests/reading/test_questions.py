"""What a file does not settle is asked; what depends on it waits and is not lost."""

import pytest

from tests.reading.logs import open_keys, reading, receipt

DATES = "2026-03-01,{}\n2026-03-02,{}\n"
SCALELESS = "date,pain\n2026-03-01,3\n2026-03-02,7\n2026-03-03,\n"
WEIGHT = "date,sets,reps,added weight\n2026-03-01,3,15,5\n2026-03-02,3,15,0\n"


def question(text, key, **answers):
    return next(q for q in receipt(text, **answers).questions if q.key == key)


def test_the_scale_is_asked_where_nothing_is_above_10():
    asked = question(SCALELESS, "scale")
    assert [value for value, _ in asked.choices] == ["1", "3", "4", "5", "10", "100"]
    assert asked.waits == "2 pain readings"
    found = reading(SCALELESS)
    assert len(found.log.pain) == 0
    assert found.receipts[0].set_aside == ()


@pytest.mark.parametrize(
    "text",
    [
        "date,pain\n2026-03-01,3\n2026-03-02,11\n",
        "date,pain (0-10)\n2026-03-01,3\n",
        "date,pain during (0-10),pain after\n2026-03-01,3,4\n",
        "date,pain during,pain after\n2026-03-01,30,4\n",
        "felt_at,context,vas\n2026-03-01,morning,3\n",
        "date,pain,reps\n2026-03-01,,90\n",
    ],
    ids=["a value above 10", "a remark", "another's remark", "another's value", "our own", "blank"],
)
def test_the_scale_is_not_asked_where_the_file_tells_it(text):
    assert open_keys(text) == set()


def test_vas_beside_context_in_somebody_elses_sheet_is_asked():
    assert open_keys("date,context,vas\n2026-03-01,morning,3\n") == {"scale"}


def test_a_largest_value_of_10_does_not_tell_the_scale():
    assert open_keys("date,pain\n2026-03-01,10\n") == {"scale"}


def test_a_value_above_10_means_0_to_100():
    assert reading("date,pain\n2026-03-01,3\n2026-03-02,11\n").log.pain["vas"].tolist() == [3, 11]


def test_an_answer_of_10_goes_before_a_value_that_then_is_set_aside():
    found = reading("date,pain\n2026-03-01,3\n2026-03-02,55\n", scale="10")
    assert found.log.pain["vas"].tolist() == [30.0]
    assert [row.line for row in found.receipts[0].set_aside] == [3]


def test_an_answer_does_not_touch_our_own_table():
    found = reading("felt_at,context,vas\n2026-03-01,morning,3\n", scale="10")
    assert found.log.pain["vas"].tolist() == [3.0]
    assert found.receipts[0].answered == {}


def test_an_answer_that_is_no_choice_leaves_the_question_open():
    assert open_keys(SCALELESS, scale="7") == {"scale"}


def test_the_answers_in_force_stand_in_the_receipt():
    assert receipt(SCALELESS, scale="10", unit="kg").answered == {"scale": "10"}


def test_the_unit_of_a_weight_is_asked_and_only_the_weight_waits():
    found = reading(WEIGHT)
    assert question(WEIGHT, "unit").waits == "1 weight"
    assert found.log.sessions["added_kg"].isna().tolist() == [True, False]
    assert reading(WEIGHT, unit="lb").log.sessions["added_kg"].tolist() == [5 * 0.45359237, 0.0]


def test_zero_is_zero_in_every_unit():
    assert open_keys("date,sets,reps,added weight\n2026-03-01,3,15,0\n") == set()


def test_our_own_weights_are_kilograms():
    assert open_keys("started,reps,added_kg\n2026-03-01,90,5\n") == set()


def test_day_or_month_first_is_asked_and_everything_waits():
    text = "date,reps\n3/4/2025,90\n5/6/2025,90\n"
    assert open_keys(text) == {"date_order"}
    assert len(reading(text).log.sessions) == 0
    for order, month in (("day", 4), ("month", 3)):
        assert reading(text, date_order=order).log.sessions["started"][0].month == month


def test_contradicting_dates_are_asked_and_those_that_do_not_fit_are_set_aside():
    text = "date,reps\n25/3/2025,90\n3/25/2025,90\n"
    assert open_keys(text) == {"date_order"}
    found = reading(text, date_order="day")
    assert len(found.log.sessions) == 1
    assert [row.line for row in found.receipts[0].set_aside] == [3]


def test_another_date_column_settles_the_order():
    text = "person,date,start,reps\na,3/4/2025,25/2/2025,90\nb,5/6/2025,26/2/2025,90\n"
    assert open_keys(text) == set()
    assert reading(text).log.sessions["started"][0].month == 4


def test_a_mark_that_could_be_decimal_or_thousands_is_asked():
    text = 'date;sets;reps;added weight (kg)\n2026-03-01;3;15;"1,234"\n'
    assert open_keys(text) == {"decimal"}
    told = reading(text, decimal=",").log.sessions["added_kg"].tolist()
    assert told == [1.234]


def test_more_than_50_reps_in_a_set_are_asked():
    text = "date,sets,reps\n2026-03-01,3,60\n2026-03-02,3,15\n"
    assert question(text, "reps_over_50").waits == "2 sessions"
    assert len(reading(text).log.sessions) == 0
    assert reading(text, reps_over_50="yes").log.sessions["reps"].tolist() == [180.0, 45.0]
    assert reading(text, reps_over_50="no").log.sessions["reps"].tolist() == [60.0, 15.0]


def test_fifty_reps_in_a_set_and_ninety_without_sets_are_not_asked():
    assert open_keys("date,sets,reps\n2026-03-01,3,50\n") == set()
    assert open_keys("date,reps\n2026-03-01,90\n") == set()


def test_a_weight_above_the_body_mass_is_asked():
    text = "date,sets,reps,added weight (kg),body mass (kg)\n2026-03-01,3,15,90,80\n"
    assert open_keys(text) == {"added_above_body_mass"}
    assert open_keys(text, added_above_body_mass="yes") == set()


def test_the_largest_body_mass_noted_is_the_one_compared():
    text = (
        "date,sets,reps,added weight (kg),body mass (kg)\n"
        "2026-03-01,3,15,75,80\n2026-03-02,3,15,75,70\n"
    )
    assert open_keys(text) == set()


def test_blank_weights_are_asked_and_nothing_waits():
    text = "date,sets,reps,added weight (kg)\n2026-03-01,3,15,5\n2026-03-02,3,15,\n"
    assert open_keys(text) == {"blank_added"}
    assert reading(text).log.sessions["added_kg"].isna().tolist() == [False, True]
    assert reading(text, blank_added="none").log.sessions["added_kg"].tolist() == [5.0, 0.0]
    assert reading(text, blank_added="unknown").log.sessions["added_kg"].isna().sum() == 1


def test_everything_open_is_asked_at_once():
    text = "date,sets,reps,added weight,pain\n3/4/2025,3,60,5,4\n"
    assert open_keys(text) >= {"date_order", "unit", "scale"}


def test_no_pain_at_all_is_zero_on_every_scale():
    found = reading("date,pain\n2026-03-01,0\n")
    assert found.receipts[0].questions == ()
    assert found.log.pain["vas"].tolist() == [0.0]


def test_our_own_table_saved_again_with_decimal_commas_is_read():
    text = "started;reps;added_kg\n2026-03-01;90;7,5\n"
    assert reading(text).log.sessions["added_kg"].tolist() == [7.5]


def test_our_own_table_has_points_for_decimals_without_asking():
    text = "started,reps,added_kg\n2026-03-01,90,1.234\n"
    assert reading(text).log.sessions["added_kg"].tolist() == [1.234]
