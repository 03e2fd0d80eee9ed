"""Numbers are read as written, in either notation, and nothing is mended."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.figures import decimal_mark, numbers


def one(text: str, decimal: str | None = ".", units: tuple[str, ...] = ()) -> float | str:
    parsed = numbers(pd.Series([text]), decimal, units)
    return "bad" if parsed.bad[0] else float(parsed.values[0])


@given(
    st.integers(-10_000_000, 10_000_000), st.integers(0, 3), st.booleans(), st.sampled_from(".,")
)
@settings(max_examples=150, deadline=None)
def test_what_is_written_in_either_notation_reads_back(units, digits, thousands, mark):
    value = units / 10**digits
    text = f"{value:{',' if thousands else ''}.{digits}f}"
    if mark == ",":
        text = text.translate(str.maketrans(",.", ".,"))
    assert one(text, mark) == value


@pytest.mark.parametrize(
    "text", ["ten", "5/10", "3-4", "ca. 5", "1e5", "inf", "1.2.3", "5 kg", "+", "9" * 400]
)
def test_text_in_a_number_is_bad(text):
    assert one(text) == "bad"


@pytest.mark.parametrize("text", ["", " ", "-", "--", "n/a", "NULL", "keine", "?"])
def test_what_stands_for_nothing_is_missing_and_not_bad(text):
    assert np.isnan(one(text))


def test_a_comma_for_decimals_is_never_a_thousands_mark():
    assert one("7,5", ",") == 7.5
    assert one("7,5", ".") == "bad"


def test_a_unit_stands_only_behind_its_number():
    assert one("10 kg", ".", ("kg",)) == one("10kg", ".", ("kg",)) == 10.0
    assert one("kg 10", ".", ("kg",)) == one("kg", ".", ("kg",)) == "bad"


def test_minus_signs_and_hard_blanks_of_spreadsheets_are_read():
    assert one("\N{MINUS SIGN}3") == -3.0
    assert one("10\u00a0kg", ".", ("kg",)) == 10.0


def test_more_digits_than_a_number_can_have_are_bad_while_the_mark_is_open_too():
    assert one("9" * 400, None) == "bad"


def test_a_number_that_could_be_either_waits_for_the_mark():
    assert np.isnan(one("1,234", None))
    assert one("12", None) == 12.0


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["7,5", "3"], ","),
        (["7.5", "3"], "."),
        (["1.234,5"], ","),
        (["1,234.5"], "."),
        (["1,234"], None),
        (["1.234"], None),
        (["1,234", "7,5"], ","),
        (["3", "4"], "."),
        ([], "."),
    ],
)
def test_the_decimal_mark_is_settled_only_where_one_reading_stands(texts, mark):
    assert decimal_mark(pd.Series(texts, dtype="str")) == mark


def test_every_row_gets_the_value_of_its_own_text():
    texts = pd.Series(["3", None, "x", "3", ""])
    parsed = numbers(texts, ".")
    assert parsed.values[[0, 3]].tolist() == [3.0, 3.0]
    assert parsed.bad.tolist() == [False, False, True, False, False]
