"""The time axis that the panels of one tendon share: dates where known, else programme days."""

from dataclasses import dataclass
from typing import Self

import altair as alt
import numpy as np
import pandas as pd

DAYS_WITH_WEEK_TICKS = 140


@dataclass(frozen=True)
class Timeline:
    """A stretch of programme days and how they are placed on the x axis.

    Attributes
    ----------
    origin : pandas.Timestamp or None
        The date of programme day 0; None where the log has no dates.
    first, last : int
        The first and last programme day shown.
    """

    origin: pd.Timestamp | None
    first: int
    last: int

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Self:
        """Return the timeline of a tendon's days.

        Examples
        --------
        >>> dates = pd.to_datetime(["2026-08-24", "2026-08-25"])
        >>> Timeline.of(pd.DataFrame({"day": [3, 4], "date": dates})).origin
        Timestamp('2026-08-21 00:00:00')
        """
        dated = frame[frame["date"].notna()]
        origin = None
        if len(dated):
            origin = dated["date"].iloc[0] - pd.Timedelta(days=int(dated["day"].iloc[0]))
        return cls(origin, int(frame["day"].min()), int(frame["day"].max()))

    @property
    def days(self) -> int:
        """How many days the axis covers."""
        return self.last - self.first + 1

    def at(self, day: pd.Series) -> pd.Series:
        """Return where days, or parts of days, stand on the axis."""
        if self.origin is None:
            return day.astype("float64")
        hours = np.round(day.astype("float64") * 24).astype("int64")
        return self.origin + pd.to_timedelta(hours, unit="h").astype("timedelta64[us]")

    def x(self, labels: bool = True) -> alt.X:
        """Return the x channel over field ``at``, half a day wider than the days themselves.

        The first layer of a panel takes this one, the others :meth:`along`.
        """
        ends = self.at(pd.Series([self.first - 0.6, self.last + 0.6]))
        axis = alt.Axis(grid=False, labels=labels, labelOverlap=True, labelFlush=True)
        if self.origin is None:
            axis.title = "Day of the programme" if labels else None
            axis.values = self._ticks()
            return alt.X("at:Q", scale=alt.Scale(domain=ends.tolist(), nice=False), axis=axis)
        axis.title = None
        axis.values = [_datetime(day) for day in self.at(pd.Series(self._ticks()))]
        axis.format = "%-d %b" if self.days <= DAYS_WITH_WEEK_TICKS else "%b %Y"
        domain = [_datetime(end) for end in ends]
        return alt.X("at:T", scale=alt.Scale(domain=domain, nice=False), axis=axis)

    def along(self) -> alt.X:
        """Return the x channel of the layers that follow the first."""
        return alt.X("at:Q" if self.origin is None else "at:T")

    def _ticks(self) -> list[int]:
        """Every week, every fourth, or every 26th of a diary of years, counted from day 0."""
        step = next((s for s in (7, 28, 91, 182) if self.days <= 20 * s), 364)
        return list(range(step * -(-self.first // step), self.last + 1, step))


def _datetime(moment: pd.Timestamp) -> alt.DateTime:
    return alt.DateTime(year=moment.year, month=moment.month, date=moment.day, hours=moment.hour)
