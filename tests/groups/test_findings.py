"""A comparison whole: all of its numbers in one table, and the methods in words."""

from io import StringIO

import pandas as pd
import pytest

from analysis.days import reduce_log
from analysis.export import csv_of
from analysis.groups.asked import Asked, Only
from analysis.groups.cohort import cohort
from analysis.groups.findings import chosen, findings, taken_away
from analysis.groups.written import written
from analysis.reading import Answers, Source, read
from analysis.settings import settings, versions
from tests.test_house import CAUSAL, REPO

EXAMPLES = REPO / "data" / "examples"


@pytest.fixture(scope="module")
def trial():
    """Return the days of the simulated trial."""
    files = [EXAMPLES / name for name in ("trial_2x2_sheet.csv", "trial_2x2_people.csv")]
    return reduce_log(read([Source(f.name, f.read_bytes()) for f in files], Answers()).log)


@pytest.fixture(scope="module")
def found(trial):
    return findings(cohort(trial, Asked("drops_per_day", margin=10.0)))


def away(found) -> pd.DataFrame:
    made = settings((), Answers(), {}, chosen(found.cohort.asked))
    table = taken_away(found, written(found, versions()), made)
    return pd.read_csv(StringIO(csv_of(table)))


def test_every_estimate_of_the_page_is_a_row_with_its_interval_p_people_and_method(found):
    table = away(found)
    rows = table[table["groups"].notna()]
    assert len(rows) == len(found.estimates) > 30
    for one, row in zip(found.estimates, rows.to_dict("records"), strict=True):
        assert row["name"] == one.name and row["people"] == sum(one.n.values())
        assert row["how"].startswith(one.method)
        for name, value in (("value", one.estimate), ("low", one.low), ("p", one.p)):
            assert (pd.isna(row[name]) and value is None) or row[name] == pytest.approx(value)


def test_banners_counts_and_settings_go_with_the_numbers(found):
    table = away(found)
    limits = table[table["part"] == "Limits"].set_index("name")["how"]
    assert limits.to_dict() == {one.key: one.sentence for one in found.banners}
    told = table.set_index("name")
    assert told.loc["people: 90, started", "value"] == 30
    assert told.loc["chosen margin", "value"] == 10
    assert told.loc["chosen by", "how"] == "drops_per_day"
    assert told.loc["versions scipy", "how"].count(".") >= 1


def test_the_same_choices_make_the_same_table_again(trial, found):
    again = findings(cohort(trial, Asked("drops_per_day", margin=10.0)))
    assert away(again).equals(away(found))


def test_the_methods_name_people_outcome_headline_and_software(found):
    text = written(found, {"numpy": "2.4.6"})
    assert text.startswith("60 people started, 54 are in the comparison by drops_per_day")
    assert "stopped logging before week 12: 6" in text
    assert "days 77 to 83 (week 12)" in text
    assert "Headline: ANCOVA on the end value" in text
    assert "Boschloo's exact test" in text and "Kaplan-Meier" in text
    assert text.endswith("numpy 2.4.6; random splits with seed 2018090.")
    assert not CAUSAL.search(text)


def test_people_kept_to_one_value_are_said_in_methods_and_banners(trial):
    found = findings(cohort(trial, Asked("drops_per_day", only=Only("surface", "flat"))))
    assert found.cohort.hidden == 30
    assert set(found.cohort.found.people["group"]) == {"90", "180"}
    assert found.cohort.outcomes.table["surface"].unique().tolist() == ["flat"]
    assert "Kept to people with surface: flat; 30 others" in written(found, {})
    filtered = [one.sentence for one in found.banners if one.key == "filter"]
    assert filtered == ["A filter is on: 30 people are not in here."]


def test_a_filter_that_nobody_fits_says_what_there_is(trial):
    with pytest.raises(ValueError, match="the log has flat, step"):
        cohort(trial, Asked("drops_per_day", only=Only("surface", "stairs")))
    with pytest.raises(ValueError, match="no column 'floor'"):
        cohort(trial, Asked("drops_per_day", only=Only("floor", "flat")))


def test_kept_to_everyone_of_one_value_the_numbers_are_those_of_a_log_of_them(trial):
    kept = cohort(trial, Asked("drops_per_day", only=Only("surface", "step")))
    which = (cohort(trial, Asked("surface")).outcomes.table["surface"] == "step").to_numpy()
    alone = cohort(trial.some(which), Asked("drops_per_day"))
    assert kept.found.estimates == alone.found.estimates
