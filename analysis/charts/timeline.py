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
        >>> days = pd.DataFrame({"day": [0, 1], "date": pd.to_datetime(["2026-08-24", "2026-08-25"])})
        >>> Timeline.of(days).origin
        Timestamp('2026-08-24 00:00:00')
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

    def x(self, title: bool = True) -> alt.X:
        """Return the x channel over field ``at``, half a day wider than the days themselves."""
        ends = self.at(pd.Series([self.first - 0.6, self.last + 0.6]))
        if self.origin is None:
            return alt.X("at:Q", scale=alt.Scale(domain=ends.tolist()), axis=self._day_axis(title))
        domain = [_datetime(moment) for moment in ends]
        return alt.X("at:T", scale=alt.Scale(domain=domain), axis=self._date_axis())

    def _day_axis(self, title: bool) -> alt.Axis:
        step = 7 if self.days <= DAYS_WITH_WEEK_TICKS else 28
        ticks = list(range(step * (self.first // step), self.last + 1, step))
        name = "Day of the programme" if title else None
        return alt.Axis(values=ticks, title=name, labelOverlap=True, grid=False)

    def _date_axis(self) -> alt.Axis:
        short = self.days <= DAYS_WITH_WEEK_TICKS
        return alt.Axis(
            tickCount={"interval": "week", "step": 1} if short else 6,
            format="%-d %b" if short else "%b %Y",
            title=None,
            labelOverlap=True,
            labelFlush=True,
            grid=False,
        )


def _datetime(moment: pd.Timestamp) -> alt.DateTime:
    return alt.DateTime(
        year=moment.year, month=moment.month, date=moment.day, hours=moment.hour
    )
