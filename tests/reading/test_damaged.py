"""Damaged files: what is left of them is read, what is lost is named, and nothing is misread."""

import csv
import io
import re
import time
from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading import Answers, Source, delimited, figures, read, times
from analysis.reading.one_file import read_file
from analysis.reading.tidy import frame_of_rows
from tests.conftest import REAL
from tests.reading.logs import reading, receipt, set_aside

LATER = date(2026, 11, 24)
"""A day after all those of the real files."""

HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)
STRONG = HEADER + "".join(
    f"2026-03-{day:02d} 07:10:00,Morning,20m,Heel drop left bent,{n},7.5,15,0,0,,,8\n"
    for day in range(1, 11)
    for n in (1, 2, 3)
)


def sessions_of(data: str | bytes, **answers: str) -> pd.DataFrame:
    return reading(data, unit="kg", **answers).log.sessions


WHOLE = sessions_of(STRONG)


def test_an_export_cut_in_the_middle_of_a_row_loses_that_row_alone_and_says_so():
    cut = STRONG[: STRONG.rindex("15,0,0") + 1]
    assert set_aside(cut, unit="kg") == [
        (31, "the file breaks off in this line; bring the whole export")
    ]
    pd.testing.assert_frame_equal(sessions_of(cut), WHOLE.iloc[:-1])


@pytest.mark.parametrize(("encoding", "step"), [("utf-8", 3), ("utf-16", 7), ("utf-16-be", 11)])
def test_wherever_an_export_is_cut_no_row_above_changes_and_the_cut_one_is_not_misread(
    encoding, step
):
    text = STRONG.replace("Heel drop left bent", "Fersensenken links für Übung")
    text = text.replace(",8\n", ",\n")
    data = text.encode(encoding)
    start = len(text[: text.rindex("2026-03-10")].encode(encoding))
    whole = sessions_of(text)
    for end in range(start, len(data), step):
        left = sessions_of(data[:end])
        pd.testing.assert_frame_equal(left, whole.iloc[: len(left)])
        assert len(left) >= len(whole) - 1


def test_a_last_row_without_a_line_end_is_whole_where_it_has_every_field():
    pd.testing.assert_frame_equal(sessions_of(STRONG.removesuffix("\n")), WHOLE)


def test_a_log_whose_rows_are_often_short_breaks_off_only_in_a_field_that_all_others_have():
    log = "date,reps,note\n2026-03-01,45\n2026-03-02,45,tired\n2026-03-03"
    assert [line for line, _ in set_aside(log)] == [4]
    assert set_aside(log + ",45") == []


@pytest.mark.parametrize("place", ["in the middle", "at the end"])
def test_a_quotation_mark_that_stays_open_costs_its_own_row(place):
    lines = STRONG.splitlines(keepends=True)
    at = 15 if place == "in the middle" else len(lines) - 1
    lines[at] = lines[at].replace("Morning", '"Morning')
    told = receipt("".join(lines), unit="kg")
    assert [row.line for row in told.set_aside] == [at + 1]
    assert told.rows_used == 29


def test_a_file_saved_again_by_a_german_excel_gives_the_same_sessions():
    rows = list(csv.reader(io.StringIO(STRONG)))
    for row in rows[1:]:
        row[0] = pd.Timestamp(row[0]).strftime("%d.%m.%Y %H:%M")
        row[5] = row[5].replace(".", ",")
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    for told in ("", "sep=;\r\n"):
        for encoding in ("cp1252", "utf-8-sig", "utf-16"):
            saved = (told + out.getvalue()).encode(encoding)
            pd.testing.assert_frame_equal(sessions_of(saved), WHOLE)


def test_an_american_excel_that_turns_dates_round_is_asked_about_and_read():
    rows = list(csv.reader(io.StringIO(STRONG)))
    for row in rows[1:]:
        row[0] = f"{pd.Timestamp(row[0]):%-m/%-d/%Y %H:%M}"
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows(rows)
    assert "date_order" in {q.key for q in receipt(out.getvalue(), unit="kg").questions}
    pd.testing.assert_frame_equal(sessions_of(out.getvalue(), date_order="month"), WHOLE)


def test_mixed_line_ends_give_the_same_sessions():
    ends = ["\r\n", "\n", "\r"]
    mixed = "".join(line + ends[n % 3] for n, line in enumerate(STRONG.splitlines()))
    pd.testing.assert_frame_equal(sessions_of(mixed.encode()), WHOLE)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1252", "Fersensenken für links"),
        ("cp1254", "Heel drop ağrılı"),
        ("utf-16", "Heel drop ü"),
    ],
)
def test_names_in_every_encoding_are_the_same_sessions(encoding, name):
    text = STRONG.replace("Heel drop left bent", name)
    pd.testing.assert_frame_equal(sessions_of(text.encode(encoding)), sessions_of(text))


def test_two_columns_of_one_name_are_not_confused():
    log = "date,sets,reps,reps\n2026-03-01,3,15,12\n"
    assert "column:reps" in {q.key for q in receipt(log).questions} or receipt(log).questions
    assert reading(log).log.sessions["reps"].isna().all()


PIECES = st.sampled_from(
    [",", ";", "\t", "\n", "\r", '"', '""', "'", " ", "0", "9", "-", "x", "é", "\u202f", "#", "--"]
)


@st.composite
def mutations(draw, pieces=PIECES):
    """Draw what is done to a text: cuts, pieces put in, and parts written twice."""
    steps = st.tuples(st.sampled_from("dit"), st.floats(0, 1), st.integers(1, 40), pieces)
    return draw(st.lists(steps, min_size=1, max_size=4))


def mutated(text: str, steps) -> str:
    for what, where, size, piece in steps:
        at = int(where * len(text))
        part = text[at : at + size]
        text = text[:at] + {"d": "", "i": piece + part, "t": part + part}[what] + text[at + size :]
    return text


def heads() -> dict[str, str]:
    """Return the beginning of every real file, and an export of our own where there is none."""
    found = {"export": STRONG}
    for path in sorted(REAL.glob("*/*.csv")):
        lines = path.read_bytes().decode("utf-8", "replace").splitlines(keepends=True)
        found[path.stem] = "".join(lines[:60])
    return found


HEADS = heads()


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(HEADS)), mutations())
def test_no_damage_to_a_real_file_makes_a_traceback_or_a_hang(name, steps):
    data = mutated(HEADS[name], steps).encode()
    began = time.perf_counter()
    found = read([Source("log.csv", data)], Answers(), today=LATER)
    assert time.perf_counter() - began < 5  # a hang, on a machine however busy
    (told,) = found.receipts
    assert told.refused or told.rows_used <= told.rows_read


def a_number(text: str) -> float:
    """Return a number as plainly written; whatever else may be one is not judged."""
    if not re.fullmatch(r"\d+(\.\d+)?|\.\d+", text, re.ASCII):
        raise ValueError(text)
    return float(text)


def a_time(form: str):
    return lambda text: datetime.strptime(text, form)


ISO = a_time("%Y-%m-%d %H:%M:%S")
SET = {"started": ("Date", ISO), "reps": ("Reps", a_number), "added_kg": ("Weight", a_number)}
POUND = 0.45359237
SAID = {
    "export": ("sessions", {"unit": "kg"}, SET),
    "strong_12col_comma_duration_text": ("sessions", {"unit": "kg"}, SET),
    "hevy_en_kg_warmups_calf": (
        "sessions",
        {"bodyweight": "unknown"},  # its blank weights are 0 kg unless told so
        {
            "started": ("start_time", a_time("%d %b %Y  %H:%M")),
            "reps": ("reps", a_number),
            "added_kg": ("weight_kg", a_number),
        },
    ),
    "fitnotes_android_8col_lbs_header": (
        "sessions",
        {},
        {
            "started": ("Date", a_time("%Y-%m-%d")),
            "reps": ("Reps", a_number),
            "added_kg": ("Weight (lbs)", lambda text: a_number(text) * POUND),
        },
    ),
    "fitbod_kg": (
        "sessions",
        {},
        {"started": ("Date", a_time("%Y-%m-%d %H:%M:%S +0000")), "reps": ("Reps", a_number)},
    ),
    "pain": (
        "pain",
        {"pain": "knee_pain", "scale": "10"},
        {
            "felt_at": ("date", a_time("%d-%m-%Y")),
            "vas": ("knee_pain", lambda text: 10 * a_number(text)),
        },
    ),
    "sport": (
        "activities",
        {},
        {"started": ("date", a_time("%d-%m-%Y")), "minutes": ("time", a_number)},
    ),
    "garmin_en_resaved_by_excel": (
        "activities",
        {"distance_unit": "km"},
        {
            "started": ("Date", a_time("%m/%d/%y %H:%M")),
            "distance_km": ("Distance", a_number),
        },
    ),
}
"""What an entry says, by the column that says it and how that is written, apart from our reader."""

UNQUOTED = st.sampled_from([",", "\n", " ", "0", "9", "-", "x", "é", "#", "--", ",,"])


def records_by_line(text: str) -> dict[int, list[str]]:
    """Return the records of a text by the line that each begins on, as the csv module has them."""
    reader = csv.reader(io.StringIO(text, newline=""))
    found, line = {}, 1
    for record in reader:
        found[line] = record
        line = reader.line_num + 1
    return found


def without_quotes(text: str) -> str:
    """Return the same records with blanks for what needs quotation marks."""
    rows = csv.reader(io.StringIO(text, newline=""))
    return "".join(",".join(re.sub(r'[,"\r\n]', " ", c) for c in row) + "\n" for row in rows)


def misread(name: str, text: str) -> tuple[int, list[tuple]]:
    """Return how many entries of a text were compared, and those that it does not say so."""
    table, answers, fields = SAID[name]
    records = records_by_line(text)
    wanted = {column for column, _ in fields.values()}
    header = next((r for r in map(stripped, records.values()) if wanted <= {*r}), None)
    if header is not None:  # of two columns of one name the reader asks, and nothing is judged
        fields = {f: told for f, told in fields.items() if header.count(told[0]) == 1}
    draft = read_file(Source("log.csv", text.encode()), Answers({"*": answers}), LATER, None)
    entries = draft.tables.get(table)
    if entries is None or header is None:
        return 0, []
    mended = {int(n) for note in draft.ledger.notes for n in MENDED.findall(note)}
    compared = [e for e in entries.to_dict("records") if e["line"] not in mended]
    wrong = [
        (entry["line"], field, entry[field])
        for entry in compared
        for field, (column, parse) in fields.items()
        if not says(stripped(records[entry["line"]]), header.index(column), parse, entry[field])
    ]
    lines = {entry["line"] for entry in compared}
    wrong += [(line, "shifted", "") for line in lines if any(records[line][len(header) :])]
    return len(compared), wrong


MENDED = re.compile(r"” in line (\d+)")


def stripped(record: list[str]) -> list[str]:
    return [cell.strip() for cell in record]


def says(record: list[str], at: int, parse, value: object) -> bool:
    """Return whether a cell says a value; a missing value stands for a cell that says none."""
    text = record[at] if at < len(record) else ""
    try:
        said = parse(text)
    except ValueError:
        return pd.isna(value) or not text.isascii() or isinstance(value, pd.Timestamp)
    if isinstance(value, pd.Timestamp):
        return value == said
    return bool(np.isclose(value, said)) if pd.notna(value) else False


@pytest.mark.parametrize("name", sorted(set(SAID) & set(HEADS)))
def test_every_entry_of_an_undamaged_file_is_what_the_file_says(name):
    text = without_quotes(HEADS[name])
    compared, wrong = misread(name, text)
    assert wrong == [] and compared >= min(20, text.count("\n") - 1)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(set(SAID) & set(HEADS))), mutations(UNQUOTED))
def test_no_row_is_used_that_differs_from_what_the_file_says(name, steps):
    assert misread(name, mutated(without_quotes(HEADS[name]), steps))[1] == []


@pytest.mark.parametrize("name", sorted(set(SAID) & set(HEADS)))
def test_a_value_that_the_file_does_not_say_is_found(name, monkeypatch):
    """The comparison itself can fail: read one number, then one day, other than as written."""
    text = without_quotes(HEADS[name])
    with monkeypatch.context() as patch:
        patch.setattr(figures, "_finite", lambda digits: float(digits) + 1)
        assert misread(name, text)[1]
    with monkeypatch.context() as patch:
        patch.setattr(times, "_year_first", lambda match: (2020, 1, 1))
        patch.setattr(times, "_year_last", lambda match, order: (2020, 1, 1))
        patch.setattr(times, "_named", lambda match, named: (2020, 1, 1))
        assert misread(name, text)[1]


def test_a_row_too_long_for_the_header_that_is_used_is_found(monkeypatch):
    text = STRONG + STRONG.splitlines()[-1].replace(",7.5,", ",7,5,") + "\n"
    assert misread("export", text)[1] == []

    def cut_to_the_header(names, records, delimiter):
        rows = frame_of_rows([row.fields[: len(names)] for row in records.long], len(names))
        lines = np.append(records.lines, [row.line for row in records.long])
        return replace(
            records, cells=pd.concat([records.cells, rows], ignore_index=True), lines=lines, long=()
        )

    monkeypatch.setattr(delimited, "put_right", cut_to_the_header)
    assert misread("export", text)[1] == [(32, "shifted", "")]
