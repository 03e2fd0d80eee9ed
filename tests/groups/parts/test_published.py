"""Published results beside one's own: never of another subset, unit, measure or site."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.days import Days, reduce_log
from analysis.groups.asked import Asked, Only
from analysis.groups.cohort import Cohort, cohort, columns_to_keep_by
from analysis.groups.parts import published
from analysis.groups.published.choosing import BACK, EVERYONE, PAIN, SATISFIED, Own, judged
from analysis.groups.published.strips import PUBLISHED, YOURS, frame
from analysis.groups.published.worked_example import falls, worked_example
from analysis.groups.withholding import BETWEEN
from analysis.model import SITES, Log
from analysis.outcomes import outcomes
from analysis.studies import END, START, mean_pain, studies

OWNS = st.builds(
    Own,
    measures=st.lists(st.sampled_from([PAIN, BACK, SATISFIED, "VISA-A"]), unique=True).map(tuple),
    site=st.sampled_from(["", *SITES]),
    by_result=st.booleans(),
)
SUBSETS = ["all", "all (pooled)", "followed", "satisfied only", "not satisfied only", "responders"]

unhurried = settings(deadline=None, max_examples=50)


def shown(told: pd.DataFrame) -> pd.DataFrame:
    return told[told["why"] == ""]


def people(n: int = 24, **columns) -> pd.DataFrame:
    """Return a people table: flat and step in turn, everyone at the insertion."""
    person = [f"p{i}" for i in range(n)]
    told = {"person": person, "site": "insertional", "arm": ["flat", "step"] * (n // 2)}
    return pd.DataFrame({**told, **columns})


def days(tendons: pd.DataFrame, seed: int = 1) -> Days:
    """Return visits at weeks 0 and 12 of the people of a table."""
    rng, n = np.random.default_rng(seed), len(tendons)
    start = rng.uniform(50, 80, n)
    vas = np.concatenate([start, start * rng.uniform(0.2, 0.9, n)])
    told = {"person": [*tendons["person"]] * 2, "week": [0] * n + [12] * n, "vas": vas}
    return reduce_log(Log().with_tables(pain=pd.DataFrame(told), tendons=tendons))


def asked_of(tendons: pd.DataFrame, by: str = "arm", only: Only | None = None) -> Cohort:
    return cohort(days(tendons), Asked(by, only=only))


@unhurried
@given(OWNS)
def test_every_row_of_the_studies_is_shown_or_named_with_a_reason(own):
    told = judged(own, studies())
    assert set(told.index) == set(studies().index)
    assert not told.duplicated(["study", "year", "site", "arm", "subset", "what"]).any()
    for _, row in told.iterrows():
        assert row["what"] and (row["why"] or set(row["measures"]) & set(own.measures))


@unhurried
@given(OWNS, st.lists(st.sampled_from(SUBSETS), min_size=18, max_size=18))
def test_a_row_of_people_chosen_by_their_result_is_never_shown(own, subsets):
    table = studies().assign(subset=subsets, unit="patient", measure="VAS100")
    for told in (shown(judged(own, studies())), shown(judged(own, table))):
        assert told["subset"].isin(EVERYONE).all()


@unhurried
@given(OWNS)
def test_units_measures_and_sites_are_never_mixed(own):
    told = shown(judged(own, studies()))
    assert (told["unit"] == "patient").all()
    assert told["measures"].map(lambda of: bool({*of} & {*own.measures})).all()
    assert (told.loc[told["is_mean"], "measure"] == "VAS100").all()
    assert told.loc[told["is_mean"], ["n", "base_sd", "fu_sd"]].notna().all(axis=None)
    if own.site:
        assert (told["site"] == own.site).all()


@unhurried
@given(OWNS)
def test_beside_groups_made_from_the_result_nothing_is_shown(own):
    if own.by_result:
        assert shown(judged(own, studies())).empty


def test_each_reason_is_named():
    told = judged(Own((PAIN, BACK), "insertional"), studies())
    why = told.set_index(["study", "what"])["why"]
    assert why["Fahlström", "pain 68.3 to 13.3, 10 tendons"] == (
        "of those satisfied alone; counts tendons, yours are people"
    )
    assert why["Jonsson", "pain 77.5 to 58.1, 9 patients"] == "of those not satisfied alone"
    assert why["Jonsson", "18 of 27 patients satisfied and back in activity"] == ""
    assert why["Mafi", "18 of 22 patients satisfied and back in activity"] == (
        "midportion, yours insertional"
    )
    assert "its spread was not found" in why["Rompe", "VISA-A 53 to 63, 25 patients"]
    assert "VISA-A, another measure than pain" in why["Rompe", "VISA-A 53 to 63, 25 patients"]
    assert "recovered or much better" in why["Rompe", "15 of 25 patients recovered or much better"]


def test_a_share_that_two_rows_of_a_study_repeat_stands_once_and_with_everyone():
    told = judged(Own((BACK,)), studies()).query("study == 'Jonsson' and not is_mean")
    assert told["subset"].tolist() == ["all (pooled)"]


def test_means_of_own_groups_are_of_those_in_the_number_with_a_t_interval():
    told = asked_of(people())
    rows = frame(published.work(told).strips[PAIN]).set_index(["name", "when"])
    inside = told.outcomes.table.query("arm == 'flat'")
    for when, column in ((START, "baseline"), (END, "end")):
        own, values = rows.loc[("flat", when)], inside[column]
        half = stats.t.ppf(0.975, 11) * values.std() / np.sqrt(12)
        assert own["value"] == pytest.approx(values.mean())
        assert (own["low"], own["high"]) == pytest.approx(
            (own["value"] - half, own["value"] + half)
        )


def test_a_published_mean_has_the_t_interval_of_its_sd_and_n():
    jonsson = studies().query("subset == 'all (pooled)'").iloc[0].to_dict()
    one = mean_pain(jonsson, START)
    # 72.4 -+ 2.0555 x 16.4 / sqrt(27), with t of 26 degrees of freedom from a table
    assert (one.low, one.high) == pytest.approx((65.91, 78.89), abs=0.005)
    assert mean_pain({**jonsson, "base_sd": np.nan}, START).low is None


def test_nothing_tests_one_against_another():
    told = people(returned_to_activity=["yes", "no", "yes"] * 8)
    sections = published.say(published.work(asked_of(told)))
    numbers = [one for section in sections for one in section.estimates]
    assert {section.title for section in sections} >= {"Pain at start and end", "Back in activity"}
    assert len(numbers) == 9
    assert not any(
        one.p is not None or BETWEEN in one.name or "change" in one.name for one in numbers
    )


def test_own_rows_say_who_is_in_the_number_and_published_ones_their_weeks_drops_and_people():
    told = published.work(asked_of(people(site=["insertional", "midportion"] * 12)))
    yours, theirs = (
        [row for row in told.strips[PAIN] if row.whose == whose] for whose in (YOURS, PUBLISHED)
    )
    assert [(row.about, row.who) for row in yours] == [
        ("insertional, week 12", "12 of 12 people"),
        ("midportion, week 12", "12 of 12 people"),
    ]
    assert [(row.name, row.about, row.who) for row in theirs] == [
        ("Jonsson 2008, flat straight", "insertional, 90 drops a day, 12 weeks", "27 people")
    ]


def test_where_every_tendon_is_at_the_midportion_no_pain_stands_beside_it():
    told = published.work(asked_of(people(site="midportion")))
    assert told.strips == {}
    left_out, example = published.say(told)
    assert left_out.sentence == published.NOTHING
    assert len(left_out.table) == len(told.results)
    assert example == worked_example()


@pytest.mark.parametrize("by", ["satisfied", "returned_to_activity"])
def test_groups_made_from_the_result_meet_the_worked_example_first(by):
    told = published.work(asked_of(people(**{by: ["yes", "no", "yes"] * 8}), by))
    assert told.own.by_result and told.strips == {}
    assert [section.title for section in published.say(told)] == [
        worked_example().title,
        published.LEFT_OUT,
    ]


def test_people_cannot_be_kept_by_their_result_or_by_a_date_after_their_start():
    told = people(satisfied=["yes", "yes", "no", "yes"] * 6)
    with pytest.raises(ValueError, match="came out of the programme"):
        asked_of(told, only=Only("satisfied", "yes"))
    start, later = pd.Timestamp(date(2026, 1, 5)), date(2026, 3, 1)
    dates = [str(later + timedelta(days=i % 2)) for i in range(24)]
    dated = days(people(start=start, seen=dates))
    with pytest.raises(ValueError, match="came out of the programme"):
        cohort(dated, Asked("arm", only=Only("seen", str(later))))
    assert columns_to_keep_by(dated, outcomes(dated)) == ["arm"]


def test_the_worked_example_is_what_the_table_of_studies_comes_to():
    told = falls().set_index(["study", "site", "subset"])["percent"].round()
    assert told["Fahlström", "insertional", "satisfied only"] == 81
    assert told["Fahlström", "midportion", "satisfied only"] == 85
    said = worked_example().sentence
    assert "10 of 31 tendons" in said and "90 of 101 tendons" in said
    assert "72.4 to 33.4" in said and "39 points and not 49" in said
    pooled = (18 * 69.9 + 9 * 77.5) / 27, (18 * 21.0 + 9 * 58.1) / 27
    assert pooled == pytest.approx((72.4, 33.4), abs=0.05)


def test_a_log_without_pain_or_answers_has_nothing_to_set_beside_studies():
    told = people(4)
    pain = pd.DataFrame({"person": told["person"], "week": 0, "vas": 50.0})
    log = Log().with_tables(pain=pain, tendons=told)
    assert not published.fits(cohort(reduce_log(log), Asked("arm")))
