"""The differences between groups, each a point with its interval in a row of its own."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.marks import layered, marks
from analysis.charts.people_panel import change_axis, zero_line
from analysis.charts.picture import named_rows
from analysis.estimate import Estimate
from analysis.wording import number

ROW = 56


def difference_panel(headline: Sequence[Estimate], scale: alt.Scale, unit: str) -> alt.LayerChart:
    """Return one row a difference; what has no number has its row and says so."""
    rows = pd.DataFrame(
        {
            "row": [said(estimate) for estimate in headline],
            "place": np.arange(len(headline)) + 0.68,
            "change": _rounded(estimate.estimate for estimate in headline),
            "low": _rounded(estimate.low for estimate in headline),
            "high": _rounded(estimate.high for estimate in headline),
        }
    )
    names = named_rows(rows["row"].tolist())
    title = f"Difference ({unit})"
    tooltip = [
        alt.Tooltip("row:N", title="Difference"),
        alt.Tooltip("change:Q", title=title),
        alt.Tooltip("low:Q", title="Interval from"),
        alt.Tooltip("high:Q", title="Interval to"),
    ]
    points = marks(rows[rows["change"].notna()], "point", filled=True, size=120, opacity=1).encode(
        x=change_axis(scale, title), y=names, tooltip=tooltip
    )
    bars = marks(rows[rows["low"].notna()], "bar", size=4).encode(
        x="low:Q", x2="high:Q", y=names, tooltip=tooltip
    )
    return layered(zero_line(), points, bars, height=ROW * len(rows))


def said(estimate: Estimate) -> str:
    """Return a difference with its interval in a few words.

    Examples
    --------
    >>> said(Estimate("a minus b", "Welch", -2.0, "points", {"a": 5}, low=-4.04, high=0.1))
    'a minus b: −2.0 (−4.0 to 0.1)'
    """
    if estimate.estimate is None:
        return f"{estimate.name}: no number"
    value = f"{estimate.name}: {number(estimate.estimate, 1)}"
    if estimate.low is None:
        return f"{value}, no interval"
    return f"{value} ({number(estimate.low, 1)} to {number(estimate.high, 1)})"


def _rounded(values) -> pd.Series:
    return pd.Series(list(values), dtype="float64").round(1)
