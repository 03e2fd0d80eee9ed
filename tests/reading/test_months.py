"""Months in words, read back from the locale data of Babel itself."""

from datetime import date, datetime

import pandas as pd
import pytest
from babel.dates import format_date

from analysis.reading.months import LANGUAGES, months
from analysis.reading.times import times

DAYS = [date(2026, month, 5) for month in range(1, 13)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["d MMMM yyyy, 07:34", "d. MMM yyyy", "d LLLL yyyy"])
def test_every_month_of_every_language_is_read_back(language, form):
    texts = pd.Series([format_date(day, form, locale=language) for day in DAYS])
    found = times(texts, "iso")
    assert not found.bad.any(), texts[found.bad].tolist()
    assert pd.Series(found.values).dt.date.tolist() == DAYS


def test_the_word_for_one_month_is_no_word_for_another_in_any_language():
    named = {}
    for language in LANGUAGES:
        for day in DAYS:
            word = format_date(day, "MMMM", locale=language)
            for told, month in months([word]).items():
                assert named.setdefault(told, month) == month == day.month, word


def test_a_beginning_that_two_months_share_is_not_guessed():
    assert months(["jui"]) == {}
    found = times(pd.Series(["5 jui 2026"]), "iso")
    assert found.bad.tolist() == [True]


def test_the_column_decides_where_a_word_alone_could_be_two():
    # "mar" begins Danish "marts" and Finnish "marraskuu", November.
    assert months(["marras", "touko"]) == {"marras": 11, "touko": 5}
    assert months(["marras", "mar"]) == {"marras": 11}


def test_one_damaged_word_does_not_turn_a_column_into_another_language():
    assert months(["Mar", "Marr"]) == {"mar": 3}
    assert months(["Mai", "Mär", "Marr", "Dec"]) == {"mai": 5, "mar": 3, "dec": 12}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 de out. de 2024, 07:10", datetime(2024, 10, 12, 7, 10)),
        ("14 août 2025 à 18:05", datetime(2025, 8, 14, 18, 5)),
        ("Oct 6, 2022, 11:19:20 PM", datetime(2022, 10, 6, 23, 19, 20)),
        ("22nd Sep 2020", datetime(2020, 9, 22)),
        ("1er janv. 2024", datetime(2024, 1, 1)),
        ("Mon, 25 March 2021", datetime(2021, 3, 25)),
        ("2024/03/05 7:30:12 PM GMT+1", datetime(2024, 3, 5, 19, 30, 12)),
        ("25.03.2021 07:30 Uhr", datetime(2021, 3, 25, 7, 30)),
        ("2022-01-05 22:06:49 +0000", datetime(2022, 1, 5, 22, 6, 49)),
    ],
)
def test_the_dates_of_the_apps(text, expected):
    assert pd.Series(times(pd.Series([text]), "iso").values)[0] == expected
