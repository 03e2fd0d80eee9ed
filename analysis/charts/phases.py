"""Pain before and after a marked day, with a line through each."""

import pandas as pd

from analysis.charts.fitted import AFTER, BEFORE, dots_and_lines
from analysis.charts.marks import finish, layered, marks
from analysis.charts.picture import NEUTRAL, Picture
from analysis.charts.timeline import Timeline
from analysis.context import pain_title
from analysis.wording import number, plural


def phases(points: pd.DataFrame, *, context: str, day: int, what: str) -> Picture:
    """Return the days around a mark, the mark as a dashed rule, and a line on each side of it.

    Parameters
    ----------
    points : pandas.DataFrame
        ``day``, ``date``, ``pain``, ``line`` (missing where none was fitted) and ``phase``,
        as :func:`analysis.tendon.phases.phases` gives them.
    context : str
        When the pain was felt.
    day : int
        The marked programme day.
    what : str
        What changed, in words.

    Raises
    ------
    ValueError
        Where there is no day.
    """
    if points.empty:
        raise ValueError("There is no day with pain around the mark to draw.")
    timeline = Timeline.of(points)
    name = pain_title(context)
    at = pd.DataFrame({"at": timeline.at(pd.Series([day]))})
    rule = marks(at, "rule", color=NEUTRAL, strokeDash=[6, 4], strokeWidth=2, clip=True)
    drawn = [*dots_and_lines(points, timeline, name), rule.encode(x=timeline.along())]
    columns = ["day", "pain", "line", "phase"]
    return Picture(
        chart=finish(layered(*drawn, height=260)),
        title=f"{name} before and after day {day} ({what})",
        alt=_alt(points, context, day),
        table=points[columns].round(1).rename(columns={"pain": name}),
        name="before_and_after",
        note=f"The dashed line is day {day}: {what}.",
    )


def _alt(points: pd.DataFrame, context: str, day: int) -> str:
    said = [f"{pain_title(context)} around day {day}"]
    for phase in (BEFORE, AFTER):
        here = points[points["phase"] == phase]
        words = f"{plural(len(here), 'day')} {phase}"
        if here["line"].notna().any():
            first, last = here["line"].iloc[0], here["line"].iloc[-1]
            words += f", the line from {number(first, 0)} to {number(last, 0)} of 100"
        said.append(words)
    return f"{'; '.join(said)}."
