"""Everyone's line through the weeks, faint; those who stopped up to a cross on their last day."""

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.marks import marks
from analysis.charts.runs import scheduled_runs
from analysis.charts.week_look import STAYED, STOPPED, Look, pain


def some_people(lines: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return every k-th person, in order of their names, so that the points are few enough.

    Examples
    --------
    >>> told = pd.DataFrame({"person": list("aabb"), "group": "x", "at": [1, 2, 1, 2]})
    >>> some_people(told, 2)["person"].tolist()
    ['a', 'a']
    """
    step = int(np.ceil(len(lines) / most)) if len(lines) else 1
    place = lines["person"].rank(method="dense").astype("int64") - 1
    return lines[place % step == 0].sort_values(["group", "person", "at"])


def person_lines(lines: pd.DataFrame, look: Look, x: alt.X) -> list[alt.Chart]:
    """Return the lines of those who went on, of those who stopped, and their crosses.

    ``lines`` has ``person``, ``group``, ``week``, ``at``, ``mean``, ``left`` and
    ``last``, in order. A missing week breaks a line.
    """
    left = lines["left"].astype("bool")
    drawn = lines[["person"]].assign(
        group=lines["group"].mask(left, STOPPED),
        own=lines["group"],
        week=lines["at"].round(2),
        mean=lines["mean"].round(1),
        run=scheduled_runs(lines, ["person"]),
        kind=np.where(left, STOPPED, STAYED),
    )
    faint = float(np.clip(12 / max(lines["person"].nunique(), 1), 0.1, 0.4))
    crosses = drawn[lines["last"].astype("bool")]
    ends = marks(crosses.drop(columns=["run", "kind"]), "point", filled=True, size=40, opacity=1)
    return [
        _thin(drawn[~left], faint, look).encode(x=x),
        _thin(drawn[left], min(4 * faint, 0.9), look).encode(x=x),
        ends.encode(x=x, y=pain("mean"), color=look.colour, shape=look.shape, tooltip=_said()),
    ]


def _thin(drawn: pd.DataFrame, opacity: float, look: Look) -> alt.Chart:
    return marks(drawn, "line", strokeWidth=1.2, opacity=opacity).encode(
        y=pain("mean"),
        color=look.colour,
        strokeDash=look.dash,
        detail=["person:N", "run:N"],
        tooltip=_said(),
    )


def _said() -> list[alt.Tooltip]:
    return [alt.Tooltip("person:N", title="Person"), alt.Tooltip("own:N", title="Of")]
