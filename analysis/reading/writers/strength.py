"""What strength logs have in common: rows that are sets, and the workouts they make up."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.reading.exercises import DROP, is_of_the_calf, taken_for
from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.values import times
from analysis.reading.words import plain
from analysis.reading.writers.writer import Part, column, rows_where, with_column

STRENGTH = "strength training"


def positions(header: tuple[str, ...], fields: Mapping[str, str]) -> dict[int, str]:
    """Return the field of every column by its plain name; "" for all others.

    Examples
    --------
    >>> positions(("Date", "Mood"), {"date": "date"})
    {0: 'date', 1: ''}
    """
    return {at: fields.get(plain(name), "") for at, name in enumerate(header)}


def known_positions(header: tuple[str, ...], fields: Mapping[str, str]) -> dict[int, str]:
    """Return the field of every column known by its plain name; others are left to be matched."""
    return {at: fields[plain(name)] for at, name in enumerate(header) if plain(name) in fields}


def workouts(
    raw: RawTable, when: str, name: str, exercise: str, fields: Mapping[str, str], ledger: Ledger
) -> list[Part]:
    """Return the workouts with other exercises than drops, one row each, as other sport.

    Parameters
    ----------
    when, name, exercise : str
        Plain names of the columns that tell workouts and exercises apart.
    fields : mapping of plain name to field
        What is said of the whole workout: its minutes, its note.
    """
    names = column(raw, exercise)
    other = names.map({text: _is_other(text, ledger) for text in names.unique()})
    rows = rows_where(raw, other.to_numpy(dtype=bool))
    told = pd.DataFrame({"when": column(rows, when), "name": column(rows, name)})
    rows = rows_where(rows, ~told.duplicated().to_numpy())
    if not len(rows.cells):
        return []
    sport = pd.Series(STRENGTH, index=rows.cells.index, dtype="str")
    rows, at = with_column(rows, "sport", sport)
    return [Part(rows, {**positions(rows.header, {when: "date", **fields}), at: "sport"})]


def _is_other(name: str, ledger: Ledger) -> bool:
    return taken_for(name, ledger.given) != DROP and not is_of_the_calf(name)


def minutes_between(starts: pd.Series, ends: pd.Series) -> pd.Series:
    """Return the minutes from one column of times to another as texts, blank where unknown."""
    begin, end = times(starts, "iso").values, times(ends, "iso").values
    minutes = (end - begin) / np.timedelta64(1, "m")
    told = pd.Series(minutes).map(lambda value: f"{value:g}", na_action="ignore")
    return told.where(pd.Series(minutes) > 0).astype("str").fillna("")
