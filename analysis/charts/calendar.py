"""The course as a calendar: a row a week, a column a day, a sign for what the day held."""

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, layered, marks
from analysis.charts.picture import NEUTRAL, Picture
from analysis.context import pain_title
from analysis.wording import number

MOST_WEEKS = 53
ROW = 26
STATUSES = {
    "full": ("all of the drops", "M-0.8,0.1L-0.25,0.65L0.8,-0.6"),
    "part": (
        "part of them",
        "M0,-0.75A0.75,0.75,0,1,0,0,0.75ZM0,-0.75A0.75,0.75,0,0,1,0,0.75",
    ),
    "done": ("done, none prescribed", "M0,-0.8L0.8,0L0,0.8L-0.8,0Z"),
    "zero": ("logged, 0 drops", "M-0.7,-0.7L0.7,0.7M-0.7,0.7L0.7,-0.7"),
    "rest": (
        "rest day",
        "M-0.45,0.75L-0.45,-0.75L0.15,-0.75A0.4,0.4,0,0,1,0.15,0.1L-0.45,0.1M0.05,0.1L0.5,0.75",
    ),
    "unlogged": ("not logged", "M-0.25,0L0.25,0"),
}
NO_PAIN, NOT_NOTED = "noted as 0, no pain", "not noted"
PAIN_KEY = f"○ {NO_PAIN}; – {NOT_NOTED}."


def calendar(frame: pd.DataFrame, *, pain: str | None = None) -> Picture:
    """Return the weeks of a course day by day: what was done, or how pain was.

    Parameters
    ----------
    frame : pandas.DataFrame
        One tendon's days: ``day``, ``week``, ``date``, ``status``, ``drops`` and,
        where asked for, ``pain_<context>``.
    pain : str or None
        A context: circles whose size and colour are that pain, VAS 0-100, a ring for
        a noted 0 and a dash where nothing was noted. None: one sign and colour for
        each status.

    Notes
    -----
    Weeks run from programme day 0, whatever weekday that was. Of more than 53 weeks
    the last 53 are drawn, and ``note`` says so.
    """
    weeks = int(frame["week"].max() - frame["week"].min()) + 1
    shown = frame[frame["week"] > frame["week"].max() - MOST_WEEKS]
    days, names = _placed(shown)
    signs = [_status_chart(days)] if pain is None else _pain_charts(days, pain)
    cut = f"The last {MOST_WEEKS} of {weeks} weeks." if weeks > MOST_WEEKS else ""
    rows = list(range(int(days["week"].min()), int(days["week"].max()) + 1))
    drawn = [_on_grid(sign, names, rows) for sign in signs]
    return Picture(
        chart=finish(layered(*drawn, height=ROW * len(rows))),
        title="What each day held" if pain is None else f"{pain_title(pain)}, day by day",
        alt=_status_words(shown) if pain is None else _pain_words(shown, pain),
        table=_table(shown, pain),
        name="calendar",
        note=" ".join(filter(None, (PAIN_KEY if pain else "", cut))),
    )


def status_words(status: pd.Series) -> pd.Series:
    """Return what each day held in the words of the calendar.

    Examples
    --------
    >>> status_words(pd.Series(["zero", "unlogged"])).tolist()
    ['logged, 0 drops', 'not logged']
    """
    return status.map({name: label for name, (label, _) in STATUSES.items()}).astype("str")


def _placed(frame: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Return the days with the name of their column, and these names in order."""
    place = frame["day"] % 7
    dated = frame["date"].notna()
    if dated.any():
        names = frame[dated].groupby(place)["date"].first().dt.strftime("%a").to_dict()
    else:
        names = {number: f"day {number + 1}" for number in range(7)}
    order = [names[number] for number in range(7) if number in names]
    days = frame.assign(weekday=place.map(names).astype("str"))
    return days, order


def _on_grid(chart: alt.Chart, names: list[str], weeks: list[int]) -> alt.Chart:
    return chart.encode(
        x=alt.X(
            "weekday:O",
            sort=names,
            scale=alt.Scale(domain=names),
            axis=alt.Axis(title=None, orient="top", labelAngle=0, ticks=False, domain=False),
        ),
        y=alt.Y(
            "week:O",
            scale=alt.Scale(domain=weeks),
            axis=alt.Axis(title="Week", ticks=False, domain=False),
        ),
    )


def _status_chart(days: pd.DataFrame) -> alt.Chart:
    present = [label for status, (label, _) in STATUSES.items() if (days["status"] == status).any()]
    data = pd.DataFrame(
        {
            "week": days["week"],
            "weekday": days["weekday"],
            "day": days["day"],
            "what": status_words(days["status"]),
            "drops": days["drops"].round(1),
        }
    )
    # Every status keeps its place in the order, so that its colour is the same in every log.
    order, shapes = [[*column] for column in zip(*STATUSES.values(), strict=True)]
    key = _key(present)
    return marks(data, "point", filled=False, size=190, strokeWidth=2, opacity=1).encode(
        color=alt.Color("what:N", scale=alt.Scale(domain=order), legend=key),
        shape=alt.Shape("what:N", scale=alt.Scale(domain=order, range=shapes), legend=key),
        tooltip=[
            alt.Tooltip("day:Q", title="Day"),
            alt.Tooltip("what:N", title="Held"),
            alt.Tooltip("drops:Q", title="Drops"),
        ],
    )


def _key(values: list[str]) -> alt.Legend:
    return alt.Legend(
        title=None,
        values=values,
        orient="bottom",
        columns=2,
        labelLimit=240,
        symbolSize=150,
        symbolStrokeWidth=2,
    )


def _pain_charts(days: pd.DataFrame, context: str) -> list[alt.Chart]:
    data = pd.DataFrame(
        {
            "week": days["week"],
            "weekday": days["weekday"],
            "day": days["day"],
            "pain": days[f"pain_{context}"].round(1),
        }
    )
    bare = data["pain"].isna() | (data["pain"] == 0)
    return [_pain_circles(data[~bare]), _pain_signs(data[bare])]


def _pain_circles(data: pd.DataFrame) -> alt.Chart:
    key = alt.Legend(title="VAS 0-100", orient="bottom", values=[25, 50, 75, 100])
    whole = alt.Scale(domain=[0, 100])
    return marks(data, "point", filled=True, opacity=1, stroke=NEUTRAL, strokeWidth=0.7).encode(
        size=alt.Size("pain:Q", scale=alt.Scale(domain=[0, 100], range=[12, 320]), legend=key),
        color=alt.Color("pain:Q", scale=whole, legend=key),
        tooltip=[
            alt.Tooltip("day:Q", title="Day"),
            alt.Tooltip("pain:Q", title="Pain (VAS 0-100)"),
        ],
    )


def _pain_signs(data: pd.DataFrame) -> alt.Chart:
    """Return the signs of days noted as 0 and of days not noted, which no size could tell."""
    what = data["pain"].isna().map({True: NOT_NOTED, False: NO_PAIN})
    shapes = alt.Scale(domain=[NO_PAIN, NOT_NOTED], range=["circle", STATUSES["unlogged"][1]])
    signs = data.drop(columns="pain").assign(what=what.astype("str"))
    sign = marks(signs, "point", filled=False, size=130, strokeWidth=2, opacity=1, color=NEUTRAL)
    return sign.encode(
        shape=alt.Shape("what:N", scale=shapes, legend=None),
        tooltip=[alt.Tooltip("day:Q", title="Day"), alt.Tooltip("what:N", title="Log")],
    )


def _status_words(frame: pd.DataFrame) -> str:
    counts = frame["status"].value_counts()
    said = [f"{counts[s]} {label}" for s, (label, _) in STATUSES.items() if counts.get(s, 0)]
    return f"Of {len(frame)} days: {', '.join(said)}."


def _pain_words(frame: pd.DataFrame, context: str) -> str:
    felt = frame[f"pain_{context}"].dropna()
    if felt.empty:
        return f"{pain_title(context)} was noted on none of {len(frame)} days."
    return (
        f"{pain_title(context)} was noted on {len(felt)} of {len(frame)} days, between "
        f"{number(felt.min())} and {number(felt.max())}; on {int((felt == 0).sum())} as 0."
    )


def _table(frame: pd.DataFrame, context: str | None) -> pd.DataFrame:
    columns = {"day": frame["day"], "week": frame["week"]}
    if frame["date"].notna().any():
        columns["date"] = frame["date"].dt.strftime("%Y-%m-%d")
    if context is None:
        held = status_words(frame["status"])
        return pd.DataFrame({**columns, "the day": held, "drops": frame["drops"]})
    return pd.DataFrame({**columns, f"pain {context} (VAS 0-100)": frame[f"pain_{context}"]})
