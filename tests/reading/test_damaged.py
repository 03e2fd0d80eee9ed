"""Damaged files: what is left of them is read, what is lost is named, and nothing is misread."""

import csv
import io

import pandas as pd
import pytest

from tests.reading.logs import reading, receipt, set_aside

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
