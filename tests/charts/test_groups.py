"""Pictures of groups: estimation, trajectories, proportions, studies."""

import json

import pandas as pd
import pytest

from analysis.charts.drops_so_far import drops_so_far
from analysis.charts.estimation import estimation
from analysis.charts.proportions import proportions
from analysis.charts.studies import success
from analysis.charts.survival import survival
from analysis.charts.trajectories import trajectories
from analysis.charts.week_look import BARE, BY_MODEL, CROSS, STOPPED
from analysis.charts.who_does_more import who_does_more
from analysis.estimate import Estimate
from tests.charts.frames import (
    difference,
    doers,
    loads,
    modelled,
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


def drawn_people(spec) -> pd.DataFrame:
    return pd.DataFrame([row for row in rows_of(spec, "line") if "person" in row])


def scale_of(spec, channel: str) -> dict:
    found = [unit["encoding"][channel] for unit in units(spec) if channel in unit["encoding"]]
    return dict(zip(found[0]["scale"]["domain"], found[0]["scale"].get("range", []), strict=False))


def has_dashes(unit: dict) -> bool:
    return "strokeDash" in unit["encoding"]


def domain_of(spec, channel: str) -> list[str]:
    found = [unit["encoding"][channel] for unit in units(spec) if channel in unit["encoding"]]
    return found[0]["scale"]["domain"]


def test_leavers_have_another_colour_dashes_and_a_cross_on_their_last_day():
    lines, means = weeks_of_people()
    spec = trajectories(lines=lines, means=means, week=12).chart.to_dict()
    people = drawn_people(spec)
    gone = people[people["group"] == STOPPED]
    assert set(gone["person"]) == {"flat 0", "step 0"} and set(gone["own"]) == {"flat", "step"}
    assert gone["week"].max() == 6.25
    assert set(gone["kind"]) == {STOPPED} and scale_of(spec, "strokeDash")[STOPPED] != [1, 0]
    assert domain_of(spec, "color") == ["flat", "step", STOPPED]
    crosses = [row for row in rows_of(spec, "point") if "person" in row]
    assert {(row["person"], row["week"]) for row in crosses} == {("flat 0", 6.25), ("step 0", 6.25)}
    assert scale_of(spec, "shape")[STOPPED] == CROSS


def test_where_nobody_stopped_no_legend_speaks_of_it():
    lines, means = weeks_of_people()
    stayed = lines[~lines["left"]]
    built = trajectories(lines=stayed, means=means, week=12)
    assert domain_of(built.chart.to_dict(), "color") == ["flat", "step"]
    assert "stopped" not in built.alt
    assert "2 stopped" in trajectories(lines=lines, means=means, week=12).alt


def test_the_mean_of_the_model_is_another_line_with_a_band_and_a_name():
    lines, means = weeks_of_people()
    built = trajectories(lines=lines, means=means, week=12, model=modelled(means))
    spec = built.chart.to_dict()
    rows = [row for row in rows_of(spec, "line") if "person" not in row]
    kinds = {
        kind: [row["mean"] for row in rows if row["kind"] == kind] for kind in (BARE, BY_MODEL)
    }
    assert kinds[BY_MODEL] == [value + 3 for value in kinds[BARE]]
    dashes = scale_of(spec, "strokeDash")
    assert dashes[BARE] != dashes[BY_MODEL]
    dashed = [unit["encoding"]["strokeDash"] for unit in units(spec) if has_dashes(unit)]
    (named_kinds,) = {tuple(told["legend"]["values"]) for told in dashed}
    assert named_kinds == (BARE, BY_MODEL)
    assert all(told["legend"]["orient"] == "bottom" for told in dashed), "cut off on a phone"
    assert len(rows_of(spec, "area")) == 48
    assert "By the model, of all who began: flat" in built.alt
    named = "mean pain (VAS 0-100)"
    assert (built.table[f"{named}, by the model"] - built.table[named]).round(1).eq(3).all()


def test_without_limits_there_is_no_band_and_no_word_of_one():
    lines, means = weeks_of_people()
    bare = means.assign(low=float("nan"), high=float("nan"))
    built = trajectories(lines=lines, means=bare, week=12, model=modelled(bare))
    spec = built.chart.to_dict()
    assert rows_of(spec, "area") == []
    assert "Bands" not in built.note and "without an interval" in built.title
    assert not any("interval" in name for name in built.table)
    assert "Interval" not in str([unit["encoding"].get("tooltip") for unit in units(spec)])


def test_groups_stand_in_the_order_they_are_given():
    lines, means = weeks_of_people()
    turned = means.sort_values("group", ascending=False, kind="stable")
    spec = trajectories(lines=lines, means=turned, week=12).chart.to_dict()
    assert domain_of(spec, "color")[:2] == ["step", "flat"]


def test_people_in_each_mean_stand_under_the_axis():
    lines, means = weeks_of_people()
    spec = trajectories(lines=lines, means=means, week=12).chart.to_dict()
    counts = {(row["group"], row["week"]): row["n"] for row in rows_of(spec, "text")}
    assert counts[("flat", 6)] == 5 and counts[("flat", 7)] == 4
    assert len(counts) == 24


def test_a_person_s_line_breaks_at_a_missing_week():
    lines, means = weeks_of_people()
    lines = lines[~((lines["person"] == "flat 2") & (lines["week"] == 5))]
    spec = trajectories(lines=lines, means=means, week=12).chart.to_dict()
    drawn = drawn_people(spec)
    runs = drawn.groupby("person")["run"].nunique()
    assert runs["flat 2"] == 2 and runs["flat 3"] == 1


def test_weeks_after_the_chosen_one_are_not_drawn():
    lines, means = weeks_of_people()
    built = trajectories(lines=lines, means=means, week=8)
    assert built.table["week"].max() == 8
    assert max(row["week"] for row in rows_of(built.chart.to_dict(), "line")) == 8


def test_of_many_people_some_are_drawn_and_the_note_says_how_many():
    lines, means = weeks_of_people(n=300)
    built = trajectories(lines=lines, means=means, week=12)
    drawn = drawn_people(built.chart.to_dict())
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


def test_a_group_has_one_place_in_every_picture_of_the_page():
    numbers = people_of(("180", "90"))
    shown = estimation(people=numbers, headline=[], by="volume", unit="points VAS 0-100")
    drawn = [*dict.fromkeys(shown.table["volume"])]
    curves = pd.DataFrame({"group": ["180", "180", "90", "90"], "day": [0, 9, 0, 9]})
    curves = curves.assign(share=[0.0, 50.0, 0.0, 25.0], low=float("nan"), high=float("nan"))
    risk = pd.DataFrame({"group": ["180", "90"], "day": 0, "at_risk": 9})
    nobody = pd.DataFrame({"group": ["90"], "day": [9.0], "happened": [False]})
    times = survival(curves=curves, at_risk=risk, people=nobody, what="pain free", until=84)
    assert drawn == [*dict.fromkeys(times.table["group"])] == ["90", "180"]
    assert [*dict.fromkeys(who_does_more(doers(4)).table["group"])] == ["90", "180"]
    assert [*dict.fromkeys(drops_so_far(loads(4), note="").table["group"])] == ["90", "180"]
