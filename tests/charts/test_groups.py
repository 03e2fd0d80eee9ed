"""Pictures of groups: estimation, trajectories, proportions, studies."""

import json

import pandas as pd
import pytest

from analysis.charts.estimation import estimation
from analysis.charts.proportions import proportions
from analysis.charts.studies import success
from analysis.charts.trajectories import trajectories
from analysis.estimate import Estimate
from tests.charts.frames import (
    difference,
    people_of,
    published,
    rows_of,
    shares,
    units,
    weeks_of_people,
)

UNIT = "points VAS 0-100"


def names_of_rows(spec):
    axes = [unit["encoding"].get("y", {}).get("axis", {}) for unit in units(spec)]
    lists = dict.fromkeys(axis["labelExpr"] for axis in axes if axis)
    return [json.loads(names.removesuffix("[datum.value]")) for names in lists]


def estimated(people, headline):
    return estimation(people=people, headline=headline, by="arm", unit=UNIT)


def test_only_people_with_a_change_are_in_the_chart():
    spec = estimated(people_of(), [difference()]).chart.to_dict()
    assert "left early" not in str(spec["datasets"])
    points = [row for row in rows_of(spec, "point") if "person" in row]
    assert len(points) == 24


def test_difference_and_changes_share_one_scale():
    spec = estimated(people_of(), [difference()]).chart.to_dict()
    domains = [
        unit["encoding"]["x"]["scale"]["domain"]
        for unit in units(spec)
        if "scale" in unit["encoding"]["x"]
    ]
    assert domains == [[-40, 10], [-40, 10]]


def test_estimation_says_means_and_interval_in_words():
    alt = estimated(people_of(), [difference()]).alt
    assert "active −24.5 (12 people), sham −4.5 (12 people)" in alt
    assert "active minus sham: −23.5 (−31.9 to −15.1)" in alt


def test_a_difference_without_a_number_keeps_its_row():
    none = Estimate("a minus c", "none", None, "points", {"a": 2})
    single = Estimate("a minus b", "means", -4.0, "points", {"a": 3}, no_interval="3 people")
    spec = estimated(people_of(), [difference(), single, none]).chart.to_dict()
    assert names_of_rows(spec)[1] == [
        "active minus sham: −23.5 (−31.9 to −15.1)",
        "a minus b: −4.0, no interval",
        "a minus c: no number",
    ]
    assert len([row for row in rows_of(spec, "bar") if row["low"] is not None]) == 1


def test_where_people_are_thinned_means_are_still_of_everyone():
    people = people_of(n=5000)
    built = estimated(people, [])
    ticks = {row["group"]: row["change"] for row in rows_of(built.chart.to_dict(), "tick")}
    assert ticks == people.groupby("group")["change"].mean().round(1).to_dict()
    assert "of 10,000 people are drawn" in built.note
    assert len(built.table) == 10_000


def test_the_order_of_people_changes_nothing():
    people = people_of()
    one = estimated(people, [difference()]).chart.to_dict()
    other = estimated(people.sample(frac=1, random_state=1), [difference()]).chart.to_dict()
    assert one == other


def test_numeric_groups_and_categories_are_named_plainly():
    people = people_of(groups=(90.0, 180.0)).astype({"group": "category"})
    people = people[people["group"] == 90.0]
    spec = estimated(people, []).chart.to_dict()
    assert {row["group"] for row in rows_of(spec, "tick")} == {"90"}
    assert "180" not in str(spec["datasets"])


def test_nobody_with_a_change_is_an_error_in_words():
    with pytest.raises(ValueError, match="Nobody has a change"):
        estimated(people_of().assign(change=float("nan")), [])


def test_leavers_are_dashed_up_to_their_last_week():
    lines, means = weeks_of_people()
    spec = trajectories(person_weeks=lines, means=means, week=12).chart.to_dict()
    people = pd.DataFrame([row for row in rows_of(spec, "line") if "person" in row])
    left = people[people["stayed"] == "stopped logging"]
    assert set(left["person"]) == {"flat 0", "step 0"}
    assert left["week"].max() == 6


def test_people_in_each_mean_stand_under_the_axis():
    lines, means = weeks_of_people()
    spec = trajectories(person_weeks=lines, means=means, week=12).chart.to_dict()
    counts = {(row["group"], row["week"]): row["n"] for row in rows_of(spec, "text")}
    assert counts[("flat", 6)] == 5 and counts[("flat", 7)] == 4
    assert len(counts) == 24


def test_a_person_s_line_breaks_at_a_missing_week():
    lines, means = weeks_of_people()
    lines = lines[~((lines["person"] == "flat 2") & (lines["week"] == 5))]
    spec = trajectories(person_weeks=lines, means=means, week=12).chart.to_dict()
    drawn = pd.DataFrame([row for row in rows_of(spec, "line") if "person" in row])
    runs = drawn.groupby("person")["run"].nunique()
    assert runs["flat 2"] == 2 and runs["flat 3"] == 1


def test_weeks_after_the_chosen_one_are_not_drawn():
    lines, means = weeks_of_people()
    built = trajectories(person_weeks=lines, means=means, week=8)
    assert built.table["week"].max() == 8
    assert max(row["week"] for row in rows_of(built.chart.to_dict(), "line")) == 8


def test_of_many_people_some_are_drawn_and_the_note_says_how_many():
    lines, means = weeks_of_people(n=300)
    built = trajectories(person_weeks=lines, means=means, week=12)
    drawn = pd.DataFrame([r for r in rows_of(built.chart.to_dict(), "line") if "person" in r])
    assert len(drawn) <= 2000
    assert f"{drawn['person'].nunique()} of 600 people are drawn" in built.note


def test_shares_are_percent_and_differences_are_not_drawn():
    built = proportions(shares())
    rows = rows_of(built.chart.to_dict(), "point")
    assert [row["share"] for row in rows] == [70, 60]
    assert "flat, 80 people: 70 % (59 to 79)" in built.alt
    domain = units(built.chart.to_dict())[0]["encoding"]["x"]["scale"]["domain"]
    assert domain == [0, 100]


def test_no_share_is_an_error_in_words():
    with pytest.raises(ValueError, match="No group has a share"):
        proportions(shares()[2:])


def test_studies_with_unlike_units_stand_in_separate_panels():
    spec = success(*published()).chart.to_dict()
    assert len(spec["vconcat"]) == 2
    assert [row["row"] for row in rows_of(spec, "point")] == [
        "One 2008, insertional, flat: 18 of 27 patients",
        "Two 2003, insertional, step: 10 of 31 tendons",
    ]


def test_a_share_of_an_unknown_arm_is_refused():
    studies, shares = published()
    with pytest.raises(ValueError, match="No study for Two 2003"):
        success(studies[studies["study"] != "Two"], shares)


def test_every_published_share_finds_its_study():
    from analysis.studies import studies, success_shares

    built = success(studies(), success_shares())
    assert len(built.table) == len(success_shares()) > 5
    assert len(built.chart.to_dict()["vconcat"]) == 4
