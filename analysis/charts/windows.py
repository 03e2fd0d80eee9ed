"""One difference measured over every sensible choice of windows, one choice a row."""

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.marks import finish, layered, marks
from analysis.charts.people_panel import change_axis, zero_line
from analysis.charts.picture import SHAPES, Picture, legend, named_rows
from analysis.wording import number, plural

ROW = 46
SHOWN, OTHER = "windows shown on this page", "other windows"
UNIT = "points VAS 0-100"
NOTE = "Left of 0 is less pain in the first group. Who is in a number differs with its windows."


def windows(strip: pd.DataFrame) -> Picture:
    """Return a row for each choice of windows: its difference, interval and n, the shown marked.

    Parameters
    ----------
    strip : pandas.DataFrame
        Of one pair, as :func:`analysis.groups.limits.specification.specification` gives it:
        ``pair``, ``baseline``, ``end``, ``estimate``, ``low``, ``high`` (points VAS
        0-100; without an interval where the limits are missing), ``n``, ``method``,
        ``shown``.

    Raises
    ------
    ValueError
        Where there is no row, or there is more than one pair.
    """
    if strip["pair"].nunique() != 1:
        raise ValueError("A picture of windows shows one pair, with at least one choice.")
    pair = str(strip["pair"].iloc[0])
    rows = _rows(strip)
    return Picture(
        chart=finish(_panel(rows, _reach(strip))),
        title=f"{pair}: difference in change of pain by choice of windows ({UNIT})",
        alt=f"{pair}, baseline to end: {'; '.join(rows['row'])}.",
        table=_table(strip),
        name="other_windows",
        note=NOTE,
    )


def _rows(strip: pd.DataFrame) -> pd.DataFrame:
    rounded = strip[["estimate", "low", "high"]].round(1)
    told = zip(strip["baseline"], strip["end"], strip["n"], strip["shown"], strict=True)
    sizes = rounded.itertuples(index=False)
    return pd.DataFrame(
        {
            "row": [_said(*one, *size) for one, size in zip(told, sizes, strict=True)],
            "change": rounded["estimate"].to_numpy(),
            "low": rounded["low"].to_numpy(),
            "high": rounded["high"].to_numpy(),
            "which": np.where(strip["shown"], SHOWN, OTHER),
            "place": np.arange(len(strip)) + 0.7,
        }
    )


def _said(baseline, end, n, shown, value, low, high) -> str:
    limits = "no interval" if np.isnan(low) else f"{number(low, 0)} to {number(high, 0)}"
    mark = "Shown: " if shown else ""
    who = plural(int(n), "person", "people")
    return f"{mark}{baseline} to {end}: {number(value, 0)} ({limits}), {who}"


def _panel(rows: pd.DataFrame, scale: alt.Scale) -> alt.LayerChart:
    names = named_rows(rows["row"].tolist())
    kinds = [kind for kind in (SHOWN, OTHER) if (rows["which"] == kind).any()]
    shapes = alt.Scale(domain=[SHOWN, OTHER], range=[SHAPES[3], SHAPES[0]])
    shape = alt.Shape("which:N", scale=shapes, legend=legend("", kinds))
    tooltip = [
        alt.Tooltip("row:N", title="Windows"),
        alt.Tooltip("change:Q", title=UNIT),
        alt.Tooltip("low:Q", title="Interval from"),
        alt.Tooltip("high:Q", title="Interval to"),
    ]
    bars = marks(rows[rows["low"].notna()], "bar", size=4, opacity=0.7).encode(
        x="low:Q", x2="high:Q", y=names, tooltip=tooltip
    )
    sizes = alt.Scale(domain=[SHOWN, OTHER], range=[260, 90])
    points = marks(rows, "point", filled=True, opacity=1).encode(
        x=change_axis(scale, f"Difference ({UNIT})"),
        y=names,
        shape=shape,
        size=alt.Size("which:N", scale=sizes, legend=None),
        tooltip=tooltip,
    )
    return layered(zero_line(), bars, points, height=ROW * len(rows))


def _reach(strip: pd.DataFrame) -> alt.Scale:
    values = np.append(strip[["estimate", "low", "high"]].to_numpy(), 0.0)
    ends = [10 * np.floor(np.nanmin(values) / 10), 10 * np.ceil(np.nanmax(values) / 10)]
    low, high = ends if ends[0] < ends[1] else (-10, 10)
    return alt.Scale(domain=[float(low), float(high)], nice=False)


def _table(strip: pd.DataFrame) -> pd.DataFrame:
    kept = strip[["baseline", "end", "estimate", "low", "high", "n", "method", "shown"]]
    return kept.round(1).rename(
        columns={
            "estimate": f"difference ({UNIT})",
            "low": "interval from",
            "high": "interval to",
            "n": "people",
            "shown": "shown on this page",
        }
    )
