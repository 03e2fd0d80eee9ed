"""Everyone's change as a point by group, and beneath it the difference with its interval."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.difference_panel import difference_panel, said
from analysis.charts.marks import finish, stacked
from analysis.charts.people_panel import people_panel
from analysis.charts.picture import MOST_MARKS, Picture, by_group, words
from analysis.estimate import Estimate
from analysis.wording import number, plural

MOST_PEOPLE = MOST_MARKS * 3 // 4
LESS_PAIN = "Left of 0 is less pain."
THINNED = (
    "{shown:,} of {everyone:,} people are drawn, evenly along the range of each group; "
    "means and intervals are of everyone."
)


def estimation(
    *, people: pd.DataFrame, headline: Sequence[Estimate], by: str, unit: str
) -> Picture:
    """Return each person's change by group above the differences between the groups.

    Parameters
    ----------
    people : pandas.DataFrame
        ``person``, ``group``, ``change``; who has no change is not drawn.
    headline : sequence of Estimate
        One difference a pair of groups, all by one method; one without a number or
        an interval is drawn as far as it goes and named.
    by : str
        What the groups are.
    unit : str
        Of change and difference, such as ``points VAS 0-100``.

    Notes
    -----
    The two panels have one scale, so that a difference is as long below as above.
    No p value and no second axis is drawn.

    Raises
    ------
    ValueError
        Where nobody has a change.
    """
    inside = _inside(people)
    if inside.empty:
        raise ValueError("Nobody has a change to draw.")
    step = int(np.ceil(len(inside) / MOST_PEOPLE))
    shown = inside[inside["rank"] % step == 0]
    means = inside.groupby("group", as_index=False, sort=False).agg(
        mean=("change", "mean"), people=("change", "size")
    )
    scale = alt.Scale(domain=_reach(inside, headline), nice=False)
    panels = [people_panel(shown, means, by, scale, unit)]
    if headline:
        panels.append(difference_panel(headline, scale, unit))
    thinned = THINNED.format(shown=len(shown), everyone=len(inside)) if step > 1 else ""
    return Picture(
        chart=finish(stacked(*panels, spacing=16)),
        title=f"Change in pain by {by}, everyone a point, and the difference ({unit})",
        alt=_alt(means, headline, unit),
        table=_table(inside, by, unit),
        name="change_by_group",
        note=f"{LESS_PAIN} {thinned}".strip(),
    )


def _inside(people: pd.DataFrame) -> pd.DataFrame:
    """Return who has a change, by group in order and by change within it."""
    known = people.loc[people["change"].notna() & people["group"].notna()]
    kept = by_group(known, "change", "person")
    plain = pd.DataFrame(
        {
            "person": words(kept["person"]),
            "group": words(kept["group"]),
            "change": kept["change"].round(1),
        }
    ).reset_index(drop=True)
    return plain.assign(rank=plain.groupby("group", sort=False).cumcount())


def _reach(inside: pd.DataFrame, headline: Sequence[Estimate]) -> list[float]:
    limits = [v for e in headline for v in (e.low, e.high, e.estimate) if v is not None]
    values = [*inside["change"], *limits, 0.0]
    return [float(10 * np.floor(min(values) / 10)), float(10 * np.ceil(max(values) / 10))]


def _alt(means: pd.DataFrame, headline: Sequence[Estimate], unit: str) -> str:
    groups = ", ".join(
        f"{group} {number(mean, 1)} ({plural(n, 'person', 'people')})"
        for group, mean, n in means.itertuples(index=False)
    )
    differences = "; ".join(said(estimate) for estimate in headline)
    told = f" Difference with its interval: {differences}." if headline else ""
    return f"Mean change in {unit}: {groups}.{told}"


def _table(inside: pd.DataFrame, by: str, unit: str) -> pd.DataFrame:
    kept = inside[["person", "group", "change"]]
    return kept.rename(columns={"group": by, "change": f"change ({unit})"})
