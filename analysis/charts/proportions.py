"""The share of each group that returned to activity, with its interval."""

from collections.abc import Sequence

import pandas as pd

from analysis.charts.marks import finish
from analysis.charts.picture import Picture
from analysis.charts.shares import share_rows
from analysis.estimate import Estimate
from analysis.wording import number, plural

TITLE = "Share returned to activity (%)"


def proportions(estimates: Sequence[Estimate]) -> Picture:
    """Return the share of each group as a point with its interval, 0 to 100 %.

    Parameters
    ----------
    estimates : sequence of Estimate
        As :func:`analysis.groups.methods.proportions.returned` gives them. Those of one group
        are its shares, in ``%`` or, with any other unit, as parts of 1; those of
        several groups are differences and are not drawn.

    Raises
    ------
    ValueError
        Where no group has a share.
    """
    shares = [e for e in estimates if len(e.n) == 1 and e.estimate is not None]
    if not shares:
        raise ValueError("No group has a share to draw.")
    data = pd.DataFrame([_row(estimate) for estimate in shares])
    return Picture(
        chart=finish(share_rows(data, TITLE)),
        title=f"{TITLE}, with 95 % intervals",
        alt=f"{TITLE}: {'; '.join(data['row'])}.",
        table=data.drop(columns="row").rename(
            columns={"share": "share (%)", "low": "interval from (%)", "high": "interval to (%)"}
        ),
        name="returned_to_activity",
    )


def _row(estimate: Estimate) -> dict[str, str | int | float | None]:
    share, low, high = (
        _percent(value, estimate.unit) for value in (estimate.estimate, estimate.low, estimate.high)
    )
    limits = f" ({number(low, 0)} to {number(high, 0)})" if low is not None else ""
    group, n = next(iter(estimate.n.items()))
    return {
        "row": f"{group}, {plural(int(n), 'person', 'people')}: {number(share, 0)} %{limits}",
        "group": str(group),
        "people": int(n),
        "share": share,
        "low": low,
        "high": high,
    }


def _percent(value: float | None, unit: str) -> float | None:
    if value is None:
        return None
    return round(float(value) * (1 if unit.startswith("%") else 100), 1)
