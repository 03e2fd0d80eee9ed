"""Rows that are short: used where they lack their last fields, set aside where others."""

import pytest

from tests.reading.logs import receipt

SHEET = "date,exercise,sets,reps,note\n"
WHOLE = "".join(f"2026-03-{day:02d},heel drop,3,15,fine\n" for day in range(1, 6))


@pytest.mark.parametrize("row", ["2026-03-06,3,15,sore", "2026-03-06,heel drop,15,sore"])
def test_a_row_that_lacks_a_field_before_others_is_set_aside(row):
    (aside,) = receipt(SHEET + WHOLE + row + "\n").set_aside
    assert (aside.line, aside.reason.partition("“")[0]) == (7, "a field is missing in front of ")


def test_a_row_that_lacks_its_last_field_is_used():
    assert receipt(SHEET + WHOLE + "2026-03-06,heel drop,3,15\n").rows_used == 6


def test_where_most_rows_lack_their_last_field_none_is_judged():
    rows = "2026-03-06,heel drop,4,15\n" * 6
    assert (
        receipt(SHEET.replace("note", "pain,note") + WHOLE.replace("fine", "2,x") + rows).set_aside
        == ()
    )


@pytest.mark.parametrize("row", ["2026-03-06,heel drop,n/a,15", "2026-03-06,heel drop,3 sets,15"])
def test_a_mark_for_nothing_and_a_number_with_its_unit_are_no_words(row):
    aside = receipt(SHEET + WHOLE + row + "\n").set_aside
    assert not any("missing in front" in one.reason for one in aside)
