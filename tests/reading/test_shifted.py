"""A name with an unquoted comma: put right where one reading fits, else set aside."""

import pytest

from tests.reading.logs import receipt
from tests.reading.writers.exports import drops, reading

FITNOTES = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
PLAIN = "".join(f"2026-03-{day:02d},Leg curl,Legs,40,12,,,\n" for day in range(1, 10))


def test_a_name_with_a_comma_is_joined_and_named():
    row = "2026-03-10,Heel drop, bent,Legs,5,15,,,\n"
    found = reading(FITNOTES + PLAIN + row)
    told = found.receipts[0]
    assert told.set_aside == () and told.rows_used == 10
    assert drops(found) == 15
    session = found.log.sessions.iloc[-1]
    assert (session["knee"], session["added_kg"], session["reps"]) == ("bent", 5, 15)
    assert any("“Heel drop, bent” in line 11" in note for note in told.notes)


def test_two_commas_in_a_name_are_joined_too():
    found = reading(FITNOTES + PLAIN + "2026-03-10,Heel drop, bent, slow,Legs,5,15,,,\n")
    assert drops(found) == 15


def test_where_two_readings_fit_the_row_is_set_aside():
    text = "date,exercise,place,sets,reps\n2026-03-01,Heel drop,home,3,15\n"
    told = receipt(text + "2026-03-02,Heel drop,old,house,3,15\n")
    (row,) = told.set_aside
    assert row.line == 3 and "quotation marks" in row.reason


def test_a_decimal_comma_without_quotes_is_not_guessed():
    text = "date,sets,reps,weight (kg),pain\n2026-03-01,3,15,5,20\n2026-03-02,3,15,7,5,20\n"
    told = receipt(text)
    assert [row.line for row in told.set_aside] == [3]


def test_a_row_whose_pieces_fit_no_column_is_set_aside():
    text = "date,sets,reps\n2026-03-01,3,15\n2026-03-02,3,15,and more\n"
    assert [row.line for row in receipt(text).set_aside] == [3]


def test_two_rows_run_together_are_not_one_name():
    run_on = "2026-03-10,Leg curl,Legs,40,2026-03-11,Heel drop,Legs,5,15,,,\n"
    told = receipt(FITNOTES + PLAIN + run_on)
    assert [row.line for row in told.set_aside] == [11]


def test_joined_rows_stand_in_the_order_of_the_file():
    row = "2026-03-10,Heel drop, bent,Legs,5,15,,,\n"
    found = reading(FITNOTES + row + PLAIN)
    assert found.receipts[0].preview["line"].tolist()[:2] == [2, 3]


TRAILING = "date,exercise,note,sets,reps,weight (kg)"
ROWS = [f"2026-03-{day:02d},Heel drop,,3,15,10" for day in range(1, 10)]


def test_in_a_file_whose_rows_all_end_in_a_delimiter_a_shifted_row_is_seen():
    shifted = "2026-03-10,Heel drop, bent,,3,15,,"
    found = reading("\n".join([TRAILING, *(f"{one}," for one in ROWS), shifted]) + "\n")
    assert found.log.sessions["reps"].tolist() == [45.0] * 10
    assert any("“Heel drop, bent” in line 11" in note for note in found.receipts[0].notes)


def test_a_header_that_ends_in_a_delimiter_does_not_hide_a_shifted_row():
    shifted = "2026-03-10,Heel drop, bent,,3,15,12"
    found = reading("\n".join([f"{TRAILING},", *ROWS, shifted]) + "\n", unit="kg")
    last = found.log.sessions.iloc[-1]
    assert (last["knee"], last["reps"], last["added_kg"]) == ("bent", 45, 12)
    assert any("“Heel drop, bent” in line 11" in note for note in found.receipts[0].notes)


def test_a_last_column_without_a_name_that_most_rows_fill_is_no_shift():
    rows = [f"{row},x" for row in ROWS]
    told = receipt("\n".join([f"{TRAILING},", *rows]) + "\n")
    assert (told.set_aside, told.rows_used) == ((), 9)


@pytest.mark.parametrize("end", ["", ","])
def test_where_blanks_leave_two_readings_the_row_is_set_aside(end):
    """Either the row has one blank too many, or a name is in two pieces and no weight noted."""
    notes = ["sore", "fine", "slow", "stiff", "late", "early", "tired", "warm", "cold"]
    rows = [r.replace(",,", f",{note},") + end for r, note in zip(ROWS, notes, strict=True)]
    shifted = "2026-03-10,Heel drop, bent,,3,15," + end
    told = receipt("\n".join([TRAILING, *rows, shifted]) + "\n")
    assert [row.line for row in told.set_aside] == [11]


def test_a_blank_too_many_behind_a_row_that_has_one_reading_is_no_shift():
    told = receipt("date,sets,reps,note\n" + "2026-03-01,3,15,ok\n" * 9 + "2026-03-02,3,15,ok,\n")
    assert (told.set_aside, told.rows_used) == ((), 10)


def test_where_most_rows_are_too_long_none_is_put_right():
    rows = [f"2026-03-{day:02d},Heel drop, bent,Legs,5,15,,,\n" for day in range(10, 15)]
    told = receipt(FITNOTES + PLAIN[: len(PLAIN) // 3] + "".join(rows))
    assert len(told.set_aside) == 5


@pytest.mark.parametrize("lost", ["Category", "Weight (kgs)", "Reps", "Time"])
def test_a_header_that_lost_a_name_shifts_no_row(lost):
    """Half of the rows end in a blank, as if the file ended all its rows so."""
    header = FITNOTES.replace(f"{lost},", "").replace(f",{lost}", "")
    rows = [
        f"2026-03-{day:02d},Heel drop,,5,15,,,{'' if day % 2 else '1:00'}\n" for day in range(1, 10)
    ]
    told = receipt(header + "".join(rows))
    assert told.rows_used == 0 and "Add the name that is missing" in told.refused
