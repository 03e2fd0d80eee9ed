"""Pain beside the drops: the order of the headings, what is refused, and where no p may stand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.days import Days, reduce_log
from analysis.groups.asked import Asked
from analysis.groups.cohort import Cohort, cohort
from analysis.groups.comparison import compare
from analysis.groups.dose import prescribed
from analysis.groups.dose.done_drops import BETWEEN_HEADING, REVERSE_HEADING, WITHIN_HEADING
from analysis.groups.dose.done_drops import dose as engine
from analysis.groups.headline import headline
from analysis.groups.methods.dose_order import dose_order
from analysis.groups.parts import dose
from analysis.groups.people import one_each
from analysis.groups.section import Section
from analysis.tendon.load import LOAD_CAUTION
from tests.diaries import days_of, every, pain, sessions
from tests.groups.gaussian import log_of, pain_of
from tests.test_house import CAUSAL

HEADINGS = [
    prescribed.TITLE, WITHIN_HEADING, REVERSE_HEADING, BETWEEN_HEADING, dose.LOAD_HEADING
]  # fmt: skip


def diaries(
    n: int, volumes=(90.0, 180.0), alike=False, aliased=False, done=True, asked=True
) -> Days:
    """Return n people a volume who do it all, or half of it on days by chance.

    ``alike`` has them do it all every day, ``aliased`` has the step go with the larger
    volumes; ``done`` and ``asked`` are whether sessions and prescriptions are in the log.
    """
    rng = np.random.default_rng(n)
    people = n * len(volumes)
    arm = np.arange(people) % 2
    whole = pain_of(rng, arm)
    volume = np.repeat(volumes, n)
    share = 1.0 if alike else rng.choice([0.5, 1.0], whole.shape)
    drops = np.broadcast_to(volume[:, None] * share, whole.shape)
    names = np.array([f"p{i:04d}" for i in range(people)])
    who, day = np.nonzero(np.ones(whole.shape, dtype=bool))
    told = {"person": names[who], "day": day.astype(float), "reps": drops[who, day]}
    rows = pd.DataFrame(told).assign(exercise="heel drop")
    surface = np.where(volume > 100 if aliased else arm == 1, "step", "flat")
    told = pd.DataFrame({"person": names, "drops_per_day": volume, "surface": surface})
    more = {"sessions": rows} if done else {}
    more |= {"prescriptions": told} if asked else {}
    logged = np.ones(whole.shape, dtype=bool)
    return reduce_log(log_of(whole, logged, arm, **more))


def told_of(days: Days, by: str = "arm") -> tuple[Cohort, dose.Drops]:
    made = cohort(days, Asked(by))
    return made, dose.work(made)


def named(told: dose.Drops, heading: str) -> Section:
    return next(one for one in dose.say(told) if one.title == heading)


def words(section: Section) -> str:
    refused = [text for item in section.refused for text in item.values()]
    warned = [text for one in section.estimates for text in one.warnings]
    return " ".join([section.sentence, section.note, *refused, *warned])


def test_prescribed_stands_first_and_load_so_far_last():
    _, told = told_of(diaries(10))
    assert [one.title for one in dose.say(told)] == HEADINGS


def test_every_number_of_the_done_drops_is_the_engines():
    made, told = told_of(diaries(12))
    found = engine(made.days, made.outcomes)
    for part in found.parts:
        assert named(told, part.heading).estimates == part.estimates
    assert named(told, REVERSE_HEADING).sentence == found.sentence != ""
    within, between = found.spread["sd"]
    assert f"{within:.1f} drops" in named(told, WITHIN_HEADING).note
    assert f"{between:.1f} drops a day" in named(told, BETWEEN_HEADING).note


@pytest.mark.parametrize("n", [6, 12])
@pytest.mark.parametrize("by", ["arm", "drops_per_day"])
def test_two_volumes_have_the_headline_difference_of_their_pair(n, by):
    made, told = told_of(diaries(n), by)
    (one,) = named(told, prescribed.TITLE).estimates
    main = compare(made.outcomes, "drops_per_day").estimates[0]
    assert (one.name, one.n) == ("180 minus 90, prescribed drops a day", main.n)
    assert one == replace(main, name=one.name)
    people, _ = one_each(made.outcomes, "drops_per_day")
    assert main.estimate == headline(people, ["90", "180"])[0].estimate
    assert named(told, prescribed.TITLE).refused == ()


def test_the_comparison_by_volume_is_not_made_anew():
    made = cohort(diaries(12), Asked("drops_per_day"))
    first, *rest = made.found.estimates
    other = replace(made, found=replace(made.found, estimates=(replace(first, p=0.5), *rest)))
    assert named(dose.work(other), prescribed.TITLE).estimates[0].p == 0.5


def test_what_goes_along_with_the_volume_is_refused_by_name():
    _, told = told_of(diaries(12, aliased=True))
    section = named(told, prescribed.TITLE)
    assert [item["what"] for item in section.refused] == ["surface"]
    assert "cannot be told from surface here" in section.sentence
    assert "belongs to no one factor" in section.sentence
    assert len(section.estimates) == 1


def test_three_volumes_have_their_slope_and_trend():
    made, told = told_of(diaries(10, (90.0, 135.0, 180.0)))
    section = named(told, prescribed.TITLE)
    people, _ = one_each(made.outcomes, "drops_per_day")
    assert section.estimates == dose_order(people).estimates
    assert "for every 90 drops a day" in section.estimates[0].unit


def test_three_volumes_that_go_along_with_a_surface_have_no_slope():
    _, told = told_of(diaries(10, (60.0, 90.0, 180.0), aliased=True))
    section = named(told, prescribed.TITLE)
    assert section.estimates == ()
    assert "surface" in [item["what"] for item in section.refused]


def test_two_of_three_volumes_with_people_are_a_pair():
    days = diaries(6, (90.0, 135.0, 180.0))
    gone = np.isin(days.tendon, np.flatnonzero(days.tendons["person"].str[-2:] > "11"))
    days.pain["morning"].mean[gone & (days.day > 40)] = np.nan
    for by in ("arm", "drops_per_day"):
        section = named(told_of(days, by)[1], prescribed.TITLE)
        assert [one.name for one in section.estimates] == ["135 minus 90, prescribed drops a day"]


def test_one_volume_and_too_many_are_said():
    one = named(told_of(diaries(8, (90.0,)))[1], prescribed.TITLE)
    assert one.estimates == () and "was prescribed 90 drops a day" in one.sentence
    many = named(told_of(diaries(2, tuple(np.arange(60.0, 180.0, 10.0))))[1], prescribed.TITLE)
    assert many.estimates == () and "12 values" in many.sentence


def test_with_equal_drops_the_parts_are_refused_and_the_spread_is_said():
    _, told = told_of(diaries(12, (90.0,), alike=True))
    for heading, where in ((WITHIN_HEADING, "within"), (BETWEEN_HEADING, "between")):
        section = named(told, heading)
        assert section.estimates == () and section.refused
        assert f"The spread {where} people is 0.0 drops a day" in section.refused[0]["why"]
        assert not section.sentence
        assert "differ by 0.0 drops" in section.note


def test_what_was_prescribed_is_said_to_be_part_of_the_difference_between_people():
    assert "Part of that was prescribed" in named(told_of(diaries(12))[1], BETWEEN_HEADING).note
    _, same = told_of(diaries(12, (90.0,)))
    assert "Part of that" not in named(same, BETWEEN_HEADING).note


def test_no_p_stands_between_people_or_on_load_so_far():
    _, told = told_of(diaries(12))
    (between,) = named(told, BETWEEN_HEADING).estimates
    assert between.p is None and between.low is not None
    load = named(told, dose.LOAD_HEADING)
    assert load.estimates == () and load.note.startswith(LOAD_CAUTION)
    assert list(load.table) == ["week", "pain", "drops", "n"]
    assert "p" not in load.table and " p " not in words(load)


def test_groups_made_from_the_result_have_no_p_under_any_heading():
    days = diaries(12)
    days = replace(days, tendons=days.tendons.assign(satisfied=["yes", "no"] * 12))
    made, told = told_of(days, "satisfied")
    assert made.found.withheld
    sections = dose.say(told)
    assert [one.p for section in sections for one in section.estimates] == [None] * 5
    assert sections[0].estimates == () and "made from the result" in sections[0].sentence
    assert "no p stands" in sections[1].note
    assert len(told.people) == 24 and not told.load.empty


def test_load_so_far_is_counted_by_hand():
    felt = every(range(28), 40.0)
    rows = [pain(f"p{i}", felt) for i in range(3)]
    rows += [sessions(f"p{i}", {0: 90.0, 6: 30.0 * i, 7: 60.0}) for i in range(3)]
    tendons = {"person": [f"p{i}" for i in range(3)], "arm": ["a"] * 3}
    made = cohort(days_of(*rows, tendons=tendons), Asked("arm", week=3))
    load = dose.work(made).load
    assert load["week"].tolist() == [1, 2, 3]
    assert load["drops"].tolist() == [120.0, 180.0, 180.0]
    assert load["pain"].tolist() == [40.0] * 3 and load["n"].tolist() == [3] * 3


def test_drops_before_the_start_and_people_without_any_are_not_in_the_load():
    felt = every(range(7), 40.0)
    rows = [pain(f"p{i}", felt) for i in range(5)]
    rows += [sessions(f"p{i}", {-3: 500.0, 0: 90.0}) for i in range(3)]
    rows += [sessions("p3", {-3: 500.0})]
    tendons = {"person": [f"p{i}" for i in range(5)], "arm": ["a"] * 5}
    load = dose.work(cohort(days_of(*rows, tendons=tendons), Asked("arm"))).load
    assert (load["drops"].tolist(), load["n"].tolist()) == ([90.0], [3])


def test_two_people_of_a_group_have_no_mean_of_load():
    rows = [pain(f"p{i}", every(range(7), 40.0)) for i in range(2)]
    rows += [sessions(f"p{i}", every(range(7), 90.0)) for i in range(2)]
    tendons = {"person": ["p0", "p1"], "arm": ["a", "b"]}
    _, told = told_of(days_of(*rows, tendons=tendons))
    assert named(told, dose.LOAD_HEADING).sentence == dose.NO_LOAD


def test_people_are_drawn_at_the_means_that_the_estimate_is_made_from():
    made, told = told_of(diaries(12))
    found = engine(made.days, made.outcomes)
    assert told.people["drops"].tolist() == found.people["drops"].tolist()
    (between,) = named(told, BETWEEN_HEADING).estimates
    assert sum(between.n.values()) == len(told.people) == 24


def test_without_drops_done_only_the_prescribed_is_told():
    made, told = told_of(diaries(12, done=False))
    assert dose.fits(made)
    assert [one.title for one in dose.say(told)] == [prescribed.TITLE, "As done"]
    felt = [pain(f"p{i}", every(range(14), 50.0)) for i in range(4)]
    tendons = {"person": [f"p{i}" for i in range(4)], "arm": list("abab")}
    assert not dose.fits(cohort(days_of(*felt, tendons=tendons), Asked("arm")))


def test_done_drops_alone_are_told_where_nothing_was_prescribed():
    made = cohort(diaries(12, asked=False), Asked("arm"))
    assert dose.fits(made)
    told = dose.work(made)
    assert "does not say how many" in named(told, prescribed.TITLE).sentence
    assert named(told, WITHIN_HEADING).estimates


@pytest.mark.parametrize("by", ["arm", "drops_per_day"])
@pytest.mark.parametrize("aliased", [False, True])
def test_no_sentence_claims_a_cause(by, aliased):
    for section in dose.say(told_of(diaries(12, aliased=aliased), by)[1]):
        assert not CAUSAL.search(words(section))
