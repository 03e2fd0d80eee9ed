"""Columns for each leg: repetitions left and right, side by side in one row."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.model import SIDES
from analysis.reading.columns import field_of
from analysis.reading.ledger import Ledger
from analysis.reading.pain_columns import CONTEXT_OF
from analysis.reading.raw import RawTable
from analysis.reading.words import plain, word_of
from analysis.reading.writers.writer import Part, rows_where, with_column

REPS = ("reps", "reps_total")
BOTH = "both"
EACH_LEG = "Left and right have columns of their own; each leg has its sessions and its pain."
OF_A_LEG = {*REPS, "sets", "added_kg", *CONTEXT_OF}
OF_A_SESSION = {
    *("sets", "added_kg", "weight_unit", "exercise", "variant", "surface", "lift_cm", "knee"),
    *("lowering_only", "seconds", "stopped", "source", "set_number"),
}
WHOSE_AND_WHEN = {"person", "date", "clock", "day", "week"}


def by_leg(
    raw: RawTable, fields: Mapping[int, str], ledger: Ledger, pairs: Iterable[str] = REPS
) -> list[Part]:
    """Return the sessions of each leg and the rest of the rows; one part where no leg is named.

    A blank is no session of that leg. What the rest holds is of the one leg that has
    repetitions; of both, the row does not say whose it is.

    Parameters
    ----------
    fields : mapping of position to field
        What is known of the columns; those of a leg are told by their names.
    pairs : iterable of str
        Fields of which one for each leg tells that the columns are the legs' own.
    """
    known = {at: fields.get(at, field_of(name)) for at, name in enumerate(raw.header)}
    legs = _legs(raw.header, fields)
    mine = {side: {at: f for at, (leg, f) in legs.items() if leg == side} for side in SIDES}
    if "side" in known.values() or not _paired(mine, pairs):
        return [_of_both(raw, fields, known, legs)]
    ledger.note(EACH_LEG)
    filled = {side: _filled(raw, mine[side]) for side in SIDES}
    found = [
        _of_one(raw, side, filled[side], known, mine[side]) for side in SIDES if filled[side].any()
    ]
    return [*found, _rest(raw, fields, known, legs, filled)]


def _legs(header: tuple[str, ...], fields: Mapping[int, str]) -> dict[int, tuple[str, str]]:
    """Return the leg and the field of every column that names both, such as "left reps"."""
    found = {}
    for at, name in enumerate(header):
        side = word_of("side", name)
        told = fields.get(at)
        field = told if told in OF_A_LEG else _of_a_leg(name)
        if side and field:
            found[at] = (side, field)
    return found


def _of_a_leg(name: str) -> str | None:
    """Return the field that a name stands for, with or without the words for its side."""
    words = plain(name).split()
    tries = (words[:at] + words[to:] for at in range(len(words)) for to in range(at + 1, at + 3))
    rest = [" ".join(some) for some in tries if word_of("side", " ".join(some)) is None]
    return next((field for field in map(field_of, [name, *rest]) if field in OF_A_LEG), None)


def _paired(mine: Mapping[str, Mapping[int, str]], pairs: Iterable[str]) -> bool:
    left, right = (set(mine[side].values()) for side in SIDES)
    return not (left & right).isdisjoint(pairs)


def _filled(raw: RawTable, fields: Mapping[int, str]) -> np.ndarray:
    if not fields:
        return np.zeros(len(raw.cells), dtype=bool)
    return np.any([raw.cells[at].fillna("").ne("") for at in fields], axis=0)


def _of_one(
    raw: RawTable,
    side: str,
    filled: np.ndarray,
    known: Mapping[int, str | None],
    mine: Mapping[int, str],
) -> Part:
    """Return the rows of one leg: its own columns, and what is said of the session."""
    shared = (WHOSE_AND_WHEN | OF_A_SESSION) - set(mine.values())
    fields = {at: field if field in shared else "" for at, field in known.items()} | dict(mine)
    reps = _filled(raw, {at: field for at, field in mine.items() if field in REPS})
    sets = [at for at, field in fields.items() if field == "sets" and at not in mine]
    # Sets are those of the legs that have repetitions: a blank is no session of that leg.
    cells = raw.cells.copy()
    cells[sets] = cells[sets].where(pd.Series(reps, index=cells.index), "", axis=0)
    raw = replace(raw, cells=cells)
    rows = rows_where(raw, filled)
    rows, at = with_column(rows, "side", pd.Series(side, index=rows.cells.index))
    return Part(rows, fields | {at: "side"})


def _rest(
    raw: RawTable,
    fields: Mapping[int, str],
    known: Mapping[int, str | None],
    legs: Mapping[int, tuple[str, str]],
    filled: Mapping[str, np.ndarray],
) -> Part:
    used = {at: "" for at, field in known.items() if at in legs or field in OF_A_SESSION}
    left, right = (filled[side] for side in SIDES)
    alone = np.where(left & ~right, SIDES[0], np.where(right & ~left, SIDES[1], ""))
    raw, at = with_column(raw, "side", pd.Series(alone, index=raw.cells.index))
    return Part(raw, {**fields, **used, at: "side"})


def _of_both(
    raw: RawTable,
    fields: Mapping[int, str],
    known: Mapping[int, str | None],
    legs: Mapping[int, tuple[str, str]],
) -> Part:
    """Return all rows, those of both legs where the one column of repetitions says each leg."""
    each = {at: field for at, (side, field) in legs.items() if side == BOTH and field in REPS}
    if len(each) != 1 or not {"side", *REPS}.isdisjoint(known.values()):
        return Part(raw, fields)
    side = pd.Series(BOTH, index=raw.cells.index).where(_filled(raw, each), "")
    raw, at = with_column(raw, "side", side)
    return Part(raw, {**fields, **each, at: "side"})
