"""The table of a planned study holds its numbers and all that it takes to make them again."""

from dataclasses import replace
from io import StringIO

import pandas as pd
import pytest

from analysis.estimate import Estimate
from analysis.export import csv_of
from analysis.planning.pain import PainPlan
from analysis.planning.pain_trials import PainWorld
from analysis.planning.scatter import Scatter
from analysis.planning.share import SharePlan
from analysis.planning.share_trials import ShareWorld
from analysis.planning.simulated import simulate_power
from analysis.planning.study import study
from analysis.planning.taken_away import choices, simulation_choices, taken_away
from analysis.reading import Answers
from analysis.settings import settings

PLAN = PainPlan(Scatter(20.0, 18.0, -0.1), difference=15.0, lost=0.2)


def table(simulated: tuple[Estimate, ...] = (), **more) -> pd.DataFrame:
    found = study(PLAN, 14)
    chosen = {**choices(found, "typed"), **more}
    away = taken_away(found, simulated, settings((), Answers(), {}, chosen))
    return pd.read_csv(StringIO(csv_of(away)))


def part(away: pd.DataFrame, name: str) -> pd.DataFrame:
    return away[away["part"] == name].set_index("name")


def test_results_and_curve_are_those_shown():
    away, found = table(), study(PLAN, 14)
    assert part(away, "result")["value"].tolist() == pytest.approx(
        [one.estimate for one in found.estimates]
    )
    curve = part(away, "power curve")
    assert curve["people"].tolist() == found.curve["people"].tolist()
    assert curve["value"].tolist() == pytest.approx(found.curve["power"].tolist())


def test_the_settings_alone_make_the_same_plan_again():
    told = part(table(), "setting")
    number = told["value"].to_dict()
    again = replace(
        PLAN,
        scatter=Scatter(*(number[f"chosen {name}"] for name in ("end_sd", "baseline_sd", "r"))),
        difference=number["chosen difference"],
        lost=number["chosen lost"],
    )
    assert again == PLAN
    assert (number["chosen power"], number["chosen level"]) == (0.8, 0.05)
    assert told["how"]["chosen adjusted"] == "yes" and told["how"]["chosen margin"] == "none"
    assert told["how"]["chosen scatter_from"] == "typed"
    assert told["how"]["versions numpy"].split(".")[0].isdigit()


def test_simulated_studies_come_with_their_seed_and_world():
    *_, step = simulate_power(PLAN, 12, PainWorld(), runs=2, seed=7)
    away = table((step.power,), **simulation_choices(PainWorld(sorer_leave=True), 12, 2, 7))
    one, told = part(away, "simulated").loc["Power"], part(away, "setting")
    assert (one["value"], one["people"]) == (step.power.estimate, 12)
    assert told["value"]["chosen seed"] == 7 and told["value"]["chosen studies"] == 2
    assert told["how"]["chosen sorer_leave"] == "yes"


def test_a_share_is_taken_away_with_what_makes_it_again():
    plan = SharePlan(0.6, -20.0, lost=0.1)
    *_, step = simulate_power(plan, 12, ShareWorld(noes_leave=True), runs=2, seed=7)
    found = study(plan, 40)
    chosen = choices(found, "typed") | simulation_choices(ShareWorld(noes_leave=True), 12, 2, 7)
    away = taken_away(found, (step.power,), settings((), Answers(), {}, chosen))
    told = part(pd.read_csv(StringIO(csv_of(away))), "setting")
    number = told["value"].to_dict()
    again = (number[f"chosen {name}"] for name in ("share", "difference"))
    assert SharePlan(*again, lost=number["chosen lost"]) == plan
    assert told["how"]["chosen outcome"] == "share" and told["how"]["chosen noes_leave"] == "yes"
    assert part(away, "result")["unit"].tolist()[1:] == ["percentage points", "%"]
    assert part(away, "simulated").loc["Power", "people"] == 12
