"""Which tendon: blank sides, and rows that stand for both."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.model import SIDES
from analysis.reading.one_file import Draft
from analysis.wording import plural

OF_ONE_TENDON = ("sessions", "pain")
"""Tables in which a row must be of one tendon; elsewhere a blank side is the person's."""

CHOICES = (("left", "left"), ("right", "right"))
BOTH = "both"
BOTH_REPS = (
    ("each", "For each leg: 45 is 45 left and 45 right"),
    ("together", "Both legs together: 45 is 22.5 left and 22.5 right"),
)


def settle_sides(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the files with the side of every session and reading told where it can be.

    ``both`` becomes a row for each side. A blank side is the person's only tendon;
    where two are known the file is asked, and its blank rows wait.
    """
    drafts = tuple(_two_for_both(draft) for draft in drafts)
    sides = _known_sides(drafts)
    return tuple(_filled(draft, sides) for draft in drafts)


def _two_for_both(draft: Draft) -> Draft:
    tables = dict(draft.tables)
    for name, frame in draft.tables.items():
        both = frame["side"].eq(BOTH).to_numpy(dtype=bool)
        if not both.any():
            continue
        share = _share(draft, int(both.sum())) if name == "sessions" else 1.0
        if name in ("measures", "events", "activities"):
            tables[name] = frame.assign(side=frame["side"].mask(both))
        else:
            tables[name] = _doubled(frame, both, share)
    return replace(draft, tables=tables)


def _share(draft: Draft, n: int) -> float | None:
    """Return which share of a row's reps each leg did; None while that is open."""
    answer = draft.ledger.ask(
        "both_reps",
        "Some rows are for both sides. Are their reps for each leg, or both legs together?",
        BOTH_REPS,
        plural(n, "session"),
    )
    return {"each": 1.0, "together": 0.5, None: None}[answer]


def _doubled(frame: pd.DataFrame, both: np.ndarray, share: float | None) -> pd.DataFrame:
    if share is None:
        return frame[~both].reset_index(drop=True)
    copies = np.where(both, 2, 1)
    rows = np.repeat(np.arange(len(frame)), copies)
    second = np.diff(rows, prepend=-1) == 0
    doubled = frame.iloc[rows].reset_index(drop=True)
    is_both = both[rows]
    side = doubled["side"].mask(is_both, np.where(second, SIDES[1], SIDES[0]))
    doubled = doubled.assign(side=side)
    if share == 1.0:
        return doubled
    return doubled.assign(reps=doubled["reps"].where(~is_both, doubled["reps"] * share))


def _known_sides(drafts: Sequence[Draft]) -> pd.Series:
    """Return each person's side, ``both`` where two are known."""
    seen = [
        frame.loc[frame["side"].notna(), ["person", "side"]].drop_duplicates()
        for draft in drafts
        for frame in draft.tables.values()
    ]
    if not seen:
        return pd.Series(dtype="str")
    distinct = pd.concat(seen).drop_duplicates()
    by_person = distinct.groupby("person")["side"]
    return by_person.first().mask(by_person.size() > 1, BOTH)


def _filled(draft: Draft, sides: pd.Series) -> Draft:
    tables = dict(draft.tables)
    for name in (*OF_ONE_TENDON, "prescriptions"):
        if name in tables:
            tables[name] = _only_tendon(tables[name], sides)
    tables |= _one_of_two(draft, {n: tables[n] for n in OF_ONE_TENDON if n in tables})
    if "prescriptions" in tables:
        frame = tables["prescriptions"]
        both = frame["side"].eq(BOTH).to_numpy(dtype=bool)
        tables["prescriptions"] = _doubled(frame, both, 1.0)
    return replace(draft, tables=tables)


def _only_tendon(frame: pd.DataFrame, sides: pd.Series) -> pd.DataFrame:
    blank = frame["side"].isna()
    if not blank.any():
        return frame
    known = frame["person"].map(sides).astype("str")
    return frame.assign(side=frame["side"].fillna(known))


def _one_of_two(draft: Draft, tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables with rows of unknown side on the side told, or without them."""
    unsure = {name: frame["side"].eq(BOTH) for name, frame in tables.items()}
    n = sum(int(where.sum()) for where in unsure.values())
    if n == 0:
        return tables
    told = draft.ledger.ask(
        "side",
        "Some rows name no side, and both sides of that person are known. Which one is it?",
        CHOICES,
        plural(n, "row"),
    )
    if told is None:
        return {n: f[~unsure[n]].reset_index(drop=True) for n, f in tables.items()}
    return {n: f.assign(side=f["side"].mask(unsure[n], told)) for n, f in tables.items()}
