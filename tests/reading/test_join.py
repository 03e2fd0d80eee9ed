"""Several files are one log, and nothing counts twice."""

from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.logs import reading

SHEET = (
    "date,sets,reps,pain during (0-10)\n2026-03-01,3,15,4\n2026-03-01,3,15,4\n2026-03-02,3,15,5\n"
)
NEWER = SHEET + "2026-03-03,3,15,2\n"


def test_the_same_file_twice_adds_nothing():
    once, twice = reading(SHEET).log, reading(SHEET, SHEET).log
    for name, frame in once.tables().items():
        pd.testing.assert_frame_equal(frame, twice.tables()[name])


def test_a_newer_overlapping_file_adds_only_what_is_new_and_says_so():
    found = reading(SHEET, NEWER)
    assert len(found.log.sessions) == 4
    assert "Also in another file, counted once: 3 rows of sessions." in found.receipts[1].notes


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=6), min_size=1, max_size=3))
def test_a_row_counts_as_often_as_in_the_file_that_has_it_most(files):
    texts = ["date,reps\n" + "".join(f"2026-03-01,{n}\n" for n in rows) for rows in files]
    found = reading(*texts).log.sessions["reps"].value_counts().to_dict()
    expected = {n: max(rows.count(n) for rows in files) for n in {n for r in files for n in r}}
    assert found == expected


def test_the_order_of_files_does_not_matter_to_sessions_and_pain():
    one, other = reading(SHEET, NEWER).log, reading(NEWER, SHEET).log
    pd.testing.assert_frame_equal(one.sessions, other.sessions)
    pd.testing.assert_frame_equal(one.pain, other.pain)


def test_a_file_without_names_is_the_one_person_named_elsewhere():
    found = reading(
        "person,date,reps\nAnna,2026-03-01,90\n", "date,sport,minutes\n2026-03-01,run,30\n"
    )
    assert found.log.people == ["Anna"]
    assert any("Anna" in note for note in found.receipts[1].notes)


def test_a_file_without_names_asks_where_several_are_named():
    files = (
        "person,date,reps\nAnna,2026-03-01,90\nBen,2026-03-01,90\n",
        "date,sport,minutes\n2026-03-01,run,30\n",
    )
    found = reading(*files)
    (question,) = found.receipts[1].questions
    assert question.key == "person"
    assert [value for value, _ in question.choices] == ["Anna", "Ben"]
    assert len(found.log.activities) == 0 and not found.receipts[1].set_aside
    told = reading(*files, person="Ben")
    assert told.log.activities["person"].tolist() == ["Ben"]
    assert told.receipts[1].answered == {"person": "Ben"}


def test_blank_side_is_the_only_tendon():
    found = reading("person,date,side,reps\na,2026-03-01,left,90\na,2026-03-02,,90\n").log
    assert found.sessions["side"].tolist() == ["left", "left"]
    assert found.tendons[["person", "side"]].to_numpy().tolist() == [["a", "left"]]


def test_blank_side_is_told_by_the_list_of_people():
    found = reading(
        "person,date,reps\na,2026-03-01,90\n", "person,side,site\na,right,insertional\n"
    ).log
    assert found.sessions["side"].tolist() == ["right"]
    assert found.tendons[["side", "site"]].to_numpy().tolist() == [["right", "insertional"]]


def test_blank_side_beside_two_known_is_asked():
    text = "date,side,reps\n2026-03-01,left,90\n2026-03-01,right,90\n2026-03-02,,90\n"
    found = reading(text)
    (question,) = found.receipts[0].questions
    assert (question.key, question.waits) == ("side", "1 row")
    assert len(found.log.sessions) == 2 and not found.receipts[0].set_aside
    assert reading(text, side="left").log.sessions["side"].tolist() == ["left", "right", "left"]


def test_both_sides_are_two_sessions_after_asking_what_reps_count():
    text = "date,side,reps,pain during (0-10)\n2026-03-01,both,90,4\n"
    found = reading(text)
    assert [q.key for q in found.receipts[0].questions] == ["both_reps"]
    assert len(found.log.sessions) == 0 and len(found.log.pain) == 2
    each = reading(text, both_reps="each").log.sessions
    assert each[["side", "reps"]].to_numpy().tolist() == [["left", 90.0], ["right", 90.0]]
    assert reading(text, both_reps="together").log.sessions["reps"].tolist() == [45.0, 45.0]


def test_a_person_whose_side_nobody_knows_has_one_tendon():
    found = reading(SHEET).log.tendons
    assert len(found) == 1 and found["side"].isna().all()


def test_what_files_say_differently_is_noted_and_the_first_kept():
    found = reading(
        "person,site\na,insertional\nb,midportion\n", "person,site\na,midportion\nb,midportion\n"
    )
    assert found.log.tendons["site"].tolist() == ["insertional", "midportion"]
    assert any("site is given otherwise" in note for note in found.receipts[1].notes)


def test_receipts_span_the_days_used():
    told = reading(SHEET).receipts[0]
    assert (told.first_day, told.last_day) == (date(2026, 3, 1), date(2026, 3, 2))


def test_weights_above_the_body_mass_of_another_file_are_asked():
    files = (
        "person,date,reps,added weight (kg)\na,2026-03-01,90,85\na,2026-03-02,90,5\n",
        "person,body mass (kg)\na,80\nb,70\n",
    )
    found = reading(*files)
    assert [q.key for q in found.receipts[0].questions] == ["added_above_body_mass"]
    assert found.log.sessions["added_kg"].tolist() == [5.0]
    yes = reading(*files, added_above_body_mass="yes")
    assert yes.log.sessions["added_kg"].tolist() == [85.0, 5.0]
    no = reading(*files, added_above_body_mass="no")
    assert [row.line for row in no.receipts[0].set_aside] == [2]
