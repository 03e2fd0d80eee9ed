"""Files damaged at random: no traceback, no hang, and no row used that differs from the file."""

import time
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading import Answers, Source, delimited, figures, read, times
from analysis.reading.tidy import frame_of_rows
from tests.conftest import REAL
from tests.reading.fuzz.damage import UNQUOTED, mutated, mutations
from tests.reading.fuzz.kind import without_quotes
from tests.reading.fuzz.kinds import KINDS
from tests.reading.fuzz.said import LATER, misread

PLAIN = {name: without_quotes(kind.text, kind.mark) for name, kind in KINDS.items()}


def heads() -> dict[str, str]:
    """Return the beginning of every real file, and every kind of file written here."""
    found = {name: kind.text for name, kind in KINDS.items()}
    for path in sorted(REAL.glob("*/*.csv")):
        lines = path.read_bytes().decode("utf-8", "replace").splitlines(keepends=True)
        found[str(path.relative_to(REAL))] = "".join(lines[:60])
    return found


HEADS = heads()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(HEADS)), mutations())
def test_no_damage_makes_a_traceback_or_a_hang(name, steps):
    data = mutated(HEADS[name], steps).encode()
    began = time.perf_counter()
    found = read([Source("log.csv", data)], Answers(), today=LATER)
    assert time.perf_counter() - began < 5  # a hang, on a machine however busy
    (told,) = found.receipts
    assert told.refused or told.rows_used <= told.rows_read


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_entry_of_an_undamaged_file_is_what_the_file_says(name):
    compared, wrong = misread(KINDS[name], PLAIN[name])
    assert wrong == [] and compared >= 20


def no_row_differs(name, steps):
    kind = KINDS[name]
    assert misread(kind, mutated(PLAIN[name], steps, kind.mark))[1] == []


FILES = st.sampled_from(sorted(KINDS)), mutations(UNQUOTED)
# The short run tries the same files each time; the long one hunts anew.
test_no_row_is_used_that_differs_from_what_the_file_says = settings(
    max_examples=200, deadline=None, derandomize=True
)(given(*FILES)(no_row_differs))
test_of_thousands_of_files_no_row_differs_from_what_the_file_says = pytest.mark.full(
    settings(max_examples=5000, deadline=None)(given(*FILES)(no_row_differs))
)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_value_that_the_file_does_not_say_is_found(name, monkeypatch):
    """The comparison itself can fail: read one number other than as written."""
    monkeypatch.setattr(figures, "_finite", lambda digits: float(digits) + 1)
    assert misread(KINDS[name], PLAIN[name])[1]


DATED = [
    name
    for name, kind in KINDS.items()
    if any({"started", "felt_at"} & {*fields} for fields in kind.fields.values())
]


@pytest.mark.parametrize("name", sorted(DATED))
def test_a_day_that_the_file_does_not_say_is_found(name, monkeypatch):
    monkeypatch.setattr(times, "_year_first", lambda match: (2020, 1, 1))
    monkeypatch.setattr(times, "_year_last", lambda match, order: (2020, 1, 1))
    monkeypatch.setattr(times, "_named", lambda match, named: (2020, 1, 1))
    assert misread(KINDS[name], PLAIN[name])[1]


def test_a_row_too_long_for_the_header_that_is_used_is_found(monkeypatch):
    kind, plain = KINDS["sheet"], PLAIN["sheet"]
    text = plain + plain.splitlines()[-1].replace(",flat,", ",7,5,") + "\n"
    assert misread(kind, text)[1] == []

    def cut_to_the_header(names, records, delimiter):
        rows = frame_of_rows([row.fields[: len(names)] for row in records.long], len(names))
        lines = np.append(records.lines, [row.line for row in records.long])
        cells = pd.concat([records.cells, rows], ignore_index=True)
        return replace(records, cells=cells, lines=lines, long=())

    monkeypatch.setattr(delimited, "put_right", cut_to_the_header)
    assert (47, "shifted") in [one[:2] for one in misread(kind, text)[1]]
