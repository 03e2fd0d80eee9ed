"""The one reduction: from the rows of a log to tendons and programme days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from analysis.days import prescribing
from analysis.days.placing import NO_DAY, UNPLACED, days_of, starts, tendon_codes, tendons_of
from analysis.days.table import Days, PainByDay
from analysis.model import CONTEXTS, Log

KIND = ["exercise", "surface", "knee", "lowering_only"]
LOWERING_ONLY = ", lowering only"
PLACED = ("sessions", "pain", "events", "activities", "measures")


def reduce_log(log: Log, start: Mapping[str, date] | date | None = None) -> Days:
    """Return a log reduced once: sums and means over tendon and programme day.

    Nothing after this looks at raw rows again. Sums are one counting pass over the
    rows; what was not logged is told apart from zero by the counts beside each sum.

    Parameters
    ----------
    log : Log
        Any tables, any order of rows.
    start : date, or mapping of person to date, optional
        Day 0 for everyone or for some people; else taken from the log.

    Examples
    --------
    >>> rows = {"person": ["a"] * 2, "started": pd.to_datetime(["2026-03-01", "2026-03-03"])}
    >>> log = Log().with_tables(sessions=pd.DataFrame({**rows, "reps": [45, 45]}))
    >>> reduce_log(log).drops.tolist()
    [45.0, nan, 45.0]
    """
    log = _with_exercise(log)
    tendons = tendons_of(log)
    prescriptions = prescribing.for_each_tendon(log, tendons)
    exercise = prescribing.scored_exercise(prescriptions, tendons)
    codes = {table: tendon_codes(log.tables()[table], tendons) for table in PLACED}
    scored = _is_scored(log.sessions["exercise"], exercise, codes["sessions"])
    day0, source = starts(log, tendons, codes, start, scored)
    placed = {table: _Placed(log, table, tendons, codes[table], day0) for table in PLACED}
    first, last = _spans(placed, len(tendons))
    offsets = np.concatenate([[0], np.cumsum(np.maximum(last - first + 1, 0))])
    where = {name: rows.flat(first, offsets) for name, rows in placed.items()}
    day = np.arange(offsets[-1]) + np.repeat(first - offsets[:-1], np.diff(offsets))
    told = tendons.assign(start=day0, start_from=source, first_day=first, last_day=last)
    size = int(offsets[-1])
    prescriptions = prescribing.with_first_day(prescriptions, day0)
    owner = np.repeat(np.arange(len(tendons)), np.diff(offsets))
    mass = _body_mass(placed["measures"], told, day, offsets)
    return Days(
        tendons=told.astype({"start_from": "str"}),
        offsets=offsets,
        day=day,
        **_sessions(placed["sessions"].frame, where["sessions"], size, mass),
        body_mass_kg=mass,
        rest=_rest(placed["events"].frame, where["events"], size),
        minutes=_sum_where_any(placed["activities"].frame["minutes"], where["activities"], size),
        prescriptions=prescriptions,
        prescribed=prescribing.by_day(prescriptions, owner, day),
        pain=_pain(placed["pain"].frame, where["pain"], size),
        visits=_visits(placed["pain"], len(tendons)),
        exercise=exercise,
        unplaced={name: rows.lost for name, rows in placed.items() if rows.lost},
    )


def _with_exercise(log: Log) -> Log:
    if log.sessions["exercise"].notna().all():
        return log
    exercise = log.sessions["exercise"].fillna("heel drop")  # what this log is kept for
    return replace(log, sessions=log.sessions.assign(exercise=exercise))


def _is_scored(done: pd.Series, exercise: np.ndarray, tendon: np.ndarray) -> np.ndarray:
    """Return which sessions are of the exercise that their tendon is scored on."""
    codes, words = pd.factorize(done)
    own = np.append(pd.Index(words).get_indexer(exercise), -2)  # the last is for rows unplaced
    return codes == own[tendon]


class _Placed:
    """The rows of a table that have a tendon and a day, and how many have not."""

    def __init__(
        self, log: Log, table: str, tendons: pd.DataFrame, tendon: np.ndarray, day0: np.ndarray
    ):
        frame = log.tables()[table]
        if table in ("activities", "measures", "events"):
            frame, tendon = _for_each_tendon(frame, tendon, tendons)
        day = days_of(frame, table, tendon, day0)
        good = day != NO_DAY
        self.lost = int((~good).sum())
        self.frame = frame if good.all() else frame[good]
        self.tendon, self.day = tendon[good], day[good]

    def flat(self, first: np.ndarray, offsets: np.ndarray) -> np.ndarray:
        """Return where each row falls in the flat arrays; -1 outside its tendon's days."""
        at = self.day - first[self.tendon]
        inside = (at >= 0) & (at < np.diff(offsets)[self.tendon])
        return np.where(inside, offsets[:-1][self.tendon] + at, UNPLACED)


def _for_each_tendon(
    frame: pd.DataFrame, tendon: np.ndarray, tendons: pd.DataFrame
) -> tuple[pd.DataFrame, np.ndarray]:
    """Give what is a person's, such as a run, to each of their tendons."""
    everyone = tendon == UNPLACED
    if not everyone.any():
        return frame, tendon
    owners = tendons[["person"]].assign(tendon=tendons.index)
    shared = frame[everyone].reset_index(names="row").merge(owners, on="person")
    rows = np.concatenate([np.flatnonzero(~everyone), shared["row"].to_numpy()])
    return frame.loc[rows], np.concatenate([tendon[~everyone], shared["tendon"].to_numpy()])


def _spans(placed: Mapping[str, _Placed], tendons: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the first and last day of each tendon.

    Sport and measures reach back for years: alone they make the days, beside others
    they do not stretch them.
    """
    first = np.full(tendons, np.iinfo(np.int64).max)
    last = np.full(tendons, np.iinfo(np.int64).min + 1)
    for table in ("sessions", "pain", "events", "activities", "measures"):
        rows = placed[table]
        beside = table in ("activities", "measures")
        open_still = first > last if beside else np.full(tendons, True)
        use = open_still[rows.tendon]
        np.minimum.at(first, rows.tendon[use], rows.day[use])
        np.maximum.at(last, rows.tendon[use], rows.day[use])
    empty = first > last
    return np.where(empty, 0, first), np.where(empty, -1, last)


def _count(where: np.ndarray, size: int, weights: np.ndarray | None = None) -> np.ndarray:
    use = where != UNPLACED
    told = None if weights is None else np.nan_to_num(weights[use])
    return np.bincount(where[use], weights=told, minlength=size)


def _sum_where_any(values: pd.Series, where: np.ndarray, size: int) -> np.ndarray:
    known = values.notna().to_numpy()
    total = _count(where, size, values.to_numpy())
    return np.where(_count(np.where(known, where, UNPLACED), size) > 0, total, np.nan)


def _largest(values: np.ndarray, where: np.ndarray, size: int) -> np.ndarray:
    use = (where != UNPLACED) & ~np.isnan(values)
    out = np.full(size, -np.inf)
    np.maximum.at(out, where[use], values[use])
    return np.where(np.isinf(out), np.nan, out)


def _sessions(
    frame: pd.DataFrame, where: np.ndarray, size: int, mass: np.ndarray
) -> dict[str, Any]:
    codes, kinds = _kinds(frame)
    reps, added = frame["reps"].to_numpy(), frame["added_kg"].to_numpy()
    drop = (kinds["exercise"] == "heel drop").to_numpy()[codes]
    unknown = np.isnan(reps)
    of_kind = [np.where(codes == k, where, UNPLACED) for k in kinds.index]
    shares = _shares(frame, where)
    here = np.where(where == UNPLACED, 0, where)
    load = np.where(reps == 0, 0, reps * (added + mass[here])) if size else reps
    vague = np.where(drop & np.isnan(load), where, UNPLACED)
    drops_at = np.where(drop, where, UNPLACED)
    known_load = (_count(drops_at, size) > 0) & (_count(vague, size) == 0)
    return {
        "kinds": kinds,
        "sets": _stacked([_count(at, size, frame["sets"].to_numpy()) for at in of_kind], size),
        "sittings": _stacked([_count(at, size, shares) for at in of_kind], size),
        "rows_of": _stacked([_count(at, size) for at in of_kind], size),
        "reps": _stacked([_count(at, size, reps) for at in of_kind], size),
        "reps_known": _stacked(
            [_count(np.where(unknown, at, UNPLACED), size) == 0 for at in of_kind], size
        ),
        "added_kg": _largest(added, drops_at, size),
        "volume_load_kg": np.where(known_load, _count(drops_at, size, load), np.nan),
    }


def _shares(frame: pd.DataFrame, where: np.ndarray) -> np.ndarray:
    """Return which share of a session each row is: rows of one set at one time share one.

    A log with a row for each set and one with a row for each session then count alike.
    """
    share = np.ones(len(frame))
    single = np.flatnonzero((frame["sets"] == 1).to_numpy() & (where != UNPLACED))
    if len(single):
        exercise, words = pd.factorize(frame["exercise"].iloc[single])
        clock = frame["started"].iloc[single].to_numpy().astype("int64")
        rows = pd.DataFrame({"at": where[single] * len(words) + exercise, "clock": clock})
        share[single] = 1 / rows.groupby(["at", "clock"])["at"].transform("size").to_numpy()
    return share


def _stacked(rows: list[np.ndarray], size: int) -> np.ndarray:
    return np.array(rows).reshape(len(rows), size) if rows else np.zeros((0, size), dtype=bool)


def _kinds(frame: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """Return each session's kind and the kinds met, in the order met."""
    key = np.zeros(len(frame), dtype="int64")
    for name in KIND:
        codes, words = pd.factorize(frame[name])
        key = key * (len(words) + 1) + codes + 1
    codes, _ = pd.factorize(key)
    first = np.unique(codes, return_index=True)[1]
    kinds = frame.iloc[first][KIND].reset_index(drop=True)
    return codes, kinds.assign(label=pd.Series(map(_label, *kinds.T.to_numpy()), dtype="str"))


def _label(exercise: str, surface: str, knee: str, lowering_only: str) -> str:
    words = " ".join(word for word in (surface, knee) if isinstance(word, str))
    name = words or exercise if exercise == "heel drop" else exercise
    return name + (LOWERING_ONLY if lowering_only == "yes" else "")


def _pain(frame: pd.DataFrame, where: np.ndarray, size: int) -> dict[str, PainByDay]:
    vas = frame["vas"].to_numpy()
    codes, words = pd.factorize(frame["context"].fillna("unspecified"))
    where = np.where(np.isnan(vas), UNPLACED, where)
    found = {}
    for context in CONTEXTS:
        here = np.where(codes == pd.Index(words).get_indexer([context])[0], where, UNPLACED)
        n = _count(here, size)
        if n.any():
            total = _count(here, size, vas)
            mean = np.divide(total, n, out=np.full(size, np.nan), where=n > 0)
            found[context] = PainByDay(mean, _largest(vas, here, size), n)
    return found


def _visits(pain: _Placed, tendons: int) -> np.ndarray:
    """Return which tendons' pain comes from visits only."""
    by_week = pain.frame["week"].notna().to_numpy()
    readings = np.bincount(pain.tendon, minlength=tendons)
    return (readings > 0) & (np.bincount(pain.tendon[by_week], minlength=tendons) == readings)


def _rest(frame: pd.DataFrame, where: np.ndarray, size: int) -> np.ndarray:
    return _count(np.where(frame["what"] == "rest", where, UNPLACED), size) > 0


def _body_mass(
    measures: _Placed, tendons: pd.DataFrame, day: np.ndarray, offsets: np.ndarray
) -> np.ndarray:
    """Return body mass by day: the latest at or before it, else the person's first."""
    counts = np.diff(offsets)
    mass = np.full(len(day), np.nan)
    if "body_mass_kg" in tendons:
        mass = np.repeat(pd.to_numeric(tendons["body_mass_kg"]).to_numpy("float64"), counts)
    weighed = (measures.frame["measure"] == "body_mass_kg").to_numpy()
    if not weighed.any():
        return mass
    known = pd.DataFrame(
        {
            "tendon": measures.tendon[weighed],
            "day": measures.day[weighed],
            "kg": measures.frame["value"].to_numpy()[weighed],
        }
    ).sort_values("day")
    grid = pd.DataFrame({"tendon": np.repeat(np.arange(len(counts)), counts), "day": day})
    order = grid["day"].argsort(kind="stable")
    latest = pd.merge_asof(grid.iloc[order], known, on="day", by="tendon")["kg"].to_numpy()
    found = np.empty(len(day))
    found[order] = latest
    earliest = known.drop_duplicates("tendon").set_index("tendon")["kg"]
    found = np.where(np.isnan(found), grid["tendon"].map(earliest).to_numpy(), found)
    return np.where(np.isnan(found), mass, found)
