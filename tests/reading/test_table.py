"""The one way in: any file to the same table."""

import io

import openpyxl
import pytest

from analysis.reading.raw import RawTable, Refused, Source
from analysis.reading.table import read_table

ROWS = [["date", "sets", "note"], ["2026-03-04", "3", "müde, x"], ["2026-03-05", "", "–"]]
known = {"date", "sets", "note"}.__contains__


def read(data: bytes, name: str = "log", limit: int | None = None) -> RawTable:
    return read_table(Source(name, data), known, limit)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_log_is_the_same_table_in_every_dialect(encoding, delimiter, end):
    table = read(end.join(delimiter.join(row) for row in ROWS).encode(encoding))
    assert [list(table.header), *table.cells.values.tolist()] == ROWS
    assert table.lines.tolist() == [2, 3]
    assert bool(table.notes) == (encoding == "cp1252")


def test_a_workbook_is_the_same_table_too_whatever_its_name():
    table = read(workbook(), "log.csv")
    assert [list(table.header), *table.cells.values.tolist()] == ROWS


def test_notes_on_the_encoding_come_before_those_on_the_table():
    notes = read("Müllers log\ndate,sets\n2026-03-04,3\n".encode("cp1252")).notes
    assert "Windows-1252" in notes[0] and "above the column names" in notes[1]


@pytest.mark.parametrize("data", [workbook(), b"date,sets\n2026-03-04,3\n" * 10])
def test_the_limit_holds_for_every_kind_of_file(data):
    with pytest.raises(Refused, match="at most"):
        read(data, limit=len(data) - 1)
    assert read(data, limit=len(data)).header[0] == "date"
