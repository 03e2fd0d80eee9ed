"""Real files, against counts made apart from this reader."""

import csv

import pytest

from analysis.reading import Answers, Source, read


def read_real(path, **answers):
    return read([Source(path.name, path.read_bytes())], Answers({"*": answers}))


def test_the_pain_diary(real):
    found = read_real(real("hand_kept/pain.csv"), pain="knee_pain", scale="10")
    told, pain = found.receipts[0], found.log.pain
    assert told.set_aside == () and told.questions == ()
    assert len(pain) == 1196 and pain["felt_at"].nunique() == 1187
    assert pain["vas"].value_counts().to_dict() == {
        0.0: 416, 10.0: 441, 20.0: 205, 30.0: 91, 40.0: 36, 50.0: 5, 60.0: 1, 70.0: 1
    }  # fmt: skip
    assert (str(told.first_day), str(told.last_day)) == ("2021-03-25", "2024-06-24")


def test_the_pain_diary_leaves_two_things_open_and_nothing_is_used(real):
    found = read_real(real("hand_kept/pain.csv"))
    told = found.receipts[0]
    assert {question.key for question in told.questions} == {"pain", "scale"}
    assert told.rows_used == 0 and told.set_aside == ()
    assert all(len(frame) == 0 for frame in found.log.tables().values())


def test_the_sport_diary(real):
    found = read_real(real("hand_kept/sport.csv"))
    told, activities = found.receipts[0], found.log.activities
    assert (told.rows_read, told.rows_used, told.set_aside) == (1442, 1442, ())
    assert len(activities) == 1442
    idle = activities[activities["sport"] == "None"]
    assert len(idle) > 0 and idle["minutes"].notna().any()
    assert (idle["minutes"].dropna() == 0).any()


def test_the_trial_by_week(real):
    path = real("trial/neck_pain_by_week.csv")
    found = read_real(path, scale="1")
    assert (len(found.log.pain), len(found.log.people)) == (264, 90)
    assert found.receipts[0].kind == "visits by week"
    with path.open(encoding="utf-8") as file:
        arms = {row["person"]: row["laser"] for row in csv.DictReader(file)}
    tendons = found.log.tendons
    assert dict(zip(tendons["person"], tendons["laser"], strict=True)) == arms
    assert found.log.pain["vas"].max() == 100.0


@pytest.mark.parametrize(
    "name",
    ["trial/neck_pain_vas.csv", "redcap/redcap_raw_vignette_repeating.csv"],
)
def test_files_without_any_time_are_refused(real, name):
    told = read_real(real(name)).receipts[0]
    assert "date" in told.refused
