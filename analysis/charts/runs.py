"""Where a line has to break: what is missing stays a gap."""

import pandas as pd


def weekly_runs(weeks: pd.DataFrame) -> pd.Series:
    """Number the stretches of weeks without a gap, one line each.

    Visits (a week that counts with fewer than 3 days) are joined from one to the
    next: between them no reading was due.

    Parameters
    ----------
    weeks : pandas.DataFrame
        ``week`` (ascending) and ``n_days``, only the weeks that count.

    Examples
    --------
    >>> weekly_runs(pd.DataFrame({"week": [1, 2, 4], "n_days": [7, 5, 6]})).tolist()
    [0, 0, 1]
    >>> weekly_runs(pd.DataFrame({"week": [0, 4, 12], "n_days": [1, 1, 1]})).tolist()
    [0, 0, 0]
    """
    if (weeks["n_days"] < 3).any():
        return pd.Series(0, index=weeks.index)
    return (weeks["week"].diff() > 1).cumsum()


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
