"""Results to take away: one long table of numbers, findings, counts and all choices."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.estimate import Estimate, LeftOut

COLUMNS = {
    "part": "str",
    "name": "str",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "level": "float64",
    "p": "float64",
    "unit": "str",
    "people": "Int64",
    "groups": "str",
    "left_out": "str",
    "how": "str",
}
"""Columns of the long table: a value, of what, in which unit, of how many, and how it was made."""


def long_table(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows as one table with all of :data:`COLUMNS`; what a row lacks is missing."""
    return pd.DataFrame(list(rows), columns=list(COLUMNS)).astype(COLUMNS)


def result_rows(part: str, estimates: Iterable[Estimate]) -> Iterator[dict[str, Any]]:
    """Yield a row for each estimate; ``how`` is its method and what a reader has to know.

    Examples
    --------
    >>> one = Estimate("a minus b", "Welch's t", 3.0, "points", {"a": 9, "b": 8}, low=1.0, high=5.0)
    >>> row = next(result_rows("headline", [one]))
    >>> row["people"], row["groups"], row["how"]
    (17, 'a: 9, b: 8', "Welch's t.")
    """
    for one in estimates:
        told = one.as_dict()
        yield {
            "part": part,
            "name": one.name,
            "value": told["estimate"],
            **{name: told[name] for name in ("low", "high", "p", "unit")},
            "level": None if told["low"] is None else one.level,
            "people": sum(one.n.values()),
            "groups": ", ".join(f"{group}: {n}" if group else str(n) for group, n in one.n.items()),
            "left_out": left_out_words(one.left_out),
            "how": " ".join([f"{one.method}.", *told["warnings"]]),
        }


def left_out_words(left_out: Iterable[LeftOut]) -> str:
    """Return who is not in a number, in words.

    Examples
    --------
    >>> left_out_words([LeftOut("no end", 2), LeftOut("no baseline", 1)])
    'no end: 2; no baseline: 1'
    """
    return "; ".join(f"{out.reason}: {out.n}" for out in left_out)


def cell_rows(part: str, title: str, table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield a row for each cell of a table, named by its row and column.

    Examples
    --------
    >>> counts = pd.DataFrame({"90": [9]}, index=["flat"])
    >>> next(cell_rows("crossing", "people", counts))
    {'part': 'crossing', 'name': 'people: flat, 90', 'value': 9.0}
    """
    for at, cells in zip(table.index, table.to_dict("records"), strict=True):
        row = ", ".join(map(str, at)) if isinstance(at, tuple) else str(at)
        for column, cell in cells.items():
            yield {"part": part, "name": f"{title}: {row}, {column}", **_value(cell)}


def said_row(part: str, name: str, sentence: str) -> dict[str, Any]:
    """Return a row for something that is said in words."""
    return {"part": part, "name": name, "how": sentence}


def setting_rows(settings: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the settings flat, one a row, named by their place; numbers as values.

    Examples
    --------
    >>> [(row["name"], row.get("value")) for row in setting_rows({"chosen": {"seed": 7}})]
    [('chosen seed', 7.0)]
    """
    for name, value in _flat(settings):
        yield {"part": "setting", "name": name, **_value(value)}


def _value(value: Any) -> dict[str, Any]:
    """Return a number as a value, anything else as words."""
    if isinstance(value, bool):
        return {"how": "yes" if value else "no"}
    if isinstance(value, int | float):
        return {"value": float(value)}
    return {"how": "none" if value is None else str(value)}


def _flat(settings: Mapping[str, Any] | list[Any], above: str = "") -> Iterator[tuple[str, Any]]:
    pairs = settings.items() if isinstance(settings, Mapping) else enumerate(settings, 1)
    for name, value in pairs:
        place = f"{above} {name}".strip()
        if isinstance(value, Mapping | list):
            yield from _flat(value, place)
        else:
            yield place, value
