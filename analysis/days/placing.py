"""Where each row belongs: which tendon, and which day of its programme."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from analysis.model import TIME_COLUMN, Log

UNPLACED = -1
NO_DAY = np.iinfo(np.int64).min
SIDE_CODES = {"left": 0, "right": 1}
SIDE_MISSING = 2
WEEK_DAYS = 7


def tendons_of(log: Log) -> pd.DataFrame:
    """Return one row per tendon: those the log lists, and any that only its rows name.

    A row without a side is the person's only tendon where another names its side.
    """
    seen = pd.concat(
        [frame[["person", "side"]] for frame in (log.tendons, log.sessions, log.pain)],
        ignore_index=True,
    ).drop_duplicates()
    sided = set(seen.loc[seen["side"].notna(), "person"])
    seen = seen[seen["side"].notna() | ~seen["person"].isin(sided)]
    told = log.tendons.drop_duplicates(["person", "side"])
    alone = told["side"].isna() & told["person"].isin(sided)
    attributes = told[~alone] if alone.any() else told
    return seen.merge(attributes, on=["person", "side"], how="left").reset_index(drop=True)


def tendon_codes(frame: pd.DataFrame, tendons: pd.DataFrame) -> np.ndarray:
    """Return the position of each row's tendon, or -1 where it cannot be placed.

    A person's only tendon takes all of their rows; where a person has two, a row
    without a side belongs to neither.

    Examples
    --------
    >>> two = pd.DataFrame({"person": ["a", "a"], "side": ["left", "right"]})
    >>> rows = pd.DataFrame({"person": ["a", "a"], "side": ["right", None]})
    >>> tendon_codes(rows, two).tolist()
    [1, -1]
    """
    people = pd.Index(tendons["person"].unique())
    table = np.full((len(people) + 1, 3), UNPLACED)  # the last row takes people unknown
    owner = people.get_indexer(tendons["person"])
    table[owner, _side_codes(tendons)] = tendons.index
    alone = np.flatnonzero(np.bincount(owner, minlength=len(people)) == 1)
    table[alone] = table[alone].max(axis=1)[:, None]
    codes, names = pd.factorize(frame["person"])
    return table[people.get_indexer(names)[codes] if len(names) else codes, _side_codes(frame)]


def _side_codes(frame: pd.DataFrame) -> np.ndarray:
    if "side" not in frame:
        return np.full(len(frame), SIDE_MISSING)
    codes, names = pd.factorize(frame["side"])
    own = np.array([SIDE_CODES.get(name, SIDE_MISSING) for name in names] + [SIDE_MISSING])
    return own[codes]


def days_of(frame: pd.DataFrame, table: str, tendon: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Return the programme day of each row, or ``NO_DAY`` where it cannot be known.

    A row's date counts from its tendon's ``start`` (``datetime64[D]``, NaT where the
    log has no dates); a row without a date has its ``day``, or its ``week`` times 7.
    """
    when = frame[TIME_COLUMN[table]].to_numpy().astype("datetime64[D]")
    since = when - start[tendon]
    day = since.astype("int64")  # NaT becomes NO_DAY
    told = frame["day"].to_numpy()
    if "week" in frame:
        told = np.where(np.isnan(told), WEEK_DAYS * frame["week"].to_numpy(), told)
    undated = np.isnat(since) & ~np.isnan(told)
    day[undated] = told[undated].astype("int64")
    return np.where(tendon == UNPLACED, NO_DAY, day)


def starts(
    log: Log,
    tendons: pd.DataFrame,
    codes: Mapping[str, np.ndarray],
    given: Mapping[str, date] | date | None,
    scored: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return day 0 of each tendon and where it was taken from.

    The start given; else the first session of the exercise prescribed; else the
    first reading; else the first row of any kind. NaT and ``"file"`` where the
    tendon's rows have no dates.

    Parameters
    ----------
    codes : mapping of str to numpy.ndarray
        By table, the tendon of each row.
    scored : numpy.ndarray of bool
        Which sessions are of the exercise that was prescribed.
    """
    start = np.full(len(tendons), np.datetime64("NaT", "D"))
    source = np.full(len(tendons), "file", dtype=object)

    def fill(values: np.ndarray, name: str) -> None:
        new = np.isnat(start) & ~np.isnat(values)
        start[new], source[new] = values[new], name

    fill(_given(tendons, given), "given")
    fill(tendons["start"].to_numpy().astype("datetime64[D]"), "given")

    def first(table: str, tendon: np.ndarray) -> np.ndarray:
        when = log.tables()[table][TIME_COLUMN[table]].to_numpy().astype("datetime64[D]")
        return _first(when, tendon, len(tendons))

    fill(first("sessions", np.where(scored, codes["sessions"], UNPLACED)), "first drop session")
    fill(first("pain", codes["pain"]), "first reading")
    for table in ("sessions", "activities", "events"):
        fill(first(table, codes[table]), "first row")
    return start, source


def _given(tendons: pd.DataFrame, given: Mapping[str, date] | date | None) -> np.ndarray:
    if isinstance(given, Mapping):
        told = [given.get(person) for person in tendons["person"]]  # None becomes NaT
        return np.array(told, dtype="datetime64[D]")
    return np.full(len(tendons), np.datetime64(given or "NaT", "D"))


def _first(when: np.ndarray, tendon: np.ndarray, tendons: int) -> np.ndarray:
    dated = ~np.isnat(when) & (tendon != UNPLACED)
    late = np.iinfo(np.int64).max
    first = np.full(tendons, late)
    np.minimum.at(first, tendon[dated], when[dated].astype("int64"))
    return np.where(first == late, np.datetime64("NaT", "D"), first.astype("datetime64[D]"))
