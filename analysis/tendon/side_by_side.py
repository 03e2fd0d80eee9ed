"""Several tendons of one person, on one calendar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.days import Days, weekly
from analysis.days.placing import WEEK_DAYS
from analysis.tendon.recovery import Recovery, recovery


@dataclass(frozen=True)
class SideBySide:
    """The pain of several tendons, each under its label.

    Attributes
    ----------
    frame : pandas.DataFrame
        ``day`` and ``week`` from day 0 of the first tendon, ``date`` (NaT where undated), and
        ``pain_`` with the label: VAS 0-100, NaN where none was logged.
    weekly : mapping of str to pandas.DataFrame
        Weekly means, as :func:`analysis.days.weekly` gives them, on the same days.
    recoveries : mapping of str to Recovery
        Where each of them stands, by itself.
    """

    frame: pd.DataFrame
    weekly: Mapping[str, pd.DataFrame]
    recoveries: Mapping[str, Recovery]


def siblings(tendons: pd.DataFrame, tendon: int) -> list[int]:
    """Return the positions of all tendons of the person whose tendon this is.

    Examples
    --------
    >>> siblings(pd.DataFrame({"person": ["a", "b", "a"]}), 2)
    [0, 2]
    """
    same = tendons["person"] == tendons["person"].iloc[tendon]
    return [position for position, mine in enumerate(same) if mine]


def side_by_side(
    days: Days, tendons: Sequence[int], labels: Sequence[str], context: str
) -> SideBySide:
    """Return several tendons' pain in one context on the days of the first.

    Tendons are put beside each other, and no difference between them is tested: they
    share a person, and so their days, work and sport.
    """
    first = days.tendons["start"].iloc[tendons[0]]
    columns, means = [], {}
    for tendon, label in zip(tendons, labels, strict=True):
        later = _days_later(days.tendons["start"].iloc[tendon], first)
        told = days.frame(tendon)[["day", f"pain_{context}"]]
        moved = told.assign(day=told["day"] + later).set_index("day")
        columns.append(moved.rename(columns={f"pain_{context}": f"pain_{label}"}))
        weeks = weekly(days, tendon, context)
        ends = ["first_day", "last_day"]
        means[label] = weeks.assign(**{end: weeks[end] + later for end in ends})
    frame = pd.concat(columns, axis="columns").sort_index().reset_index(names="day")
    date = first + pd.to_timedelta(frame["day"], unit="D")
    frame = frame.assign(week=frame["day"] // WEEK_DAYS + 1, date=date)
    return SideBySide(
        frame,
        means,
        {label: recovery(days, t, context) for t, label in zip(tendons, labels, strict=True)},
    )


def _days_later(start: pd.Timestamp, first: pd.Timestamp) -> int:
    return 0 if pd.isna(start) or pd.isna(first) else (start - first).days
