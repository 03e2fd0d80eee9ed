"""Who does more, and drops so far: points of people, and two panels without a shared scale."""

import pandas as pd
import pytest

from analysis.charts.drops_so_far import drops_so_far
from analysis.charts.who_does_more import who_does_more
from tests.charts.frames import doers, loads, rows_of, units

CAUTION = "A caution."


def test_everyone_is_a_point_at_their_means_and_no_line_is_drawn():
    built = who_does_more(doers(12))
    spec = built.chart.to_dict()
    rows = {row["person"]: (row["drops"], row["pain"]) for row in rows_of(spec, "point")}
    assert len(rows) == 24 and rows["180 3"] == (157, 23)
    assert {unit["mark"]["type"] for unit in units(spec)} == {"point"}
    assert "No line is drawn" in built.note


def test_the_drops_begin_at_zero_so_that_people_who_hardly_differ_stand_together():
    (unit,) = units(who_does_more(doers(12)).chart.to_dict())
    assert unit["encoding"]["x"]["scale"] == {"zero": True}


def test_who_does_more_is_told_in_numbers():
    said = who_does_more(doers(7)).alt
    assert "90: 7 people, drops a day 74 to 80 (mean 77), pain 20 to 26 (mean 23)." in said


def test_of_many_people_some_are_drawn_and_all_are_in_the_table():
    built = who_does_more(doers(2000))
    assert "2,000 of 4,000 people are drawn" in built.note
    assert len(built.table) == 4000


def test_people_without_both_are_not_drawn():
    people = doers(3)
    people.loc[0, "drops"] = float("nan")
    assert len(who_does_more(people).table) == 5
    with pytest.raises(ValueError, match="Nobody has both"):
        who_does_more(people.assign(pain=float("nan")))


def test_pain_and_drops_have_a_panel_each_on_one_axis_of_weeks():
    spec = drops_so_far(loads(12), note=CAUTION).chart.to_dict()
    pain, drops, _ = spec["vconcat"]
    fields = [{unit["encoding"]["y"]["field"] for unit in units(part)} for part in (pain, drops)]
    assert fields == [{"pain"}, {"drops"}]
    weeks = {
        str(u["encoding"]["x"]["scale"]["domain"]) for part in (pain, drops) for u in units(part)
    }
    assert weeks == {"[0.5, 12.5]"}


def test_the_lines_break_at_a_week_that_a_group_lacks():
    spec = drops_so_far(loads(5), note=CAUTION).chart.to_dict()
    lines = pd.DataFrame(rows_of(spec, "line")).drop_duplicates()
    assert lines.groupby("group")["run"].nunique().to_dict() == {"180": 2, "90": 1}


def test_the_people_in_both_means_stand_under_the_weeks():
    counts = rows_of(drops_so_far(loads(5), note=CAUTION).chart.to_dict(), "text")
    assert {row["n"] for row in counts} == {9} and len(counts) == 9


def test_the_caution_stands_under_the_picture_and_the_ends_are_told():
    built = drops_so_far(loads(12), note=CAUTION)
    assert built.note == CAUTION
    assert (
        "90: week 1 mean pain 69.5 and 560 drops logged so far (9 people); week 12 mean pain 64"
        in built.alt
    )
    assert list(built.table) == [
        "group", "week", "mean pain (VAS 0-100)", "drops logged so far", "people"
    ]  # fmt: skip


def test_no_week_with_both_is_an_error_in_words():
    with pytest.raises(ValueError, match="No week has both"):
        drops_so_far(loads(2).assign(pain=float("nan")), note=CAUTION)
