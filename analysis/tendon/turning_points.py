"""Turning points: days on which the log itself shows that something changed."""

import numpy as np
import pandas as pd

from analysis.context import PAIN_WORDS, pain_by_day
from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.days.weeks import DAYS_TO_COUNT
from analysis.wording import number

KEPT_SESSIONS = 3
"""Sessions at a new weight, one after another, that make it a new level."""
STEP_KG = 2.5
VOLUME_RATIO = 1.75
"""Weekly drops this many times as many, or as few, as in the two weeks before."""
KEPT_WEEKS = 2
PAUSE_DAYS = 14
"""Days without a run, or without a session while pain is still logged, that make a pause."""
RELAPSE_WEEKS = 4
RELAPSE_POINTS = 10.0
"""Least rise of a weekly mean over that of the weeks before; this project's own decision."""

NOTE = "note"
"""An event that is only a remark: it may tell of a change, and is none by itself."""
NOTE_LENGTH = 40

COLUMNS = ("day", "what", "kind", "prescribed")


def turning_points(
    one: Days, context: str = "", events: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the days of one tendon on which the log shows a change, in the order of time.

    Prescriptions that differ from the one before; added weight that is new and kept for 3
    sessions; weekly drops of at least 1.75 times, or at most 1/1.75 of, those of the two
    weeks before, kept for two weeks; other sport again after 14 days without; drops that
    stop for 14 days while pain is logged; pain that rises again once the drops have
    stopped; and events that are no days of rest. Remarks are among them as ``note``.

    Parameters
    ----------
    one : Days
        One tendon only.
    context : str
        The pain that tells a relapse; "" for none.
    events : pandas.DataFrame, optional
        This person's events, in the log's columns.

    Returns
    -------
    pandas.DataFrame
        ``day``, ``date`` (NaT where undated), ``what`` (in words), ``kind`` and
        ``prescribed`` (whether a prescription says it).
    """
    found = [
        *_prescribed(one),
        *_weight(one),
        *_volume(one),
        *_sport(one),
        *_stopped(one),
        *_relapse(one, context),
        *_events(one, events),
    ]
    told = pd.DataFrame(found, columns=list(COLUMNS)).sort_values("day", kind="stable")
    date = one.tendons["start"].iloc[0] + pd.to_timedelta(told["day"].to_numpy(int), unit="D")
    told.insert(1, "date", date)
    return told.reset_index(drop=True)


Found = list[tuple[int, str, str, bool]]


def _prescribed(one: Days) -> Found:
    told = one.prescriptions
    same = ["protocol", "drops_per_day", "surface", "knee"]
    before = told[same].shift().astype("object")
    now = told[same].astype("object")
    changed = ((now != before) & ~(now.isna() & before.isna())).any(axis=1)
    return [
        (int(row["first"]), _prescription_words(row), "prescription", True)
        for position, (_, row) in enumerate(told.iterrows())
        if position and changed.iloc[position] and row["first"] > told["first"].iloc[0]
    ]


def _prescription_words(row: pd.Series) -> str:
    if isinstance(row["protocol"], str):
        return row["protocol"]
    dose = row["drops_per_day"]
    return "a new prescription" if pd.isna(dose) else f"{number(dose)} drops a day prescribed"


def _weight(one: Days) -> Found:
    noted = np.flatnonzero(~np.isnan(one.added_kg))
    kg = one.added_kg[noted]
    found: Found = []
    level = kg[0] if len(kg) else 0.0
    for at in range(1, len(kg) - KEPT_SESSIONS + 1):
        kept = kg[at : at + KEPT_SESSIONS]
        if abs(kg[at] - level) >= STEP_KG and (np.abs(kept - kg[at]) < STEP_KG).all():
            words = f"added weight from {number(level)} to {number(kg[at])} kg"
            found.append((int(one.day[noted[at]]), words, "weight", False))
            level = kg[at]
    return found


def _weeks(one: Days, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the weeks of the diary and the sum of each; NaN where nothing is logged."""
    week = one.day // WEEK_DAYS
    first = week.min() if len(week) else 0
    at, known = week - first, ~np.isnan(values)
    total = np.bincount(at, np.where(known, values, 0.0))
    return first + np.arange(len(total)), np.where(np.bincount(at, known) > 0, total, np.nan)


def _volume(one: Days) -> Found:
    week, drops = _weeks(one, one.done)
    found: Found = []
    last = -np.inf
    for at in range(KEPT_WEEKS, len(week) - KEPT_WEEKS + 1):
        before, after = drops[at - KEPT_WEEKS : at], drops[at : at + KEPT_WEEKS]
        if at - last < KEPT_WEEKS or not (before.min() > 0 and after.min() > 0):
            continue  # NaN and zero weeks compare as false: stopping is told by itself
        more, less = after.min() / before.max(), before.min() / after.max()
        if max(more, less) >= VOLUME_RATIO:
            usual = f"from about {number(before.mean(), 0)} to {number(after.mean(), 0)}"
            day = int(week[at] * WEEK_DAYS)
            found.append((day, f"weekly repetitions {usual}", "volume", False))
            last = at
    return found


def _sport(one: Days) -> Found:
    day = one.day[one.minutes > 0]
    again = np.flatnonzero(np.diff(day) > PAUSE_DAYS) + 1
    return [
        (
            int(day[at]),
            f"other sport again after {number(day[at] - day[at - 1])} days",
            "sport",
            False,
        )
        for at in again
    ]


def _stopped(one: Days) -> Found:
    day = one.day[one.logged]
    if not len(day):
        return []
    felt = one.day[_any_pain(one)]
    ends = np.concatenate([day[1:], [max(day[-1], felt.max(initial=day[-1])) + 1]])
    found: Found = []
    for last, following in zip(day, ends, strict=True):
        silent = (felt > last) & (felt < following)
        if following - last > PAUSE_DAYS and silent.any():
            found.append((int(last) + 1, "no more sessions logged", "stopped", False))
            if following in day:
                words = f"sessions again after {number(following - last)} days"
                found.append((int(following), words, "again", False))
    return found


def _any_pain(one: Days) -> np.ndarray:
    told = np.zeros(len(one.day), dtype=bool)
    for felt in one.pain.values():
        told |= felt.n > 0
    return told


def _relapse(one: Days, context: str) -> Found:
    """Find the first week after the last session whose pain rises above the weeks before."""
    day = one.day[one.logged]
    if not context or not len(day):
        return []
    week, mean, n = _weekly_means(one, pain_by_day(one, context))
    level = np.where(n >= DAYS_TO_COUNT, mean, np.nan)
    for at in range(RELAPSE_WEEKS, len(week)):
        before = level[at - RELAPSE_WEEKS : at]
        known = before[~np.isnan(before)]
        if week[at] * WEEK_DAYS <= day[-1] or len(known) < 2:
            continue
        rise = level[at] - known.mean()
        if rise > max(2 * known.std(ddof=1), RELAPSE_POINTS):
            words = f"{PAIN_WORDS[context]} {number(rise, 0)} points above the weeks before"
            return [(int(week[at] * WEEK_DAYS), words, "relapse", False)]
    return []


def _weekly_means(one: Days, values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    week, total = _weeks(one, values)
    n = np.bincount(one.day // WEEK_DAYS - week[0], ~np.isnan(values))
    return week, total / np.maximum(n, 1), n


def _events(one: Days, events: pd.DataFrame | None) -> Found:
    if events is None or events.empty:
        return []
    whose = one.tendons.iloc[0]
    mine = events["person"] == whose["person"]
    if isinstance(whose["side"], str):
        mine &= events["side"].isna() | (events["side"] == whose["side"])
    told = events[mine & events["what"].notna() & (events["what"] != "rest")]
    since = (told["on"].dt.normalize() - whose["start"]).dt.days
    placed = told.assign(day=since.fillna(told["day"])).dropna(subset="day")
    return list(dict.fromkeys(_event(row) for _, row in placed.iterrows()))


def _event(row: pd.Series) -> tuple[int, str, str, bool]:
    day, what = int(row["day"]), str(row["what"])
    if what != NOTE:
        return day, what, "event", False
    text = " ".join(str(row["note"]).split()) if isinstance(row.get("note"), str) else ""
    short = text if len(text) <= NOTE_LENGTH else f"{text[: NOTE_LENGTH - 1]}…"
    return day, f"a note: {short}" if short else "a note", NOTE, False
