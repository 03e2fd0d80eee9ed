"""What was written reads back the same, in every dialect a spreadsheet writes."""

import io
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.export import csv_of
from analysis.model import CONTEXTS, EXERCISES, KNEES, SURFACES, Log
from analysis.reading import Answers, Source, read

FIRST = pd.Timestamp("2025-01-06")


def sometimes(values):
    return st.none() | values


names = st.sampled_from(["Anna", "Ben", "p 03", "7"])
moments = st.integers(0, 400 * 48).map(lambda n: FIRST + timedelta(minutes=30 * n))
halves = st.integers(0, 80).map(lambda n: n / 2)
session_rows = st.fixed_dictionaries(
    {
        "person": names,
        "started": moments,
        "side": st.just("left"),
        "exercise": sometimes(st.sampled_from(EXERCISES)),
        "surface": sometimes(st.sampled_from(SURFACES)),
        "knee": sometimes(st.sampled_from(KNEES)),
        "sets": sometimes(st.integers(1, 6).map(float)),
        "reps": sometimes(st.integers(0, 180).map(float)),
        "added_kg": sometimes(halves),
        "source": sometimes(st.sampled_from(["=SUM(A1)", "an, app", 'say "x"', "Größe"])),
    }
)
pain_rows = st.fixed_dictionaries(
    {
        "person": names,
        "felt_at": moments,
        "side": st.just("left"),
        "context": st.sampled_from(CONTEXTS),
        "vas": st.integers(0, 1000).map(lambda n: n / 10),
    }
)


def sorted_log(sessions: list[dict], pain: list[dict]) -> Log:
    first, second = pd.DataFrame(sessions), pd.DataFrame(pain)
    return Log().with_tables(
        sessions=first.sort_values(["person", "started"], kind="stable"),
        pain=second.sort_values(["person", "felt_at"], kind="stable"),
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(session_rows, min_size=1, max_size=8), st.lists(pain_rows, min_size=1, max_size=8))
def test_tables_taken_away_read_back_equal(sessions, pain):
    log = sorted_log(sessions, pain)
    files = [
        Source(name, csv_of(frame).encode()) for name, frame in log.tables().items() if len(frame)
    ]
    back = read(files)
    assert [told.questions for told in back.receipts] == [(), ()]
    pd.testing.assert_frame_equal(back.log.sessions, log.sessions)
    pd.testing.assert_frame_equal(back.log.pain, log.pain)


sheet_rows = st.fixed_dictionaries(
    {
        "day": st.integers(0, 300),
        "sets": st.integers(1, 6),
        "reps": st.integers(0, 50),
        "kg": st.integers(0, 60).map(lambda n: n / 4),
        "during": sometimes(st.integers(0, 100).map(lambda n: n / 10)),
        "note": st.sampled_from(["", "müde", "a, b; c", 'so "gut"', "neue Schuhe"]),
    }
)
ENGLISH = ["date", "sets", "reps", "added weight (kg)", "pain during (0-10)", "note"]
GERMAN = ["Datum", "Sätze", "Wdh.", "Zusatzgewicht (kg)", "Schmerz während (0-10)", "Notiz"]


def written(rows: list[dict], header: list[str], comma: bool, dotted: bool) -> pd.DataFrame:
    def number(value: float | None) -> str:
        text = "" if value is None else f"{value:.2f}"
        return text.replace(".", ",") if comma else text

    def day(n: int) -> str:
        moment = FIRST + timedelta(days=n)
        return f"{moment.day}.{moment.month}.{moment.year}" if dotted else f"{moment:%Y-%m-%d}"

    cells = [
        [
            day(r["day"]),
            str(r["sets"]),
            str(r["reps"]),
            number(r["kg"]),
            number(r["during"]),
            r["note"],
        ]
        for r in rows
    ]
    return pd.DataFrame(cells, columns=header)


def as_text(frame: pd.DataFrame, delimiter: str, end: str, encoding: str) -> bytes:
    return frame.to_csv(sep=delimiter, index=False, lineterminator=end).encode(encoding)


def as_workbook(frame: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    frame.to_excel(out, index=False)
    return out.getvalue()


def expected(rows: list[dict]) -> pd.DataFrame:
    rows = sorted(rows, key=lambda row: row["day"])
    return pd.DataFrame(
        {
            "started": pd.Series([FIRST + timedelta(days=r["day"]) for r in rows]).astype(
                "datetime64[us]"
            ),
            "sets": [float(r["sets"]) for r in rows],
            "reps": [float(r["sets"] * r["reps"]) for r in rows],
            "added_kg": [r["kg"] for r in rows],
        }
    )


@settings(max_examples=40, deadline=None)
@given(
    rows=st.lists(sheet_rows, min_size=1, max_size=8),
    header=st.sampled_from([ENGLISH, GERMAN]),
    delimiter=st.sampled_from([",", ";", "\t"]),
    comma=st.booleans(),
    dotted=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    workbook=st.booleans(),
)
def test_every_dialect_reads_the_same(
    rows, header, delimiter, comma, dotted, end, encoding, workbook
):
    frame = written(rows, header, comma, dotted)
    data = as_workbook(frame) if workbook else as_text(frame, delimiter, end, encoding)
    found = read([Source("log", data)], Answers({"*": {"decimal": "," if comma else "."}}))
    told = found.receipts[0]
    assert (told.refused, told.set_aside, told.questions) == ("", (), ())
    columns = ["started", "sets", "reps", "added_kg"]
    pd.testing.assert_frame_equal(found.log.sessions[columns], expected(rows))
    by_day = sorted(rows, key=lambda row: row["day"])
    felt = [round(r["during"] * 10, 10) for r in by_day if r["during"] is not None]
    assert found.log.pain["vas"].tolist() == felt
    assert found.log.events["note"].tolist() == [r["note"] for r in by_day if r["note"]]


def test_every_receipt_has_the_digest_and_name_of_its_file():
    sources = [Source("a.csv", b"date,reps\n2025-03-01,90\n"), Source("b.csv", b"colour\nred\n")]
    found = read(sources, today=date(2025, 4, 1))
    assert [told.name for told in found.receipts] == ["a.csv", "b.csv"]
    assert all(len(told.digest) == 64 for told in found.receipts)


def test_an_answer_for_one_file_leaves_the_other_open():
    sources = [Source(n, f"date,pain\n2025-03-0{n},3\n".encode()) for n in "12"]
    digest = read(sources).receipts[0].digest
    found = read(sources, Answers().with_answer(digest, "scale", "10"))
    assert [len(told.questions) for told in found.receipts] == [0, 1]
    assert found.log.pain["vas"].tolist() == [30.0]


def test_nothing_at_all_is_an_empty_log():
    assert read([]).log.people == []


@pytest.mark.parametrize("limit", [10, None])
def test_a_file_above_the_limit_is_refused(limit):
    told = read([Source("a.csv", b"date,reps\n2025-03-01,90\n")], limit=limit).receipts[0]
    assert bool(told.refused) is (limit is not None)


def test_how_far_the_reading_is_is_told_file_by_file():
    log = b"date,reps\n2025-03-01,90\n2025-03-02,90\n"
    lines = []
    read([Source("a.csv", log), Source("b.csv", b"")], tell=lines.append)
    assert lines == [
        "a.csv: looking for its rows",
        "a.csv: reading 2 rows",
        "b.csv: looking for its rows",
    ]
