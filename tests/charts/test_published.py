"""Pictures of one's own groups beside published results."""

import json

import numpy as np
import pytest

from analysis.charts.published import published as beside_published
from tests.charts.frames import beside_of, rows_of, units


def names_of_rows(spec):
    axis = units(spec)[0]["encoding"]["y"]["axis"]
    return json.loads(axis["labelExpr"].removesuffix("[datum.value]"))


def test_own_groups_and_studies_are_told_apart_by_shape_and_start_and_end_by_filling():
    spec = beside_published(beside_of(), "Pain").chart.to_dict()
    points = [unit for unit in units(spec) if unit["mark"]["type"] == "point"]
    assert [unit["mark"]["filled"] for unit in points] == [False, True]
    for unit in points:
        shape = unit["encoding"]["shape"]["scale"]
        assert shape["domain"] == ["your people", "published"] and len(set(shape["range"])) == 2
    drawn = rows_of(spec, "point")
    assert [(row["whose"], row["when"], row["value"]) for row in drawn] == [
        ("your people", "start", 64.2),
        ("published", "start", 70.0),
        ("your people", "end", 30.0),
        ("published", "end", 5.0),
    ]


def test_a_group_without_a_number_keeps_its_name_beside_studies():
    picture = beside_published(beside_of(), "Pain")
    names = names_of_rows(picture.chart.to_dict())
    assert names == [
        ["Yours, flat: 64 to 30", "90 drops a day, 12 weeks", "9 of 12 people"],
        ["Yours, step: no number", "90 drops a day, 12 weeks", "9 of 12 people"],
        ["One 2008, flat: 70 to 5", "90 drops a day, 12 weeks", "9 of 12 people"],
    ]
    assert "One 2008, flat: 5 %" in beside_published(beside_of(share=True), "Satisfied").alt


def test_an_interval_past_the_scale_is_cut_in_the_picture_and_whole_in_its_table():
    picture = beside_published(beside_of(), "Pain")
    assert min(row["low"] for row in rows_of(picture.chart.to_dict(), "bar")) == 0
    assert picture.table["interval from"].min() == -5


def test_nothing_to_set_beside_studies_is_an_error_in_words():
    with pytest.raises(ValueError, match="nothing to set beside"):
        beside_published(beside_of().assign(value=np.nan), "Pain")
