"""Pain of several tendons of one person on one time axis."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts.marks import finish
from analysis.charts.pain_panel import pain_panel
from analysis.charts.picture import MOST_MARKS, Picture
from analysis.charts.recovery import MOST_DAYS
from analysis.charts.runs import weekly_points
from analysis.charts.timeline import Timeline
from analysis.context import pain_title
from analysis.wording import number, plural


def side_by_side(
    *, frame: pd.DataFrame, weekly: Mapping[str, pd.DataFrame], context: str
) -> Picture:
    """Return the days and weekly means of each tendon's pain.

    Parameters
    ----------
    frame : pandas.DataFrame
        ``day``, ``week``, ``date`` and one column ``pain_<label>`` per tendon.
    weekly : mapping of str to pandas.DataFrame
        By label, as :func:`analysis.tendon.side_by_side.side_by_side` gives them.
    context : str
        When the pain was felt.

    Raises
    ------
    ValueError
        Where no tendon has a reading.
    """
    labels = [label for label in weekly if frame[f"pain_{label}"].notna().any()]
    if not labels:
        raise ValueError("There is no day with pain to draw.")
    timeline = Timeline.of(frame)
    readings = int(frame[[f"pain_{label}" for label in labels]].notna().sum().sum())
    by_week = timeline.days > MOST_DAYS or readings > MOST_MARKS
    panel = pain_panel(frame, weekly, labels, timeline, labels, by_week, True, called="Tendon")
    columns = {f"pain_{label}": f"{label} (VAS 0-100)" for label in labels}
    return Picture(
        chart=finish(panel),
        title=f"{pain_title(context)} of {plural(len(labels), 'tendon')}",
        alt=" ".join(_words(label, weekly_points(frame, weekly[label], label)) for label in labels),
        table=frame[["day", *columns]]
        .dropna(subset=list(columns), how="all")
        .rename(columns=columns),
        name="side_by_side",
    )


def _words(label: str, points: pd.DataFrame) -> str:
    if points.empty:
        return f"{label}: 0 weeks with enough days for a mean."
    first, last = points.iloc[0], points.iloc[-1]
    return (
        f"{label}: {number(first['pain'])} of 100 in {first['when']}, "
        f"{number(last['pain'])} in {last['when']}."
    )
