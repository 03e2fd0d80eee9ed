"""The seven tables keep their columns, their types, and what is missing."""

import pandas as pd
import pytest

from analysis.model import TABLES, Log, conform


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_has_its_columns_and_types(table):
    frame = Log().tables()[table]
    assert list(frame) == [column.name for column in TABLES[table]]
    assert [str(dtype) for dtype in frame.dtypes] == [column.dtype for column in TABLES[table]]


def test_missing_stays_missing_and_never_becomes_zero():
    pain = conform("pain", pd.DataFrame({"person": ["a", "a"], "vas": [None, 0.0]}))
    assert pain["vas"].isna().tolist() == [True, False]
    assert pain["side"].isna().all()


def test_tendons_keep_further_columns_and_other_tables_do_not():
    told = pd.DataFrame({"person": ["a"], "age": [50]})
    assert conform("tendons", told)["age"].tolist() == [50]
    assert "age" not in conform("pain", told)


def test_a_frame_given_is_not_changed():
    told = pd.DataFrame({"person": ["a"], "vas": [3]})
    before = told.copy()
    Log().with_tables(pain=told)
    pd.testing.assert_frame_equal(told, before)


def test_people_are_gathered_from_every_table():
    log = Log().with_tables(
        pain=pd.DataFrame({"person": ["b"]}), events=pd.DataFrame({"person": ["a"]})
    )
    assert log.people == ["a", "b"]
