"""Pain above, drops below, on one time axis: the picture of one tendon's recovery."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from analysis.charts.calendar import status_words
from analysis.charts.drops_panel import PRESCRIBED, drops_panel, key
from analysis.charts.marks import finish, stacked
from analysis.charts.pain_panel import pain_panel
from analysis.charts.picture import MOST_MARKS, Picture
from analysis.charts.runs import weekly_points
from analysis.charts.timeline import Timeline
from analysis.wording import number, plural

MOST_DAYS = 400
BY_WEEK = "Over {days:,} days: weekly means and, behind them, the range of each week's days."


def recovery(
    *,
    frame: pd.DataFrame,
    drops: pd.DataFrame,
    weekly: Mapping[str, pd.DataFrame],
    contexts: Sequence[str],
) -> Picture:
    """Return pain by context above drops a day by variant, on one shared time axis.

    Parameters
    ----------
    frame : pandas.DataFrame
        One tendon's days as :meth:`analysis.days.Days.frame` gives them.
    drops : pandas.DataFrame
        ``day``, ``week``, ``variant``, ``drops``: logged days only.
    weekly : mapping of str to pandas.DataFrame
        By context: ``week``, ``mean`` (VAS 0-100), ``n_days``, ``counted``,
        ``first_day``, ``last_day``. Weeks that do not count leave a gap.
    contexts : sequence of str
        The contexts of pain to draw; may be empty, as may ``drops``.

    Notes
    -----
    Daily points and bars give way to weekly ones where the days are more than 400
    or the marks more than 2,000; ``note`` then says so. The two panels have their
    own axes, one above the other: never two scales on one panel.

    Raises
    ------
    ValueError
        Where there is neither pain nor a logged session to draw.
    """
    timeline = Timeline.of(frame)
    by_week = timeline.days > MOST_DAYS or _daily_marks(frame, drops, contexts) > MOST_MARKS
    has_drops = bool(frame["logged"].any())
    variants = list(dict.fromkeys(drops["variant"])) if has_drops else []
    colours = [*contexts, *variants, PRESCRIBED]
    panels = []
    if contexts:
        alone = not has_drops
        panels.append(pain_panel(frame, weekly, contexts, timeline, colours, by_week, alone))
    if has_drops:
        panels.append(drops_panel(frame, drops, timeline, colours, by_week))
    if not panels:
        raise ValueError("There is neither pain nor a session to draw.")
    return Picture(
        chart=finish(_stack(panels)),
        title=_title(contexts, has_drops),
        alt=_alt(frame, weekly, contexts, has_drops),
        table=_table(frame, contexts),
        name="recovery",
        note=_note(frame, timeline, by_week, has_drops),
    )


def _stack(panels: list[alt.LayerChart]) -> alt.LayerChart | alt.VConcatChart:
    if len(panels) == 1:
        return panels[0]
    # Each panel names the same colours, so that no colour means two things; legends stay apart.
    return stacked(*panels, spacing=12).resolve_scale(
        color="independent", shape="independent", strokeDash="independent"
    )


def _daily_marks(frame: pd.DataFrame, drops: pd.DataFrame, contexts: Sequence[str]) -> int:
    readings = sum(int(frame[f"pain_{context}"].notna().sum()) for context in contexts)
    return readings + len(drops) + len(contexts) * len(frame) // 7


def _note(frame: pd.DataFrame, timeline: Timeline, by_week: bool, has_drops: bool) -> str:
    said = [BY_WEEK.format(days=timeline.days)] if by_week else []
    if has_drops:
        said.append(key(frame))
    return " ".join(said)


def _title(contexts: Sequence[str], has_drops: bool) -> str:
    parts = ["pain (VAS 0-100)"] if contexts else []
    parts += ["drops a day"] if has_drops else []
    return " and ".join(parts).capitalize().replace("vas", "VAS")


def _alt(
    frame: pd.DataFrame,
    weekly: Mapping[str, pd.DataFrame],
    contexts: Sequence[str],
    has_drops: bool,
) -> str:
    said = [f"{plural(len(frame), 'day')} of one tendon."]
    said += [
        _pain_words(context, weekly_points(frame, weekly[context], context)) for context in contexts
    ]
    if has_drops:
        said.append(_drops_words(frame))
    return " ".join(said)


def _pain_words(context: str, points: pd.DataFrame) -> str:
    if points.empty:
        return f"Pain ({context}): no week with enough days for a mean."
    ends = [
        f"{number(pain)} {'on' if when.startswith('day') else 'in'} {when}"
        for when, pain in points[["when", "pain"]].iloc[[0, -1]].itertuples(index=False)
    ]
    return f"Pain ({context}): {' and '.join(dict.fromkeys(ends))} on VAS 0 to 100."


def _drops_words(frame: pd.DataFrame) -> str:
    logged = frame["logged"]
    zero = int((frame.loc[logged, "drops"] == 0).sum())
    total = number(round(float(frame["drops"].sum())))
    said = f"{total} drops on {plural(int(logged.sum()), 'logged day')}"
    said += f", of which {zero} with 0 drops." if zero else "."
    prescribed = frame["prescribed"].dropna()
    if len(prescribed):
        amounts = " then ".join(number(amount) for amount in prescribed.drop_duplicates())
        said += f" Prescribed: {amounts} drops a day."
    return said


def _table(frame: pd.DataFrame, contexts: Sequence[str]) -> pd.DataFrame:
    columns = {"day": frame["day"], "week": frame["week"]}
    if frame["date"].notna().any():
        columns["date"] = frame["date"].dt.strftime("%Y-%m-%d")
    columns["the day"] = status_words(frame["status"])
    columns["drops"] = frame["drops"]
    columns["drops prescribed"] = frame["prescribed"]
    for context in contexts:
        columns[f"pain {context} (VAS 0-100)"] = frame[f"pain_{context}"].round(1)
    return pd.DataFrame(columns)
