"""Delimited text: which delimiter, which header, which lines are rows."""

import csv
import io
import re
import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.reading import delimited
from analysis.reading.delimited import (
    Heading,
    careful_records,
    find_heading,
    read_delimited,
    regular_records,
)
from analysis.reading.quoted import NOT_CLOSED, TOO_LONG, Place, read_rows
from analysis.reading.raw import RawTable, Refused, SetAside

NAMES = {"date", "pain", "sets", "reps", "note", "datum", "sätze"}


def known(cell: str) -> bool:
    return cell.lower() in NAMES


def read(text: str) -> RawTable:
    return read_delimited(text, known)


def rows(text: str) -> list[list[str]]:
    return read(text).cells.values.tolist()


def both_ways(text: str, heading: Heading) -> None:
    """Assert that the fast way, where it is taken, says what the careful way says."""
    fast, careful = regular_records(text, heading), careful_records(text, heading)
    if fast:
        pd.testing.assert_frame_equal(fast.cells, careful.cells)
        np.testing.assert_array_equal(fast.lines, careful.lines)
        assert (fast.set_aside, fast.comments) == (careful.set_aside, careful.comments)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_is_found_by_the_names_it_shows(delimiter):
    table = read("date,pain,sets\n2026-03-04,3,4\n".replace(",", delimiter))
    assert table.header == ("date", "pain", "sets")
    assert table.cells.iloc[0].tolist() == ["2026-03-04", "3", "4"]


def test_decimal_commas_do_not_make_the_comma_the_delimiter():
    text = "Datum;Sätze;Sonstiges, frei\n" + "4.3.2026;3,5;a, b, c\n" * 40
    assert read(text).cells.iloc[39].tolist() == ["4.3.2026", "3,5", "a, b, c"]


def test_the_line_excel_writes_tells_the_delimiter():
    table = read("sep=;\ndate;pain\n2026-03-04;3,5\n")
    assert table.header == ("date", "pain")
    assert table.lines.tolist() == [3]


def test_without_a_known_name_the_most_consistent_delimiter_is_taken():
    table = read("\nfoo;bar\n1,5;2\n1;2,5\n")
    assert (table.header, table.lines.tolist()) == (("foo", "bar"), [3, 4])


def test_lines_above_the_header_are_skipped_and_said():
    table = read("# left leg only\nMy log\n\nSpring 2026,,\ndate,pain,note\n2026-03-04,3,x\n")
    assert table.header == ("date", "pain", "note")
    assert table.lines.tolist() == [6]
    assert table.notes == (
        "The file says: left leg only",
        "2 lines above the column names were skipped (lines 2 to 4).",
    )


def test_a_row_of_data_with_words_that_are_names_is_not_the_header():
    assert read("date,who,what\n2026-03-04,pain,note\n").header == ("date", "who", "what")


def test_numbered_columns_may_stand_in_the_header():
    assert read("date,1,2\n2026-03-04,15,15\n").header == ("date", "1", "2")


def test_blank_lines_comments_and_repeated_headers_are_no_rows():
    table = read(
        'date,pain\n2026-03-04,3\n\n  \n,\n# a note, with "quotes\n#date,pain\n date , pain\n'
        "2026-03-05,4\n"
    )
    assert table.lines.tolist() == [2, 9]
    assert table.cells[1].tolist() == ["3", "4"]
    assert table.set_aside == ()
    assert table.notes == ("1 line that starts with # was not read as a row.",)


def test_text_after_a_number_sign_on_a_line_stays_in_its_cell():
    assert rows("date,note\n2026-03-04,sore # after a run\n") == [
        ["2026-03-04", "sore # after a run"]
    ]


def test_a_column_of_row_numbers_may_be_named_with_the_sign_alone():
    table = read("#,date,pain\n1,2026-03-04,3\n")
    assert (table.header, table.cells[2].tolist()) == (("#", "date", "pain"), ["3"])


def test_blanks_at_the_edges_of_cells_go_whatever_their_width():
    text = "date, pain\xa0,note\n 2026-03-04\u202f,\t3 ,\xa0a  b\u202f\n"
    assert read(text).header == ("date", "pain", "note")
    assert rows(text) == [["2026-03-04", "3", "a  b"]]


def test_a_cell_that_a_short_row_lacks_is_missing_and_a_blank_one_is_blank():
    cells = read("date,pain,note\n2026-03-04,3\n2026-03-05,,\n").cells
    assert cells.isna().values.tolist() == [[False, False, True], [False, False, False]]
    assert cells[1].tolist() == ["3", ""]
    assert all(dtype == "str" for dtype in cells.dtypes)


def test_a_delimiter_at_the_end_of_the_header_alone_or_of_rows_alone_fits():
    assert read("date,pain,\n2026-03-04,3\n").header == ("date", "pain")
    assert rows("date,pain,\n2026-03-04,3\n2026-03-05,4,\n") == [
        ["2026-03-04", "3"],
        ["2026-03-05", "4"],
    ]
    assert rows("date,pain\n2026-03-04,3,,\n2026-03-05,4\n") == [
        ["2026-03-04", "3"],
        ["2026-03-05", "4"],
    ]


def test_a_nameless_column_that_holds_something_is_kept():
    assert rows("date,pain,\n2026-03-04,3,sore\n") == [["2026-03-04", "3", "sore"]]


def test_a_row_with_more_filled_fields_than_the_header_is_set_aside_with_its_line():
    text = "date,note,place,pain\n2026-03-04,x,home,3\n2026-03-05,a, b,c,4\n2026-03-06,y,gym,5\n"
    table = read(text)
    assert table.lines.tolist() == [2, 4]
    (aside,) = table.set_aside
    assert aside.line == 3
    assert aside.reason.startswith("has 5 fields where the header has 4")


def test_quoted_fields_hold_delimiters_quotes_and_line_breaks():
    text = 'date,note,pain\n2026-03-04,"a, ""b""\nand c",3\n2026-03-05,"",4\n'
    table = read(text)
    assert table.cells.values.tolist() == [
        ["2026-03-04", 'a, "b"\nand c', "3"],
        ["2026-03-05", "", "4"],
    ]
    assert table.lines.tolist() == [2, 4]


def test_an_inch_mark_inside_a_cell_is_a_letter():
    assert rows('date,note\n2026-03-04,5" step\n2026-03-05,x\n')[0] == ["2026-03-04", '5" step']


def test_a_quote_that_stays_open_costs_its_own_line_only():
    table = read('date,note\n2026-03-04,"good\n2026-03-05,"bad"\n2026-03-06,x\n')
    assert table.set_aside == (SetAside(2, NOT_CLOSED),)
    assert table.cells[0].tolist() == ["2026-03-05", "2026-03-06"]
    assert table.lines.tolist() == [3, 4]


def test_a_quote_closed_lines_later_with_too_many_fields_costs_its_own_line_only():
    table = read('date,note\n2026-03-04,"good\n2026-03-05,3\n2026-03-06,x","y\n2026-03-07,5\n')
    assert [aside.line for aside in table.set_aside] == [2, 4]
    assert table.cells[0].tolist() == ["2026-03-05", "2026-03-07"]


def test_a_header_without_a_row_is_refused():
    with pytest.raises(Refused, match="no row below"):
        read("date,pain\n\n# nothing yet\ndate,pain\n")


def test_rows_that_are_all_set_aside_are_still_told():
    table = read('date,pain\n2026-03-04,"3\n')
    assert len(table.cells) == 0 and table.set_aside[0].line == 2


def test_names_may_stand_twice():
    assert read("date,pain,pain\n2026-03-04,3,4\n").header == ("date", "pain", "pain")


def test_far_too_many_columns_are_refused():
    with pytest.raises(Refused, match="6,001 columns"):
        read("date" + ",x" * 6000 + "\n1\n")


def test_a_wide_header_over_a_million_short_rows_is_refused_and_not_filled_up():
    with pytest.raises(Refused, match="most rows have far fewer"):
        read("date" + ",x" * 4000 + "\n" + "1\n" * 100_000)


def test_one_line_of_50_megabytes_is_refused_within_two_seconds():
    begun = time.process_time()
    with pytest.raises(Refused, match="No table"):
        read("date,pain " * 5_000_000)
    assert time.process_time() - begun < 2


def test_a_line_over_a_megabyte_is_set_aside_and_reading_goes_on():
    begun = time.process_time()
    table = read("date,note\n2026-03-04," + "x," * 25_000_000 + "\n2026-03-05,y\n")
    assert table.set_aside == (SetAside(2, TOO_LONG),)
    assert table.cells.values.tolist() == [["2026-03-05", "y"]]
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("line", ['x","y', '"', '"""x', 'a,"" b', '""","""x'])
def test_quotes_gone_wrong_on_every_line_take_linear_time(line):
    begun = time.process_time()
    rows = read_rows((line + "\n") * 50_000, Place(0, 1), ",", 3)
    assert sum(1 for _ in rows) > 1
    assert time.process_time() - begun < 5


CELL = st.text(st.sampled_from('a1é"\n,;\t|# \xa0日'), max_size=6)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=30),
    st.sampled_from(",;\t|"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_a_table_written_in_any_dialect_reads_back_equal_through_both_ways(cells, mark, quoting):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, quoting=quoting, lineterminator="\n")
    # A first column that is never blank nor begins with # keeps every row a row.
    writer.writerows([("date", "pain", "note", "sets"), *(("x", *row) for row in cells)])
    text, blanks = out.getvalue(), " \t\n\xa0"
    heading = find_heading(text, known)
    assert heading.delimiter == mark
    expected = [["x", *(cell.strip(blanks) for cell in row)] for row in cells]
    for records in (careful_records(text, heading), regular_records(text, heading)):
        assert records is not None and records.set_aside == ()
        assert records.cells.values.tolist() == expected
    both_ways(text, heading)


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from('aaa,,,\n\n\n"" #é\xa0'), max_size=60), st.integers(1, 4))
@example('a,"b\nc"\n#"x\ny",\n', 2)
@example('"a","b"\n"","c\n"\n', 2)
@example("a,b\n" * 20 + "a\n\n #x,\na,b,,\na,b,c\n", 2)
@example("a\n" * 30 + 'a,b\n"#",b', 3)
def test_whatever_stands_in_a_text_both_ways_say_the_same(text, width):
    both_ways(text, Heading(",", tuple("abcd"[:width]), Place(0, 1), ()))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["a,b", 'a,"b"', '"a\nb",c', "a", "a,b,", "a,b,c", "", "# a", " a,b", ",b"]
        ),
        max_size=60,
    )
)
def test_files_that_are_mostly_regular_read_the_same_through_both_ways(lines):
    text = "\n".join([*["a,b"] * 600, *lines, "a,b"])
    heading = Heading(",", ("x", "y"), Place(0, 1), ())
    assert regular_records(text, heading) is not None
    both_ways(text, heading)
    if '"a\nb"' not in text:  # there, each line is a record, a blank or a comment
        lined = [n for n, line in enumerate(text.split("\n"), 1) if re.match(r"\s?[a\",]", line)]
        found = careful_records(text, heading)
        others = [one.line for one in (*found.set_aside, *found.long)]
        assert sorted([*found.lines, *others]) == lined


def test_a_regular_file_with_a_few_odd_lines_takes_the_fast_way(monkeypatch):
    def careful(*_: object) -> None:
        raise AssertionError("the careful way was taken for all lines")

    monkeypatch.setattr(delimited, "careful_records", careful)
    table = read("date,pain\n" + "2026-03-04,3\n" * 50 + "# x\n2026-03-05\n\n2026-03-06,4\n")
    assert table.lines.tolist() == [*range(2, 52), 53, 55]
    assert table.cells[1].isna().sum() == 1


@pytest.mark.parametrize(
    ("name", "count", "last"),
    [("hand_kept/pain.csv", 1196, 1197), ("hand_kept/sport.csv", 1442, 1443)],
)
def test_real_hand_kept_logs_lose_no_row(real, name, count, last):
    table = read(real(name).read_text(encoding="utf-8"))
    assert (len(table.cells), table.lines[-1], table.set_aside) == (count, last, ())


def test_a_real_export_with_line_breaks_in_its_cells_has_its_records_and_lines(real):
    text = real("strava/strava_bulk_duplicate_headers.csv").read_text(encoding="utf-8")
    table = read_delimited(text, {"Activity Date", "Distance"}.__contains__)
    reader = csv.reader(io.StringIO(text))
    begins, expected = [reader.line_num + 1], []
    for fields in reader:
        begins.append(reader.line_num + 1)
        expected.append([field.strip() for field in fields])
    assert table.cells.values.tolist() == expected[1:]
    assert table.lines.tolist() == begins[1:-1]
    assert len(table.cells) == 319


def test_a_file_with_every_second_line_empty_takes_the_fast_way(monkeypatch):
    monkeypatch.setattr(delimited, "careful_records", None)
    table = read("date,pain\n\n" + "2026-03-04,3\n\n" * 50)
    assert table.lines.tolist() == list(range(3, 103, 2))


def test_only_empty_lines_below_the_header_are_no_rows():
    with pytest.raises(Refused, match="no row below"):
        read("date,pain" + "\n" * 1000)
