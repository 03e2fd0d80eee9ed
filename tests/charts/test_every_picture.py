"""What holds for every picture, built on hand-made frames."""

import json
import re
from functools import cache

import numpy as np
import pandas as pd
import pytest

from analysis.charts.added_mass import added_mass
from analysis.charts.calendar import calendar
from analysis.charts.coverage import coverage
from analysis.charts.drops_so_far import drops_so_far
from analysis.charts.estimation import estimation
from analysis.charts.load import pain_against_load
from analysis.charts.phases import phases
from analysis.charts.picture import MOST_MARKS, NEUTRAL, Picture
from analysis.charts.power import power
from analysis.charts.proportions import proportions
from analysis.charts.published import published as beside_published
from analysis.charts.recovery import recovery
from analysis.charts.resamples import resamples
from analysis.charts.response import response
from analysis.charts.rule_days import rule_days
from analysis.charts.scores import scores
from analysis.charts.side_by_side import side_by_side
from analysis.charts.sport import sport
from analysis.charts.studies import success
from analysis.charts.trajectories import trajectories
from analysis.charts.trend import trend
from analysis.charts.weekly_dose import weekly_dose
from analysis.charts.who_does_more import who_does_more
from analysis.estimate import Estimate
from analysis.rules import statements
from tests import diaries
from tests.charts.frames import (
    beside_of,
    days_of,
    difference,
    doers,
    drops_of,
    loads,
    modelled,
    people_of,
    published,
    shares,
    tendon_days,
    units,
    weekly_of,
    weeks_of_people,
)
from tests.rules.built import during

COURSE, YEARS = 84, 1095
LINES = ("line", "area")


def picture_of_recovery(days: int, dated: bool = True, variants=("flat straight",)) -> Picture:
    frame = tendon_days(days, dated)
    contexts = ["during", "morning"]
    weekly = {context: weekly_of(frame, context) for context in contexts}
    drops = drops_of(frame, variants)
    return recovery(frame=frame, drops=drops, weekly=weekly, contexts=contexts)


def picture_of_load(days: int) -> Picture:
    frame = tendon_days(days)
    points = frame.assign(load=frame["drops"].fillna(0).cumsum(), pain=frame["pain_morning"])
    return pain_against_load(points, context="morning", load_unit="drops", note="A caution.")


def picture_of_trend(dated: bool = True) -> Picture:
    frame = tendon_days(COURSE, dated).dropna(subset=["pain_morning"])
    points = frame[["day", "date"]].assign(pain=frame["pain_morning"], line=70 - frame["day"] / 2)
    return trend(points, context="morning")


def picture_of_phases(dated: bool = True, fitted: bool = True) -> Picture:
    frame = tendon_days(COURSE, dated).dropna(subset=["pain_morning"])
    line = 70 - frame["day"] / 2 if fitted else np.nan
    phase = np.where(frame["day"] > 42, "after", "before")
    points = frame[["day", "date"]].assign(pain=frame["pain_morning"], line=line, phase=phase)
    return phases(points, context="morning", day=42, what="added weight from 0 to 5 kg")


def picture_of_tendons(days: int) -> Picture:
    frame = tendon_days(days)
    weekly = {label: weekly_of(frame, "morning") for label in ("left", "right")}
    felt = {"pain_left": frame["pain_morning"], "pain_right": frame["pain_during"]}
    columns = frame[["day", "week", "date"]].assign(**felt)
    return side_by_side(frame=columns, weekly=weekly, context="morning")


def picture_of_response(days: int, line: bool = True) -> Picture:
    frame = tendon_days(days).dropna(subset=["drops", "pain_morning"])
    told = frame[["day", "drops"]].assign(pain=frame["pain_morning"])
    more = {"more_load": told["drops"] - 80, "more_pain": told["pain"] - told["pain"].mean()}
    limits = {"low": -1.0, "high": 4.0} if line else {"no_interval": "drops hardly differ"}
    value = 1.5 if line else None
    drops = Estimate("Pain, for 30 drops more", "GLS", value, "points", {"pairs": 9}, **limits)
    return response(
        told.rename(columns={"drops": "load"}).assign(**more), drops, step=30.0, unit="drops"
    )


def picture_of_rules() -> Picture:
    one = diaries.days_of(during({3: 60, 30: 80, 40: 30}))
    return rule_days(one.frame(0)[["day", "date"]], statements(one, "article"))


def picture_of_scores(dated: bool = True) -> Picture:
    day = pd.Series([0.0, 42.0, 84.0] * 2)
    date = pd.Timestamp("2026-08-24") + pd.to_timedelta(day, unit="D") if dated else pd.NaT
    measure = ["visa_a"] * 3 + ["global rating"] * 3
    told = {"measure": measure, "value": [45.0, 60.0, 82.0, -1.0, 2.0, 4.0]}
    return scores(pd.DataFrame({**told, "day": day, "date": date}))


def picture_of_doses(weeks: int) -> Picture:
    week = list(range(1, weeks + 1))
    told = {"week": week, "days_logged": 6, "done": 540.0, "prescribed": 630.0}
    return weekly_dose(pd.DataFrame({**told, "flat": 450.0, "step": 90.0}), unit="drops")


def picture_of_estimation(n: int) -> Picture:
    people, unit = people_of(n=n), "points VAS 0-100"
    return estimation(people=people, headline=[difference()], by="arm", unit=unit)


def picture_of_weeks(n: int, weeks=range(1, 13), fitted: bool = False) -> Picture:
    lines, means = weeks_of_people(n, weeks)
    model = modelled(means) if fitted else None
    return trajectories(lines=lines, means=means, week=12, model=model)


def picture_of_power(known: bool) -> Picture:
    people = np.arange(2, 60)
    chance = 100 * (1 - np.exp(-people / 20))
    limits = {"low": chance - 9, "high": chance + 4} if known else {"low": np.nan, "high": np.nan}
    curve = pd.DataFrame({"people": people, "power": chance, **limits})
    told = {"what": ["needed", "there are"], "people": [33, 14], "power": [80.8, 50.3]}
    more = {"what": ["simulated"], "people": [33], "power": [76.0], "low": [70.0], "high": [81.0]}
    points = pd.DataFrame(told).assign(low=np.nan, high=np.nan)
    points = pd.concat([points, pd.DataFrame(more)], ignore_index=True) if known else points
    said = {"cell": "group", "what": "to find 15 points", "rests_on": "share"}
    return power(curve, points, asked=80.0, **said)


def picture_of_resamples() -> Picture:
    edges = np.arange(-15.0, 0.0, 0.5)
    count = np.round(900 * np.exp(-((edges + 8) ** 2) / 8)).astype(int)
    told = {"from (points)": edges, "to (points)": edges + 0.5, "resamples": count}
    return resamples(difference(), pd.DataFrame(told))


PICTURES = {
    "resamples": lambda: picture_of_resamples(),
    "recovery": lambda: picture_of_recovery(COURSE),
    "recovery undated": lambda: picture_of_recovery(COURSE, dated=False),
    "recovery of two variants": lambda: picture_of_recovery(COURSE, variants=("a", "b")),
    "recovery of years": lambda: picture_of_recovery(YEARS),
    "load": lambda: picture_of_load(COURSE),
    "load of ten years": lambda: picture_of_load(3650),
    "trend": lambda: picture_of_trend(),
    "trend undated": lambda: picture_of_trend(dated=False),
    "before and after": lambda: picture_of_phases(),
    "before and after undated": lambda: picture_of_phases(dated=False),
    "before and after without lines": lambda: picture_of_phases(fitted=False),
    "added mass": lambda: added_mass(tendon_days()),
    "added mass of years": lambda: added_mass(tendon_days(YEARS)),
    "sport": lambda: sport(tendon_days()),
    "sport of years": lambda: sport(tendon_days(YEARS)),
    "calendar": lambda: calendar(tendon_days()),
    "calendar of years": lambda: calendar(tendon_days(YEARS)),
    "days of the rules": lambda: picture_of_rules(),
    "calendar of pain": lambda: calendar(tendon_days(dated=False), pain="morning"),
    "day after": lambda: picture_of_response(COURSE),
    "day after for years": lambda: picture_of_response(3650),
    "day after without a line": lambda: picture_of_response(COURSE, line=False),
    "scores": lambda: picture_of_scores(),
    "scores undated": lambda: picture_of_scores(dated=False),
    "two tendons": lambda: picture_of_tendons(COURSE),
    "two tendons for years": lambda: picture_of_tendons(YEARS),
    "weekly dose": lambda: picture_of_doses(12),
    "weekly dose of years": lambda: picture_of_doses(160),
    "estimation": lambda: picture_of_estimation(12),
    "estimation of thousands": lambda: picture_of_estimation(5000),
    "trajectories": lambda: picture_of_weeks(5),
    "trajectories with a model": lambda: picture_of_weeks(300, fitted=True),
    "trajectories of thousands": lambda: picture_of_weeks(2000, (0, 4, 12)),
    "who does more": lambda: who_does_more(doers(12)),
    "who does more of thousands": lambda: who_does_more(doers(2000)),
    "drops so far": lambda: drops_so_far(loads(12), note="A caution."),
    "drops so far of long names": lambda: drops_so_far(
        loads(104).assign(group="Alfredson step 180"), note="A caution."
    ),
    "proportions": lambda: proportions(shares()),
    "studies": lambda: success(*published()),
    "beside published pain": lambda: beside_published(beside_of(), "Pain at start and end"),
    "beside published shares": lambda: beside_published(beside_of(share=True), "Satisfied"),
    "power": lambda: picture_of_power(known=False),
    "power from an own log, simulated": lambda: picture_of_power(known=True),
    "coverage": lambda: coverage(days_of()),
    "coverage of one, of years": lambda: coverage(days_of(1, YEARS)),
}


@cache
def built(name: str) -> Picture:
    return PICTURES[name]()


@cache
def spec_of(name: str) -> dict:
    return built(name).chart.to_dict()


every_picture = pytest.mark.parametrize("name", PICTURES)


@every_picture
def test_says_what_it_shows_in_words_and_numbers(name):
    picture = built(name)
    assert picture.title and "\n" not in picture.title
    assert re.search(r"\d", picture.alt)
    assert re.fullmatch(r"[a-z_]+", picture.name)
    assert len(picture.table)


@every_picture
def test_has_a_table_of_plain_columns(name):
    table = built(name).table
    assert not any(isinstance(dtype, pd.CategoricalDtype) for dtype in table.dtypes)
    assert all(isinstance(column, str) for column in table)


@every_picture
def test_has_at_most_2000_marks(name):
    spec = spec_of(name)
    marks = sum(
        len(spec["datasets"][unit["data"]["name"]])
        for unit in units(spec)
        if unit["mark"]["type"] not in LINES
    )
    assert 0 < marks <= MOST_MARKS


@every_picture
def test_fits_its_place_and_offers_no_outside_editor(name):
    spec = spec_of(name)
    assert spec["autosize"] == {"type": "fit-x", "contains": "padding"}
    assert spec["usermeta"] == {"embedOptions": {"actions": False}}
    assert not any("width" in unit for unit in units(spec))


@every_picture
def test_shows_every_pain_axis_whole(name):
    for unit in units(spec_of(name)):
        for channel in ("x", "y"):
            encoding = unit["encoding"].get(channel, {})
            title = (encoding.get("axis") or {}).get("title") or ""
            if "Pain" in title and "VAS" in title:
                assert encoding["scale"]["domain"] == [0, 100]


@every_picture
def test_never_has_two_scales_on_one_panel(name):
    def look(part: dict) -> None:
        assert "x" not in part.get("resolve", {}).get("scale", {})
        assert "y" not in part.get("resolve", {}).get("scale", {})
        for inner in (*part.get("layer", ()), *part.get("vconcat", ())):
            look(inner)

    look(spec_of(name))


@every_picture
def test_leaves_colours_to_the_theme(name):
    spec = {key: value for key, value in spec_of(name).items() if key not in ("config", "datasets")}
    assert set(re.findall(r"#[0-9a-fA-F]{6}", json.dumps(spec))) <= {NEUTRAL}
    assert "scheme" not in json.dumps(spec)


@every_picture
def test_never_tells_things_apart_by_colour_alone(name):
    for unit in units(spec_of(name)):
        colour = unit["encoding"].get("color")
        if colour and colour.get("legend") and unit["mark"]["type"] == "point":
            told = {"shape", "strokeDash", "size"} & set(unit["encoding"])
            assert told or colour["type"] == "quantitative"
