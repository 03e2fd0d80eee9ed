"""Tables to take away: CSV that a spreadsheet opens without running anything in it."""

from pathlib import Path

import pandas as pd

from analysis.model import Log

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_tables(log: Log, folder: Path) -> None:
    """Write every table that has rows as CSV, safe to open in a spreadsheet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in log.tables().items():
        if len(frame):
            (folder / f"{name}.csv").write_text(csv_of(frame), encoding="utf-8")


def csv_of(frame: pd.DataFrame) -> str:
    """Return a frame as CSV in which no text cell can be taken for a spreadsheet formula.

    Examples
    --------
    >>> print(csv_of(pd.DataFrame({"note": ["=1+1"], "vas": [3.0]})), end="")
    note,vas
    '=1+1,3.0
    """
    text = frame.select_dtypes("str").columns
    safe = frame.assign(**{name: _neutral(frame[name]) for name in text})
    return safe.to_csv(index=False)


def _neutral(texts: pd.Series) -> pd.Series:
    return texts.where(~texts.str.startswith(FORMULA_STARTS, na=False), "'" + texts)
