"""Excel workbooks: sheets, cells as text, and files that are no safe workbook."""

import io
import random
import struct
import warnings
import zipfile
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.raw import RawTable, Refused
from analysis.reading.workbook import cell_text, read_workbook

known = {"date", "pain", "sets", "note"}.__contains__


def saved(**sheets: list[list]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(rows: list[list]) -> RawTable:
    return read_workbook(saved(Log=rows), known)


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read_workbook(data, known)
    return str(caught.value)


def with_part(name: str, text: bytes, times: int = 1) -> bytes:
    """Return a workbook with further parts, deflated."""
    out = io.BytesIO(saved(Log=[["date", "pain"], ["2026-03-04", 3]]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(times):
            archive.writestr(f"{name}{number}.xml", text)
    return out.getvalue()


def test_cells_become_text_as_a_person_would_write_them():
    table = read(
        [
            ["date", "pain", "sets", "note"],
            [datetime(2026, 3, 4), 3.0, 7.5, True],
            [datetime(2026, 3, 4, 7, 30), 3, time(19, 5), None],
            [date(2026, 3, 5), -0.1, timedelta(hours=30, minutes=48), " a  b\xa0"],
        ]
    )
    assert table.header == ("date", "pain", "sets", "note")
    assert table.cells.values.tolist() == [
        ["2026-03-04", "3", "7.5", "yes"],
        ["2026-03-04 07:30:00", "3", "19:05:00", ""],
        ["2026-03-05", "-0.1", "30:48:00", "a  b"],
    ]
    assert table.lines.tolist() == [2, 3, 4]
    assert all(dtype == "str" for dtype in table.cells.dtypes)


@settings(max_examples=100, deadline=None)
@given(st.datetimes(datetime(1901, 1, 1), datetime(2100, 1, 1)))
def test_a_moment_reads_back_to_its_nearest_second(moment):
    text = cell_text(moment)
    read_back = datetime.fromisoformat(text)
    assert abs(read_back - moment) <= timedelta(milliseconds=500)
    assert len(text) == (10 if read_back.time() == time() else 19)


@settings(max_examples=100, deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_exactly(number):
    assert float(cell_text(number)) == number
    assert not cell_text(number).endswith(".0")


def test_rows_keep_the_numbers_of_the_sheet_whatever_stands_between_them():
    table = read(
        [
            ["# right leg"],
            ["My log"],
            [],
            ["date", "pain"],
            ["2026-03-04", 3],
            [],
            ["date", "pain"],
            ["#date", "pain"],
            ["# ill", "x"],
            ["2026-03-05", 0],
        ]
    )
    assert table.lines.tolist() == [5, 10]
    assert table.cells[1].tolist() == ["3", "0"]
    assert table.notes == (
        "The file says: right leg",
        "1 line above the column names was skipped (line 2).",
        "1 line that starts with # was not read as a row.",
    )


def test_the_sheet_with_the_most_known_names_is_read_and_named():
    data = saved(
        Notes=[["date", "plan"], ["2026-03-01", "x"]],
        Empty=[],
        Log=[["date", "pain", "sets"], ["2026-03-04", 3, 4]],
    )
    table = read_workbook(data, known)
    assert table.cells.values.tolist() == [["2026-03-04", "3", "4"]]
    assert table.notes == ('The workbook has 2 filled sheets; "Log" was read.',)


def test_a_formula_without_a_saved_value_and_an_error_are_blank():
    table = read([["date", "pain", "sets"], ["2026-03-04", "=1+1", "#N/A"], ["#REF!", 1, 2]])
    assert table.cells.values.tolist() == [["2026-03-04", "", ""], ["", "1", "2"]]


def test_remarks_beside_the_table_stand_in_a_column_without_a_name():
    table = read([["date", "pain"], ["2026-03-04", 3, None, "a bad day"]])
    assert table.header == ("date", "pain", "", "")
    assert table.cells.values.tolist() == [["2026-03-04", "3", "", "a bad day"]]


def test_a_workbook_without_a_filled_sheet_is_refused():
    assert "no filled sheet" in refusal(saved(Log=[], Other=[[None, " "]]))


def test_a_header_without_a_row_is_refused():
    assert "no row below" in refusal(saved(Log=[["date", "pain"]]))


def test_a_dense_part_is_refused_before_it_is_unpacked():
    assert "unpacks to far more" in refusal(with_part("xl/media/part", b"0" * 1_100_000))


def test_parts_that_sum_to_too_much_are_refused_before_they_are_unpacked():
    dense_enough = (random.Random(1).randbytes(50_000) + b"0" * 1_000_000) * 4
    assert "unpacks to far more" in refusal(with_part("xl/media/part", dense_enough, 48))


def test_a_workbook_locked_by_a_password_is_refused():
    data = bytearray(saved(Log=[["date", "pain"], ["2026-03-04", 3]]))
    directory = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, directory + 8, 1)
    assert "password" in refusal(bytes(data))
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert "password" in refusal(ole)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_with_a_damaged_part_is_refused(part):
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(Log=[["date", "pain"], ["x", 3]]))) as whole,
        zipfile.ZipFile(out, "w") as damaged,
    ):
        for name in whole.namelist():
            text = whole.read(name)
            damaged.writestr(name, text[: len(text) // 2] if name == part else text)
    assert "damaged" in refusal(out.getvalue())


def test_a_row_number_beyond_the_last_of_a_sheet_is_refused_and_not_counted_to():
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(Log=[["date", "pain"], ["x", 3]]))) as whole,
        zipfile.ZipFile(out, "w") as damaged,
    ):
        for name in whole.namelist():
            text = whole.read(name)
            damaged.writestr(name, text.replace(b'<row r="2"', b'<row r="2000000000"'))
    assert "damaged" in refusal(out.getvalue())


def test_reading_a_workbook_lets_no_warning_out():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read([["date", "pain"], ["2026-03-04", 3]])
