"""Several files into one log: whose the unnamed are, which side, and what stands twice."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.model import ONE_PERSON, TABLES, TIME_COLUMN, Log, conform
from analysis.reading.heavy import settle_heavy
from analysis.reading.names import settle_names
from analysis.reading.one_file import Draft
from analysis.reading.roster import roster
from analysis.reading.sides import settle_sides
from analysis.wording import plural

WHO = ["person", "side"]


def join(drafts: Sequence[Draft]) -> tuple[Log, tuple[Draft, ...]]:
    """Return the log of several files, and the files with the entries that went into it.

    Entries of files that name nobody are the one person's whom the others name. A
    row counts as often as in the file that has it most.
    """
    drafts = settle_names(drafts)
    drafts = tuple(_named(draft, _names(drafts)) for draft in drafts)
    drafts = settle_sides(drafts)
    drafts = settle_heavy(drafts)
    tables = {name: _united(name, drafts) for name in TABLES if name != "tendons"}
    log = Log().with_tables(**tables, tendons=roster(drafts, tables))
    return log, drafts


def _names(drafts: Sequence[Draft]) -> list[str]:
    names = [f["person"].dropna().unique() for draft in drafts for f in draft.tables.values()]
    return sorted(set(np.concatenate(names))) if names else []


def _named(draft: Draft, names: list[str]) -> Draft:
    """Give the entries of a file that names nobody to the person whose they are."""
    frames = draft.tables.values()
    n = sum(len(frame) for frame in frames)
    if n == 0 or any(frame["person"].notna().any() for frame in frames):
        return draft
    who = names[0] if len(names) == 1 else ONE_PERSON
    if len(names) > 1:
        choices = tuple((name, name) for name in names)
        told = draft.ledger.ask(
            "person",
            "This file names nobody. Whose log is it?",
            choices,
            plural(n, "entry", "entries"),
        )
        if told is None:
            return replace(draft, tables={})
        who = told
    elif names:
        draft.ledger.note(f"They are taken as {who}'s, the one person named in the other files.")
    return replace(draft, tables={k: f.assign(person=who) for k, f in draft.tables.items()})


def _united(name: str, drafts: Sequence[Draft]) -> pd.DataFrame:
    """Return one table of all files, sorted by person and time."""
    mine = [draft for draft in drafts if name in draft.tables]
    frames = [conform(name, draft.tables[name]) for draft in mine]
    if not frames:
        return conform(name, pd.DataFrame())
    kept = frames[0]
    for draft, frame in zip(mine[1:], frames[1:], strict=True):
        fresh = _not_yet(kept, frame)
        n = len(frame) - len(fresh)
        if n:
            draft.ledger.note(f"Also in another file, counted once: {plural(n, 'row')} of {name}.")
        kept = pd.concat([kept, fresh], ignore_index=True)
    return in_order(name, kept)


def _not_yet(kept: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that the second file has more often than the first."""
    codes = pd.concat([kept, frame], ignore_index=True)
    row = codes.groupby(list(codes), dropna=False, sort=False).ngroup()
    before, here = row[: len(kept)], row[len(kept) :]
    times_before = np.bincount(before, minlength=len(row))
    nth_here = here.groupby(here).cumcount().to_numpy()
    return frame[nth_here >= times_before[here.to_numpy()]]


def in_order(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table by person, then by date, programme day or week; ties as they were."""
    keys = [column for column in ("week", "day", TIME_COLUMN[name]) if column in frame]
    person, _ = pd.factorize(frame["person"], sort=True)
    order = np.lexsort((*(_missing_first(frame[key]) for key in keys), person))
    if np.array_equal(order, np.arange(len(order))):
        return frame
    return frame.iloc[order].reset_index(drop=True)


def _missing_first(key: pd.Series) -> np.ndarray:
    """Return a key whose missing values sort first: what holds from the beginning."""
    if key.dtype == "float64":
        return key.fillna(-np.inf).to_numpy()
    return key.to_numpy().view("int64")
