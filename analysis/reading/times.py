"""Texts to dates, clock times and durations."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.reading.figures import SPACES, Parsed, each_distinct, is_missing, numbers
from analysis.reading.months import months
from analysis.reading.words import plain

CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(:(?P<second>\d{2})(\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?(?:uhr|h)?"
    r"|(?P<full>\d{1,2})\s*(?P<part>[ap]\.?m\.?|h|uhr)",
    re.IGNORECASE,
)
YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d{2})(\d{2})")
YEAR_LAST = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})")
WEEKDAY = r"(?:[^\W\d_]{2,}\.?,?\s+)?"
MONTH = r"([^\W\d_]{3,})\.?,?"
ORDINAL = r"(\d{1,2})(?:st|nd|rd|th|er|e|º|ª)?\.?"
NAMED = re.compile(
    rf"{WEEKDAY}(?:{ORDINAL}[\s-]+(?:de\s+)?{MONTH}[\s-]*(?:de\s+)?(\d{{4}})"
    rf"|{MONTH}\s+{ORDINAL},?\s+(\d{{4}}))",
    re.IGNORECASE,
)
BEFORE_CLOCK = re.compile(
    r"^(?:at|à|às|as|a las|alle(?: ore)?|um|om|kl\.?|klo|o)\s+", re.IGNORECASE
)
ZONE = re.compile(r"\s*((?:UTC|GMT)?[+-](?:0?\d|1[0-4])(?::?[0-5]\d)?|Z|UTC|GMT)$", re.IGNORECASE)

FIRST_YEAR = 1900
"""Earlier years are marks for "no date" or mistyped; nobody's log begins before."""


@dataclass(frozen=True)
class Times:
    """Times of a column: NaT where blank or bad, which are bad, which bear a clock."""

    values: np.ndarray
    bad: np.ndarray
    has_clock: np.ndarray


def date_order(texts: pd.Series) -> str | None:
    """Return which part of its dates comes first: "iso", "day", "month", "mixed" or None.

    A part above 12 settles it, and so do dots, which only countries that begin with
    the day write; dates with slashes settle nothing for dates with dashes. None: some
    dates can be read both ways, so it is asked. "mixed": some dates can only begin with
    the day and others only with the month.

    Examples
    --------
    >>> [date_order(pd.Series([t])) for t in ("2026-03-04", "25-3-2021", "3/4/2026", "4.3.2026")]
    ['iso', 'day', None, 'day']
    """
    found = [YEAR_LAST.match(text) for text in texts.dropna().unique()]
    dates = [(int(m[1]), int(m[3]), m[2]) for m in found if m]
    day = {mark for first, _, mark in dates if first > 12}
    month = {mark for _, second, mark in dates if second > 12}
    unclear = {mark for _, _, mark in dates if mark != "."} - day - month
    if not dates:
        return "iso"
    if day and month:
        return "mixed"
    if unclear:
        return None
    return "month" if month else "day"


def times(texts: pd.Series, order: str | None) -> Times:
    """Return the dates of a column, with their clock times where they bear one.

    Zones are dropped: times are local to the person. An impossible date is bad, and so
    is one before 1900.

    Parameters
    ----------
    order : {"iso", "day", "month", None}
        Which part comes first where the year does not; with "iso" or None such a
        date is read only where its parts or its dots leave one reading.

    Examples
    --------
    >>> found = times(pd.Series(["25-3-2021", "31.2.2021", "2026-03-04T07:30"]), "day")
    >>> found.values.astype("datetime64[m]").astype(str).tolist()
    ['2021-03-25T00:00', 'NaT', '2026-03-04T07:30']
    >>> found.bad.tolist()
    [False, True, False]
    """
    codes, distinct = pd.factorize(texts)
    if len(distinct) > FEW:
        fast = _uniform(pd.Index(distinct))
        if fast is not None:
            return Times(fast[codes], np.zeros(len(codes), dtype=bool), np.full(len(codes), True))
    named = _months_of(distinct)
    read = [None if is_missing(text) else _time(text, order, named) for text in distinct]
    stamps = [np.datetime64("NaT", "us") if r is None else r[0] for r in read]
    values = np.array([*stamps, np.datetime64("NaT")], dtype="datetime64[us]")
    missing = np.array([is_missing(text) for text in distinct] + [True], dtype=bool)
    bad = np.isnat(values) & ~missing
    clock = np.array([r is not None and r[1] for r in read] + [False], dtype=bool)
    return Times(values[codes], bad[codes], clock[codes])


FEW = 20_000
"""Distinct texts up to which each is read by itself; more are tried as one ISO column."""


def _uniform(distinct: pd.Index) -> np.ndarray | None:
    """Return a whole column of ISO times at once, or None where one is of another form."""
    for form in ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"):
        found = pd.to_datetime(pd.Series(distinct), format=form, errors="coerce")
        if found.notna().all() and found.dt.year.min() >= FIRST_YEAR:
            both = [*found.to_numpy().astype("datetime64[us]"), np.datetime64("NaT")]
            return np.array(both, dtype="datetime64[us]")
    return None


def _months_of(distinct: Iterable[str]) -> Mapping[str, int]:
    """Return the month of every word for one in a column."""
    found = (NAMED.match(text.translate(SPACES).strip()) for text in distinct)
    words = {match[2] or match[4] for match in found if match}
    return months(words) if words else {}


def _time(
    text: str, order: str | None, named: Mapping[str, int]
) -> tuple[np.datetime64, bool] | None:
    text = text.translate(SPACES).strip()
    for pattern in (YEAR_FIRST, YEAR_LAST, NAMED):
        match = pattern.match(text)
        if match:
            return _with_clock(_parts(match, order, named), text[match.end() :])
    return None


def _parts(
    match: re.Match, order: str | None, named: Mapping[str, int]
) -> tuple[int, int, int] | None:
    if match.re is NAMED:
        return _named(match, named)
    return _year_first(match) if match.re is YEAR_FIRST else _year_last(match, order)


def _year_first(match: re.Match) -> tuple[int, int, int]:
    year, month, day = match.group(1, 3, 4) if match[1] else match.group(5, 6, 7)
    return int(year), int(month), int(day)


def _year_last(match: re.Match, order: str | None) -> tuple[int, int, int] | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 2000 if len(match[4]) == 2 else 0
    if order not in ("day", "month"):
        order = date_order(pd.Series([match[0]]))
    if order not in ("day", "month"):
        return None
    return (year, second, first) if order == "day" else (year, first, second)


def _named(match: re.Match, named: Mapping[str, int]) -> tuple[int, int, int] | None:
    day, name, year = match.group(1, 2, 3) if match[1] else match.group(5, 4, 6)
    month = named.get(plain(name))
    return (int(year), month, int(day)) if month else None


def _with_clock(parts: tuple[int, int, int] | None, rest: str) -> tuple[np.datetime64, bool] | None:
    if rest and rest[0] not in " ,TZ+":
        return None  # digits run together: "2026-01-206:49" is no 20 January
    rest = BEFORE_CLOCK.sub("", ZONE.sub("", rest).strip(" ,T"))
    minutes = _clock(rest) if rest else 0.0
    if parts is None or minutes is None or parts[0] < FIRST_YEAR:
        return None
    try:
        day = np.datetime64("{:04d}-{:02d}-{:02d}".format(*parts), "us")
    except ValueError:
        return None
    return day + np.timedelta64(round(minutes * 60_000_000), "us"), bool(rest)


def clock_minutes(texts: pd.Series) -> Parsed:
    """Return minutes after midnight.

    Examples
    --------
    >>> clock_minutes(pd.Series(["07:30", "7h30", "7.30 pm", "morning"])).values.tolist()
    [450.0, 450.0, 1170.0, nan]
    """
    return Parsed(*each_distinct(texts, lambda text: _clock(text.translate(SPACES).strip())))


def _clock(text: str) -> float | None:
    match = CLOCK.fullmatch(text)
    if match is None:
        return None
    hour = int(match["hour"] or match["full"])
    half = (match["half"] or match["part"] or "").casefold().replace(".", "")
    minute, second = int(match["minute"] or 0), int(match["second"] or 0)
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return 60.0 * hour + minute + second / 60


HOURS = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?")
MINUTES = re.compile(r"()(\d{1,6}):([0-5]\d[.,]\d+)")
BARE = re.compile(r"\s*[+-]?[\d.,]+\s*")
"""A number with no unit, as for a duration that its column's name has the unit of."""

IN_WORDS = re.compile(
    r"(?:(\d{1,4})\s*(?:h|hr|hrs|std|uur)\.?)?\s*(?:(\d{1,6})\s*m(?:in)?\.?)?"
    r"\s*(?:(\d{1,6})\s*s(?:ec)?\.?)?"
)


def durations(texts: pd.Series, decimal: str | None) -> Parsed:
    """Return minutes from plain numbers, "1:05" (hours and minutes), "1h 5m" or "45 min".

    Seconds with a fraction are seconds, so "30:48.0" is half an hour. Where most are
    written as on a clock, a number alone is bad: it names no unit, or is of another column.

    Examples
    --------
    >>> durations(pd.Series(["60.0", "1:05", "0:30:48", "1h 5m", "45 min"]), ".").values.tolist()
    [60.0, 65.0, 30.8, 65.0, 45.0]
    >>> durations(pd.Series(["30:48.0", "1h 5m 30s", "45s"]), ".").values.tolist()
    [30.8, 65.5, 0.75]
    >>> durations(pd.Series(["0:30:48", "1:05", "2:00", "337", "0"]), ".").values.tolist()
    [30.8, 65.0, 120.0, nan, 0.0]
    """
    distinct = [text for text in texts.dropna().unique() if not is_missing(text)]
    clocks = 2 * sum(":" in text for text in distinct) > len(distinct)

    def read(text: str) -> float | None:
        minutes = _duration(text, decimal)
        return None if clocks and minutes and BARE.fullmatch(text) else minutes

    return Parsed(*each_distinct(texts, read))


def _duration(text: str, decimal: str | None) -> float | None:
    text = text.translate(SPACES).strip().casefold()
    told = MINUTES.fullmatch(text) or HOURS.fullmatch(text) or IN_WORDS.fullmatch(text)
    if told and any(told.groups()):
        hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in told.groups())
        return 60.0 * hours + minutes + seconds / 60
    found = numbers(pd.Series([text]), decimal, ("min", "mins", "minutes", "minuten", "'"))
    return None if found.bad[0] else float(found.values[0])
