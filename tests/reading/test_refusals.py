"""A file that cannot be used is refused in one sentence that says what to do."""

import pytest

from tests.reading.logs import reading, receipt

KINDS = {
    "no time anywhere": ("sets,reps\n3,15\n3,15\n", ("no date", "Add a column called date")),
    "a date column without dates": ("date,sets,reps\n,3,15\n", ("Add a column called date",)),
    "every date ahead": (
        "date,sets,reps\n2027-03-01,3,15\n2027-03-02,3,15\n",
        ("“date”", "after tomorrow", "Check the year"),
    ),
    "no date readable": (
        "date,sets,reps\nMonday,3,15\nTuesday,3,15\n",
        ("“date”", "2026-03-25"),
    ),
    "nothing recognisable": (
        "colour,taste\nred,sour\nblue,sweet\n",
        ("colour, taste", "date, sets, reps"),
    ),
    "dates and nothing else known": (
        "date,colour\n2026-03-01,red\n",
        ("date, colour", "date, sets, reps"),
    ),
    "a statement of accounts": (
        "date,value,notes\n2026-03-01,12.50,rent\n",
        ("date, value, notes", "date, sets, reps"),
    ),
    "people and days and nothing else known": (
        "person,date,colour\na,2026-03-01,red\nb,2026-03-01,red\n",
        ("person, date, colour",),
    ),
    "lines that all break off in a quotation": (
        "date,pain\n" + '"a\n' * 20_001,
        ("10,000 lines cannot be read", "Save the file again"),
    ),
    "nothing in it": ("", ("empty",)),
    "a picture": (b"\x89PNG\r\n\x1a\n0000", ()),
}


@pytest.mark.parametrize(("text", "words"), KINDS.values(), ids=KINDS.keys())
def test_each_kind_is_refused_with_what_to_do(text, words):
    told = receipt(text)
    assert told.refused
    assert [word for word in words if word not in told.refused] == []
    assert told.rows_used == 0


def test_a_refused_file_takes_nothing_from_the_others():
    good = "date,sets,reps\n2026-03-01,3,15\n"
    found = reading("colour\nred\n", good)
    assert [bool(r.refused) for r in found.receipts] == [True, False]
    assert found.log.sessions["reps"].tolist() == [45.0]


def test_braces_in_names_are_only_text():
    assert "a{}" in receipt("a{},taste\nred,sour\n").refused
