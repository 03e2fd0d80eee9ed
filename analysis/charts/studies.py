"""What studies published as the share that did well, each in a panel of its like."""

from collections.abc import Sequence

import pandas as pd

from analysis.charts.marks import finish, stacked
from analysis.charts.picture import Picture
from analysis.charts.shares import share_rows
from analysis.estimate import Estimate

PANEL = ["measure", "unit"]
BESIDE = {"VAS100": "reported beside pain on VAS 0-100", "success": "reported without a score"}
NOTE = (
    "What counted as success differs from panel to panel, and so does whether tendons or "
    "people were counted: rows of different panels cannot be set against one another."
)


def success(studies: pd.DataFrame, shares: Sequence[Estimate]) -> Picture:
    """Return the published shares with their intervals, unlike ones in separate panels.

    Parameters
    ----------
    studies : pandas.DataFrame
        As :func:`analysis.studies.studies` gives them: ``study``, ``year``, ``site``,
        ``arm``, ``unit`` (tendon or patient) and ``measure`` say in which panel a
        share belongs.
    shares : sequence of Estimate
        As :func:`analysis.studies.success_shares` gives them, in percent, named
        ``study year, site, arm``.

    Raises
    ------
    ValueError
        Where there is no share, or one of an arm that the studies do not have.
    """
    rows = _rows(studies, shares)
    panels = [share_rows(part, _title(part)) for _, part in rows.groupby(PANEL, sort=False)]
    return Picture(
        chart=finish(stacked(*panels, spacing=18)),
        title="Published shares with success (%), with 95 % intervals",
        alt=f"Published shares: {'; '.join(rows['row'])}. {NOTE}",
        table=rows.drop(columns="row").rename(
            columns={
                "share": "share (%)",
                "low": "interval from (%)",
                "high": "interval to (%)",
                "unit": "counted in",
                "measure": "reported beside",
            }
        ),
        name="published_success",
        note=NOTE,
    )


def _rows(studies: pd.DataFrame, shares: Sequence[Estimate]) -> pd.DataFrame:
    arms = studies.assign(arm=_names(studies)).drop_duplicates("arm").set_index("arm")
    unknown = [share.name for share in shares if share.name not in arms.index]
    if unknown or not shares:
        raise ValueError(f"No study for {', '.join(unknown) or 'any share'}.")
    return pd.DataFrame(
        [
            {
                "row": f"{share.name}: {share.method.split(',')[0]}",
                "arm": share.name,
                "share": share.estimate,
                "low": share.low,
                "high": share.high,
                "unit": arms.at[share.name, "unit"],
                "measure": arms.at[share.name, "measure"],
            }
            for share in shares
        ]
    ).round(1)


def _names(studies: pd.DataFrame) -> list[str]:
    columns = studies[["study", "year", "site", "arm"]]
    return [
        f"{study} {year}, {site}, {arm}"
        for study, year, site, arm in columns.itertuples(index=False)
    ]


def _title(alike: pd.DataFrame) -> list[str]:
    measure, unit = alike["measure"].iloc[0], alike["unit"].iloc[0]
    return [f"Share of {unit}s (%)", BESIDE.get(measure, f"reported beside {measure}")]
