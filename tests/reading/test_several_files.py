"""Drops from one app, pain from a sheet and sport from a third file are one person's log."""

import pytest

from analysis.reading import Answers, Source, read
from analysis.reading.writers import WRITERS
from tests.reading.logs import TODAY

STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n2026-03-02 07:00:00,Legs,20m,Flat heel drop straight,1,5,15,0,0,,,\n"
    "2026-03-03 07:00:00,Legs,20m,Flat heel drop straight,1,5,15,0,0,,,\n"
)
PAIN = "name,date,pain in the morning (0-10)\nAda,2026-03-02,4\nAda,2026-03-03,3\n"
GARMIN = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n"
    'Running,2026-03-02 18:00:00,false,Evening run,"5.20",300,00:31:10\n'
)


def joined(*texts: str, **answers: str):
    names = ("strong.csv", "pain.csv", "garmin.csv")
    sources = [Source(name, text.encode()) for name, text in zip(names, texts, strict=False)]
    return read(sources, Answers({"*": answers}), today=TODAY)


def test_drops_pain_and_running_of_one_person_join():
    found = joined(STRONG, PAIN, GARMIN, unit="kg", distance_unit="km")
    log = found.log
    assert [told.questions for told in found.receipts] == [(), (), ()]
    for table in (log.sessions, log.pain, log.activities):
        assert set(table["person"]) == {"Ada"}
    assert log.sessions["reps"].sum() == 30
    assert log.pain["vas"].tolist() == [40, 30]
    (run,) = log.activities.to_dict("records")
    assert (run["sport"], run["distance_km"]) == ("Running", 5.2)
    assert run["minutes"] == pytest.approx(31 + 10 / 60)


def test_where_the_sheet_names_two_people_it_is_asked_whose_the_drops_are():
    two = PAIN + "Ben,2026-03-02,6\n"
    found = joined(STRONG, two, unit="kg")
    assert [q.key for q in found.receipts[0].questions] == ["person"]
    assert len(found.log.sessions) == 0
    told = joined(STRONG, two, unit="kg", person="Ben")
    assert set(told.log.sessions["person"]) == {"Ben"}


def test_the_order_of_the_files_changes_nothing():
    names = ("garmin.csv", "strong.csv", "pain.csv")
    sources = [
        Source(name, text.encode())
        for name, text in zip(names, (GARMIN, STRONG, PAIN), strict=True)
    ]
    turned = read(sources, Answers({"*": {"unit": "kg", "distance_unit": "km"}}), today=TODAY)
    straight = joined(STRONG, PAIN, GARMIN, unit="kg", distance_unit="km")
    for name, table in straight.log.tables().items():
        assert table.equals(turned.log.tables()[name]), name


def test_a_list_of_sport_alone_says_what_to_bring_beside_it():
    (told,) = joined(GARMIN).receipts
    assert any("list of other sport" in note and "beside it" in note for note in told.notes)
    with_pain = joined("date,sport,minutes,pain (0-10)\n2026-03-02,Run,30,2\n").receipts[0]
    assert not any("list of other sport" in note for note in with_pain.notes)


def test_no_writer_claims_a_sheet_of_our_own_or_kept_by_hand(examples):
    for path in sorted(examples.rglob("*.csv")):
        header = tuple(path.read_text().splitlines()[0].split(","))
        assert [writer.key for writer in WRITERS if writer.recognises(header)] == [], path.name
    by_hand = ("date", "sets", "reps", "weight", "pain", "notes")
    assert [writer.key for writer in WRITERS if writer.recognises(by_hand)] == []
