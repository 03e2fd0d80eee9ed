"""Where a line has to break: what is missing stays a gap."""

import pandas as pd

DAYS_TO_COUNT = 3


def weekly_points(frame: pd.DataFrame, weeks: pd.DataFrame, context: str) -> pd.DataFrame:
    """Return the points of a line of pain and the stretch without a gap each belongs to.

    Diaries give the weeks that count, in the middle of the week; a week that does not
    count breaks the line. Visits (a week that counts with fewer than 3 days) are
    themselves the points, on their day, and are joined: between them no reading was due.

    Parameters
    ----------
    frame : pandas.DataFrame
        One tendon's days with ``pain_<context>``, VAS 0-100.
    weeks : pandas.DataFrame
        The tendon's weekly means as :func:`analysis.days.weekly` gives them.
    context : str
        When the pain was felt.

    Returns
    -------
    pandas.DataFrame
        ``day`` (may lie between two days), ``when`` in words, ``pain``, ``days`` with a
        reading, ``context``, ``run``.
    """
    counted = weeks[weeks["counted"]].sort_values("week")
    if (counted["n_days"] < DAYS_TO_COUNT).any():
        felt = frame[frame[f"pain_{context}"].notna()]
        day, when, n, run = felt["day"], "day", 1, 0
        name, pain = felt["day"], felt[f"pain_{context}"]
    else:
        day, when = (counted["first_day"] + counted["last_day"]) / 2, "week"
        name, pain, n = counted["week"], counted["mean"], counted["n_days"]
        run = (counted["week"].diff() > 1).cumsum()
    return pd.DataFrame(
        {
            "day": day,
            "when": [f"{when} {value:.0f}" for value in name],
            "pain": pain.round(1),
            "days": n,
            "context": context,
            "run": run,
        }
    ).reset_index(drop=True)


def scheduled_runs(weeks: pd.DataFrame, line: list[str]) -> pd.Series:
    """Number the stretches of each line in which no scheduled week is missing.

    A week is scheduled when anybody has it: between visits at weeks 0, 4 and 12
    nothing is missing.

    Parameters
    ----------
    weeks : pandas.DataFrame
        ``week`` and the columns named in ``line``, ascending by week within a line.
    line : list of str
        The columns that tell one line from another.

    Examples
    --------
    >>> two = pd.DataFrame({"person": ["a", "a", "a", "b", "b"], "week": [1, 2, 3, 1, 3]})
    >>> scheduled_runs(two, ["person"]).tolist()
    [0, 0, 0, 0, 1]
    """
    place = weeks["week"].rank(method="dense")
    gap = place.groupby([weeks[name] for name in line]).diff() > 1
    return gap.groupby([weeks[name] for name in line]).cumsum().astype("int64")
