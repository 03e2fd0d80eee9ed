"""On which programme days the log holds a session, and on which a pain reading."""

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.marks import finish, marks, stacked
from analysis.charts.picture import Picture
from analysis.charts.timeline import Timeline
from analysis.days import Days
from analysis.wording import plural

MOST_DAYS = 400
KINDS = {"session": "with a session", "reading": "with a pain reading"}
AXES = {"session": "Session", "reading": "Pain reading"}


def coverage(days: Days) -> Picture:
    """Return how many tendons have a session, and how many a reading, on each programme day.

    One tendon shows as bars of height 1: a gap is a day on which nothing was logged.
    Over more than 400 days a bar is a week and its height the mean of the week's days.

    Parameters
    ----------
    days : Days
        Everybody's days.

    Raises
    ------
    ValueError
        Where the log has no day at all.
    """
    if not len(days.day):
        raise ValueError("The log has no day to draw.")
    counts = _counts(days)
    timeline = Timeline(None, int(counts["day"].min()), int(counts["day"].max()))
    by_week = timeline.days > MOST_DAYS
    tendons = len(days.tendons)
    bars = _by_week(counts) if by_week else counts.assign(half=0.4)
    kinds = [kind for kind in KINDS if counts[kind].any()] or ["session"]
    panels = [_panel(bars, kind, timeline, tendons, labels=kind == kinds[-1]) for kind in kinds]
    return Picture(
        chart=finish(stacked(*panels, spacing=10)),
        title=_title(tendons),
        alt=_alt(days, tendons),
        table=counts.rename(columns={kind: f"tendons {said}" for kind, said in KINDS.items()}),
        name="coverage",
        note="A bar is a week: the mean of its days." if by_week else "",
    )


def _title(tendons: int) -> str:
    if tendons == 1:
        return "Programme days with a session and with a pain reading"
    return f"How many of {tendons:,} tendons have a session, and a pain reading, by programme day"


def _counts(days: Days) -> pd.DataFrame:
    """Return one row a programme day with the number of tendons that have each kind."""
    first = int(days.day.min())
    place = days.day - first
    span = int(place.max()) + 1
    return pd.DataFrame(
        {
            "day": np.arange(first, first + span),
            "session": np.bincount(place[days.sessions > 0], minlength=span),
            "reading": np.bincount(place[_read(days)], minlength=span),
        }
    )


def _read(days: Days) -> np.ndarray:
    read = np.zeros(len(days.day), dtype=bool)
    for felt in days.pain.values():
        read |= felt.n > 0
    return read


def _by_week(counts: pd.DataFrame) -> pd.DataFrame:
    week = counts["day"] // 7
    means = counts.groupby(week)[list(KINDS)].mean().round(1)
    return means.assign(day=means.index * 7 + 3, half=3.0).reset_index(drop=True)


def _panel(
    bars: pd.DataFrame, kind: str, timeline: Timeline, tendons: int, labels: bool
) -> alt.Chart:
    some = bars[bars[kind] > 0]
    data = pd.DataFrame(
        {
            "day": some["day"],
            "at": some["day"] - some["half"],
            "until": some["day"] + some["half"],
            "foot": 0,
            "tendons": some[kind],
            "kind": KINDS[kind],
        }
    )
    return (
        marks(data, "rect")
        .encode(
            x=timeline.x(labels),
            x2="until",
            y=_y(AXES[kind], tendons),
            y2="tendons",
            color=alt.Color("kind:N", scale=alt.Scale(domain=list(KINDS.values())), legend=None),
            tooltip=[
                alt.Tooltip("day:Q", title="Programme day"),
                alt.Tooltip("tendons:Q", title=f"Tendons {KINDS[kind]}"),
            ],
        )
        .properties(height=80 if tendons == 1 else 110)
    )


def _y(title: str, tendons: int) -> alt.Y:
    axis = alt.Axis(title=title, tickCount=4, tickMinStep=1, format="d")
    if tendons == 1:  # every bar is as high as the other: there is nothing to read off
        axis = alt.Axis(title=title, labels=False, ticks=False, grid=False)
    return alt.Y("foot:Q", scale=alt.Scale(domain=[0, tendons]), axis=axis)


def _alt(days: Days, tendons: int) -> str:
    session, read = days.sessions > 0, _read(days)
    return (
        f"{plural(tendons, 'tendon')}, {plural(len(days.day), 'tendon day')}: "
        f"{int((session & read).sum()):,} with a session and a reading, "
        f"{int((session & ~read).sum()):,} with a session only, "
        f"{int((~session & read).sum()):,} with a reading only, "
        f"{int((~session & ~read).sum()):,} with neither."
    )
