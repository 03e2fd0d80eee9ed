"""A planned study to take away: its numbers, its curve and what it takes to make them again."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from analysis.estimate import Estimate
from analysis.planning.simulated import World
from analysis.planning.study import Study
from analysis.taken_away import long_table, result_rows, setting_rows

TYPED = "typed"


def choices(found: Study, told_by: str) -> dict[str, Any]:
    """Return every choice behind a planned study as plain values.

    ``told_by`` says where standard deviations and correlation, or the share, come from.

    Examples
    --------
    >>> from analysis.planning.pain import PainPlan, Scatter
    >>> from analysis.planning.study import study
    >>> choices(study(PainPlan(Scatter(20, 20, 0.5)), people=14), "typed")["end_sd"]
    20
    """
    told = asdict(found.plan)
    return {
        "outcome": found.plan.outcome,
        **told.pop("scatter", {}),
        f"{found.plan.likeness}_from": told_by,
        **told,
        "people": found.people,
    }


def simulation_choices(world: World, people: int, runs: int, seed: int) -> dict[str, Any]:
    """Return every choice behind simulated studies as plain values.

    Examples
    --------
    >>> from analysis.planning.pain_trials import PainWorld
    >>> simulation_choices(PainWorld(), people=14, runs=300, seed=1)["studies"]
    300
    """
    return {**asdict(world), "people_simulated": people, "studies": runs, "seed": seed}


def taken_away(
    found: Study, simulated: tuple[Estimate, ...], settings: Mapping[str, Any]
) -> pd.DataFrame:
    """Return one table of results, what simulated studies say, the power curve and the settings.

    Returns
    -------
    pandas.DataFrame
        The columns of :data:`analysis.taken_away.COLUMNS`; part is result, simulated,
        power curve or setting, people those in each group or cell.
    """
    return long_table(
        [
            *result_rows("result", found.estimates),
            *result_rows("simulated", simulated),
            *_curve(found.curve),
            *setting_rows(settings),
        ]
    )


def _curve(curve: pd.DataFrame) -> list[dict[str, Any]]:
    told = curve.rename(columns={"power": "value"}).drop(columns="left")
    return told.assign(part="power curve", name="Power", unit="%").to_dict("records")
