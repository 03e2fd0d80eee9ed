"""Everyone's mean drops a day done beside their mean pain: people, and no line through them."""

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.marks import finish, layered, marks
from analysis.charts.picture import MOST_MARKS, SHAPES, Picture, by_group, legend, vas_scale, words
from analysis.wording import RANGE, number, plural

DROPS, PAIN = "Drops a day done (mean)", "Mean pain (VAS 0-100)"
NOTE = "Each point is a person. No line is drawn: who does more differs in other ways too."
SOME = " {shown:,} of {everyone:,} people are drawn."


def who_does_more(people: pd.DataFrame) -> Picture:
    """Return a point a person: drops a day across, pain upwards, by group.

    Nothing is fitted, and both axes begin at 0, so that people who hardly differ are
    not drawn far apart.

    Parameters
    ----------
    people : pandas.DataFrame
        ``person``, ``group``, ``drops`` (mean a day done), ``pain`` (mean VAS 0-100).

    Raises
    ------
    ValueError
        Where nobody has both.
    """
    known = people[["person", "group", "drops", "pain"]].dropna()
    if known.empty:
        raise ValueError("Nobody has both drops done and pain to draw.")
    known = known.assign(person=words(known["person"]), group=words(known["group"])).round(1)
    known = by_group(known, "drops", "person")
    shown = known.iloc[:: int(np.ceil(len(known) / MOST_MARKS))]
    some = SOME.format(shown=len(shown), everyone=len(known)) if len(shown) < len(known) else ""
    return Picture(
        chart=finish(layered(_points(shown, list(dict.fromkeys(known["group"]))), height=300)),
        title="People's mean drops a day done, and their mean pain (VAS 0-100)",
        alt=" ".join(_group_words(str(group), told) for group, told in known.groupby("group")),
        table=known.rename(columns={"drops": DROPS.lower(), "pain": PAIN.replace("M", "m", 1)}),
        name="who_does_more",
        note=NOTE + some,
    )


def _points(people: pd.DataFrame, groups: list[str]) -> alt.Chart:
    named = legend("", groups)
    shapes = [SHAPES[place % len(SHAPES)] for place in range(len(groups))]
    across = alt.Axis(title=DROPS, tickCount=6, labelFlush=True, labelOverlap=True)
    upwards = alt.Axis(title=PAIN, values=[0, 25, 50, 75, 100])
    return marks(people, "point", filled=True, size=60, opacity=0.7).encode(
        x=alt.X("drops:Q", scale=alt.Scale(zero=True), axis=across),
        y=alt.Y("pain:Q", scale=vas_scale(), axis=upwards),
        color=alt.Color("group:N", scale=alt.Scale(domain=groups), legend=named),
        shape=alt.Shape("group:N", scale=alt.Scale(domain=groups, range=shapes), legend=named),
        tooltip=[
            alt.Tooltip("person:N", title="Person"),
            alt.Tooltip("group:N", title="Of"),
            alt.Tooltip("drops:Q", title=DROPS),
            alt.Tooltip("pain:Q", title=PAIN),
        ],
    )


def _group_words(group: str, people: pd.DataFrame) -> str:
    drops, pain = (_spread(people[name]) for name in ("drops", "pain"))
    return f"{group}: {plural(len(people), 'person', 'people')}, drops a day {drops}, pain {pain}."


def _spread(values: pd.Series) -> str:
    ends = f"{number(values.min(), 0)}{RANGE}{number(values.max(), 0)}"
    return f"{ends} (mean {number(values.mean(), 0)})"
