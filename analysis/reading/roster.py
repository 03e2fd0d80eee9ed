"""Who is in the log: one row for each person and side, with what is said of them."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.reading.one_file import Draft
from analysis.wording import plural

WHO = ["person", "side"]


def roster(drafts: Sequence[Draft], tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return one row for each tendon seen anywhere, sorted by person and side.

    A person of whom no side is known has one tendon without a side. What a file says
    without a side is said of each of the person's tendons; of what files say
    differently the first is kept, and noted.

    Parameters
    ----------
    tables : mapping of name to DataFrame
        The joined tables apart from ``tendons``.
    """
    said = [draft.tables["tendons"] for draft in drafts if "tendons" in draft.tables]
    tendons = _seen([*tables.values(), *said])
    for draft in drafts:
        if "tendons" in draft.tables:
            tendons = _with_words_of(tendons, draft)
    return tendons


def _seen(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    who = [
        (frame[WHO] if "side" in frame else frame[["person"]].assign(side=np.nan))
        .drop_duplicates()
        .astype("str")
        for frame in frames
    ]
    distinct = pd.concat(who).drop_duplicates().dropna(subset="person")
    known = distinct.loc[distinct["side"].notna(), "person"]
    sideless = distinct["side"].isna() & distinct["person"].isin(known)
    return distinct[~sideless].sort_values(WHO).reset_index(drop=True)


def _with_words_of(tendons: pd.DataFrame, draft: Draft) -> pd.DataFrame:
    """Return the tendons with what one file says of them in the cells still missing."""
    said = draft.tables["tendons"].drop(columns="line")
    sided = said["side"].notna()
    by_tendon = _first(said[sided], WHO)
    by_person = _first(said[~sided].drop(columns="side"), ["person"])
    for name in (name for name in said if name not in WHO):
        own = _looked_up(tendons, by_tendon, WHO, name)
        values = own.fillna(_looked_up(tendons, by_person, ["person"], name))
        tendons = tendons.assign(**{name: _merged(tendons, name, values, draft)})
    return tendons


def _first(said: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    return said.groupby(keys, sort=False).first().reset_index()


def _looked_up(tendons: pd.DataFrame, said: pd.DataFrame, keys: list[str], name: str) -> pd.Series:
    return tendons[keys].merge(said[[*keys, name]], on=keys, how="left")[name]


def _merged(tendons: pd.DataFrame, name: str, values: pd.Series, draft: Draft) -> pd.Series:
    if name not in tendons:
        return values
    before = tendons[name]
    if before.dtype != values.dtype:
        before, values = before.astype("str"), values.astype("str")
    unsure = int((before.notna() & values.notna() & (before != values)).sum())
    if unsure:
        draft.ledger.note(
            f"{name} is given otherwise in another file for {plural(unsure, 'tendon')}; "
            "the first file's is used."
        )
    return before.fillna(values)
