"""A planned study to take away: its numbers, its curve and what it takes to make them again."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from analysis.estimate import Estimate
from analysis.planning.simulated import World
from analysis.planning.study import Study

TYPED = "typed"
COLUMNS = ["part", "name", "value", "low", "high", "unit", "people", "how"]


def choices(found: Study, scatter_from: str) -> dict[str, Any]:
    """Return every choice behind a planned study as plain values.

    ``scatter_from`` says where standard deviations and correlation come from.

    Examples
    --------
    >>> from analysis.planning.plan import Plan, Scatter
    >>> from analysis.planning.study import study
    >>> choices(study(Plan(Scatter(20, 20, 0.5)), people=14), "typed")["end_sd"]
    20
    """
    told = asdict(found.plan)
    scatter = told.pop("scatter")
    return {**scatter, "scatter_from": scatter_from, **told, "people": found.people}


def simulation_choices(world: World, people: int, runs: int, seed: int) -> dict[str, Any]:
    """Return every choice behind simulated studies as plain values.

    Examples
    --------
    >>> simulation_choices(World(), people=14, runs=300, seed=1)["studies"]
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
        part (result, simulated, power curve, setting), name, value, low, high, unit,
        people (in each group or cell), how (the method; of a setting its words).
        Settings stand flat, one a row, named by their place.
    """
    rows = [
        *(_result("result", one) for one in found.estimates),
        *(_result("simulated", one) for one in simulated),
        *_curve(found.curve),
        *(_setting(name, value) for name, value in _flat(settings)),
    ]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"people": "Int64"})


def _result(part: str, one: Estimate) -> dict[str, Any]:
    numbers = {"value": one.estimate, "low": one.low, "high": one.high, "unit": one.unit}
    how = " ".join([f"{one.method}.", *one.warnings])
    return {"part": part, "name": one.name, **numbers, "people": sum(one.n.values()), "how": how}


def _curve(curve: pd.DataFrame) -> list[dict[str, Any]]:
    told = curve.rename(columns={"power": "value"}).drop(columns="left")
    return told.assign(part="power curve", name="Power", unit="%").to_dict("records")


def _setting(name: str, value: Any) -> dict[str, Any]:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return {"part": "setting", "name": name, "value" if number else "how": _plain(value)}


def _plain(value: Any) -> Any:
    words = {True: "yes", False: "no", None: "none"}
    return words[value] if value is None or isinstance(value, bool) else value


def _flat(settings: Mapping[str, Any] | list[Any], above: str = "") -> Iterator[tuple[str, Any]]:
    pairs = settings.items() if isinstance(settings, Mapping) else enumerate(settings, 1)
    for name, value in pairs:
        place = f"{above} {name}".strip()
        if isinstance(value, Mapping | list):
            yield from _flat(value, place)
        else:
            yield place, value
