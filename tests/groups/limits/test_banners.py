"""What limits a comparison is worked out from the data, each with the words it switches."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.days import reduce_log
from analysis.groups.comparison import compare
from analysis.groups.limits.banners import (
    AS_DONE,
    ASK,
    NO_CAUSE,
    NO_P,
    PACKAGE,
    RANKS,
    SURVIVORS,
    SWITCHES,
    UNSTEADY,
    WINNERS_CURSE,
    banners,
)
from analysis.groups.limits.specification import specification
from analysis.groups.weeks.leaving import leaving
from analysis.outcomes import outcomes
from analysis.reading import Source, read
from session import EXAMPLES
from tests.groups.cohorts import outcomes_of, two_arms
from tests.groups.crossings import FOUR, PACKAGES, crossing, even
from tests.groups.gaussian import cohort, log_of
from tests.test_house import CAUSAL


def told(made, by: str, *more, **named) -> dict:
    """Return the banners by key; several of one kind as the last of them."""
    return {one.key: one for one in banners(made, compare(made, by, *more[:1]), *more, **named)}


def changed(made, **columns):
    table = made.table.assign(**columns)
    return outcomes_of(table.drop(columns="change"))


def test_aliased_factors_come_with_their_cross_table_and_its_empty_cells():
    made = crossing(even(12, PACKAGES))
    found = told(made, "surface")["aliased"]
    assert "always go together" in found.sentence
    assert set(found.switches) == {PACKAGE, NO_CAUSE}
    assert found.table.to_dict("list") == {"90": [12, 0], "180": [0, 12]}
    assert found.table.index.tolist() == ["flat", "step"]
    assert "aliased" not in told(crossing(even(12, FOUR)), "surface")


@pytest.mark.parametrize(
    "by",
    [
        *("satisfied", "responder", "pain_group_week_6", "at_follow_up", "at_12_weeks"),
        *("dropout", "dropped_out", "Drop-out", "withdrawn", "finished", "Zufrieden"),
    ],
)
def test_groups_named_or_dated_after_the_result_get_no_p(by):
    made = two_arms(15)
    made = outcomes_of(made.table.assign(**{by: made.table["arm"]}))
    found = compare(made, by)
    assert NO_P in told(made, by)["made from the result"].switches
    between = [one for one in found.estimates if " minus " in one.name]
    assert between and all(one.p is None and one.low is None for one in between)


@pytest.mark.parametrize(
    "by",
    ["arm", "site_week_0", "day_care", "week_1", "post_code", "vitamin_d3", "after_sport", "drops"],
)
def test_other_names_are_not_held_against_groups(by):
    made = two_arms(15)
    made = outcomes_of(made.table.assign(**{by: made.table["arm"]}))
    assert "made from the result" not in told(made, by)


@pytest.mark.parametrize(("cut", "what"), [("change", "the change in pain"), ("end", "pain at")])
def test_a_column_that_follows_a_result_asks_where_it_comes_from_and_keeps_its_p(cut, what):
    made = two_arms(15, seed=3)
    low = np.where(made.table[cut] < made.table[cut].median(), "x", "y")
    made = outcomes_of(made.table.assign(mood=low))
    found = told(made, "mood")["separated"]
    assert what in found.sentence and "Where do they come from?" in found.sentence
    assert ASK in found.switches and NO_P not in found.switches
    assert compare(made, "mood").estimates[0].p is not None


def test_a_middling_difference_is_not_asked_about():
    assert "separated" not in told(two_arms(20, difference=-10.0), "arm")


def test_groups_dated_after_the_start_are_told_by_their_dates():
    days, found = dated()
    late = np.where(np.arange(len(found.table)) % 2, "2024-02-01", "2024-03-15")
    early = np.where(np.arange(len(found.table)) % 2, "2023-02-01", "2023-03-15")
    for values, expected in ((late, True), (early, False)):
        made = replace(found, table=found.table.assign(seen=values))
        assert ("made from the result" in told(made, "seen", days)) == expected


def dated():
    log = cohort_log(np.full((12, 84), 50.0) + np.arange(12)[:, None])
    pain = log.pain.assign(
        felt_at=pd.Timestamp("2024-01-01") + pd.to_timedelta(log.pain["day"], "D")
    )
    days = reduce_log(log.with_tables(pain=pain.drop(columns="day"), tendons=log.tendons))
    return days, outcomes(days)


def cohort_log(pain):
    return log_of(pain, np.ones(pain.shape, dtype=bool), np.arange(len(pain)) % 2)


def test_groups_that_follow_what_was_done_are_called_a_description():
    made = two_arms(12)
    done = np.where(made.table["arm"] == "a", 40.0, 90.0) + np.arange(24) / 10
    made = outcomes_of(made.table.assign(reps_done=done, reps_prescribed=100.0))
    assert set(told(made, "arm")["as done"].switches) == {AS_DONE, NO_CAUSE}
    mixed = outcomes_of(made.table.assign(reps_done=np.arange(24.0)[::-1] % 12))
    assert "as done" not in told(mixed, "arm")


def test_prescribed_volumes_are_never_called_as_done():
    made = crossing(even(12, PACKAGES))
    done = made.table["drops_per_day"] - 20
    made = outcomes_of(made.table.assign(reps_done=done, reps_prescribed=180.0))
    assert "as done" not in told(made, "drops_per_day")


def test_one_group_and_no_control_are_said():
    assert (
        "nobody to compare"
        in told(outcomes_of(two_arms(9).table.assign(arm="a")), "arm")["one group"].sentence
    )
    nobody = told(two_arms(9), "returned_to_activity")
    assert nobody["one group"].sentence.startswith("Nobody has a value")
    assert "made from the result" not in nobody
    assert NO_CAUSE in told(two_arms(9), "arm")["no control"].switches
    sham = two_arms(9).table.replace({"arm": {"b": "Sham laser"}})
    assert "no control" not in told(outcomes_of(sham), "arm")
    idle = two_arms(9).table.assign(drops_per_day=np.repeat([180.0, 0.0], 9))
    assert "no control" not in told(outcomes_of(idle), "arm")


def test_unequal_starts_come_with_differences_in_standard_deviations_and_no_p():
    made = two_arms(12)
    higher = made.table["baseline"] + 15 * (made.table["arm"] == "a")
    made = changed(made, baseline=higher, age=np.arange(24.0) + 30)
    found = told(made, "arm")["unequal start"]
    table = found.table
    assert table["what"].tolist() == ["baseline", "baseline", "age", "age"]
    a, b = (made.table.loc[made.table["arm"] == g, "baseline"] for g in "ab")
    smd = abs(a.mean() - b.mean()) / np.sqrt((a.var() + b.var()) / 2)
    assert table["largest_difference"].iloc[0] == pytest.approx(smd)
    assert table[["mean", "low", "high"]].iloc[0].tolist() == pytest.approx(
        [a.mean(), a.min(), a.max()]
    )
    assert "p" not in table and " p " not in found.sentence


def test_dropouts_are_told_with_the_sentence_of_those_who_left():
    made = cohort(40, seed=2, leave=0.0025, with_pain=0.9)
    found = told(made.outcomes, "arm", made.days)["leavers"]
    gone = leaving(made.days, made.outcomes, "arm")
    assert found.sentence == gone.sentence
    assert found.table.equals(gone.groups) and found.switches == (SURVIVORS,)


def test_unequal_dropout_is_told_with_the_counts():
    made = two_arms(12)
    gone = np.where(made.table.index < 4, "stopped logging before week 12", "")
    found = told(outcomes_of(made.table.assign(left_out=gone)), "arm")["unequal loss"]
    assert found.table["in the number"].tolist() == [8, 12]


@pytest.mark.parametrize(
    ("n", "difference", "small", "curse"),
    [(8, 0.0, True, False), (8, -40.0, True, True), (12, -40.0, False, False)],
)
def test_small_groups_are_said_and_large_differences_in_them_doubted(n, difference, small, curse):
    found = told(two_arms(n, difference=difference), "arm")
    assert ("small" in found) == small
    assert (small and (WINNERS_CURSE in found["small"].sentence) == curse) or not small


def test_the_figures_of_the_winners_curse_are_right():
    se, df = 20 * np.sqrt(2 / 14), 26
    power = stats.nct.sf(stats.t.ppf(0.975, df), df, 8 / se)
    power += stats.nct.cdf(stats.t.ppf(0.025, df), df, 8 / se)
    assert f"{100 * power:.0f} of 100" in WINNERS_CURSE
    rng = np.random.default_rng(1)
    runs = 200_000
    seen = rng.normal(8, se, runs)
    scatter = 20 * np.sqrt(rng.chisquare(df, runs) / df) * np.sqrt(2 / 14)
    found = np.abs(seen) > stats.t.ppf(0.975, df) * scatter
    assert np.abs(seen[found]).mean() / 8 == pytest.approx(2.35, abs=0.03)


def test_readings_on_whole_tens_are_counted():
    rng = np.random.default_rng(4)
    pain = rng.uniform(20, 80, (12, 84))
    heaped = np.where(rng.random(pain.shape) < 0.7, 10 * np.round(pain / 10), pain)
    for values, expected in ((heaped, True), (pain, False)):
        days = reduce_log(cohort_log(values))
        found = told(outcomes(days), "arm", days)
        assert ("whole tens" in found) == expected
    share = np.isclose(heaped % 10, 0).mean()
    days = reduce_log(cohort_log(heaped))
    assert told(outcomes(days), "arm", days)["whole tens"].sentence.startswith(
        f"{100 * share:.0f} % of 1,008 readings"
    )


def test_people_at_an_end_of_the_scale_are_counted():
    made = two_arms(10)
    end = made.table["end"].mask(made.table.index < 3, 0.0)
    found = told(changed(made, end=end), "arm")["ends of the scale"]
    assert found.sentence.startswith("3 of 20 people ended at 0")
    assert found.switches == (RANKS,)
    few = made.table["end"].mask(made.table.index < 2, 0.0)
    assert "ends of the scale" not in told(changed(made, end=few), "arm")


def test_people_who_never_go_above_ten_are_asked_about():
    pain = np.random.default_rng(5).uniform(30, 90, (12, 84))
    pain[:3] /= 10
    days = reduce_log(cohort_log(pain))
    found = told(outcomes(days), "arm", days)
    assert found["scale mix"].sentence.startswith("3 people of 12 never told pain above 10")
    assert next(iter(found)) == "scale mix" and ASK in found["scale mix"].switches
    whole = reduce_log(cohort_log(np.maximum(pain, 11)))
    assert "scale mix" not in told(outcomes(whole), "arm", whole)


def test_people_hidden_by_a_filter_are_counted():
    assert "12 people are not in here" in told(two_arms(9), "arm", hidden=12)["filter"].sentence
    assert "filter" not in told(two_arms(9), "arm")


def test_two_tendons_of_a_person_are_said():
    made = two_arms(10)
    twin = made.table.head(1).assign(side="right", baseline=1.0)
    found = told(outcomes_of(pd.concat([made.table, twin], ignore_index=True)), "arm")
    assert found["two tendons"].sentence.startswith("1 person with two tendons")


def test_the_windows_come_with_their_strip_and_say_where_it_turns():
    made = cohort(15, seed=4)
    strip = specification(made.days, made.outcomes, "arm")
    found = told(made.outcomes, "arm", strip=strip)["windows"]
    assert found.table is strip and "other choices of windows" in found.sentence
    turned = strip.assign(estimate=strip["estimate"].where(strip["shown"], -99 * strip["estimate"]))
    assert set(strip["finding"]) == {"open"}  # beside 0 a sign turns with nothing
    assert told(made.outcomes, "arm", strip=turned)["windows"].switches == ()
    found = turned.assign(finding=strip["finding"].where(strip["shown"], "lower"))
    assert told(made.outcomes, "arm", strip=found)["windows"].switches == (UNSTEADY,)
    unknown = turned.assign(finding=pd.Series(index=strip.index, dtype="str"))
    assert told(made.outcomes, "arm", strip=unknown)["windows"].switches == (UNSTEADY,)


@pytest.mark.parametrize("key", ["trial", "aliased"])
def test_the_examples_have_banners_that_claim_no_cause(examples, key):
    files = [Source(name, (examples / name).read_bytes()) for name in EXAMPLES[key].files]
    days = reduce_log(read(files).log)
    found = outcomes(days)
    for by in ("surface", "drops_per_day", "protocol", "satisfied"):
        strip = specification(days, found, by)
        every = banners(found, compare(found, by, days), days, strip, hidden=1)
        assert every
        for one in every:
            assert not CAUSAL.search(one.sentence)
            assert one.sentence[-1] in ".)" and ".." not in one.sentence
            assert "nan" not in one.sentence and set(one.switches) <= set(SWITCHES)
    kinds = [one.key for one in banners(found, compare(found, "surface"), days)]
    assert kinds.count("aliased") == {"trial": 0, "aliased": 3}[key]
