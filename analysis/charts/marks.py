"""Marks, panels and stacks of panels: the few shapes that every chart is made of."""

from typing import Any, Literal

import altair as alt
import pandas as pd

Kind = Literal["area", "bar", "line", "point", "rect", "rule", "text", "tick"]
Chart = alt.Chart | alt.LayerChart | alt.VConcatChart


def marks(data: pd.DataFrame, kind: Kind, **style: Any) -> alt.Chart:
    """Return marks of one kind over a frame that holds only what is drawn.

    Examples
    --------
    >>> marks(pd.DataFrame({"vas": [30]}), "point", size=40).to_dict()["mark"]
    {'type': 'point', 'size': 40}
    """
    return alt.Chart(data, mark=alt.MarkDef(type=kind, **style))


def layered(*charts: alt.Chart, height: int) -> alt.LayerChart:
    """Return one panel of marks drawn over one another on one pair of axes."""
    return alt.LayerChart(layer=list(charts), height=height)


def stacked(*panels: alt.Chart | alt.LayerChart, spacing: int) -> alt.VConcatChart:
    """Return panels one above the other, each with its own axes."""
    return alt.VConcatChart(vconcat=list(panels), spacing=spacing)


def finish(chart: Chart) -> Chart:
    """Return the chart as wide as its place, without a menu that posts data to an outside editor.

    Panels one above the other are fitted too; the page shows them with
    ``width="stretch"``.

    Examples
    --------
    >>> chart = marks(pd.DataFrame({"vas": [30]}), "point").encode(x="vas:Q")
    >>> finish(chart).to_dict()["usermeta"]
    {'embedOptions': {'actions': False}}
    """
    done = chart.copy(deep=False)
    done.usermeta = {"embedOptions": {"actions": False}}
    done.autosize = alt.AutoSizeParams(type="fit-x", contains="padding")
    return done
