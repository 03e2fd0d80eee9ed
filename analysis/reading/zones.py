"""Times noted in world time: told by the file, shown, and moved to the person's own clock."""

import re

import pandas as pd

from analysis.reading.figures import is_missing
from analysis.reading.ledger import Ledger

KEY = "utc"
WORLD_TIME = re.compile(r"(?:\d\s*Z|UTC|GMT|[+-]00:?00)\s*$", re.IGNORECASE)
TEXT = (
    "The times of this file are in world time (UTC), and an evening may fall on the next day. "
    "The clock on the wall was"
)
AS_WRITTEN = "0"
CLOCKS = (
    (AS_WRITTEN, "the same: they are used as written"),
    *((str(hours), f"{-hours} h behind it") for hours in range(-1, -12, -1)),
    *((str(hours), f"{hours} h ahead of it") for hours in range(1, 15)),
)


def settle_world_time(ledger: Ledger) -> None:
    """Keep that a file's times are in world time, for an app that does not write so."""
    ledger.settle(KEY, TEXT, CLOCKS, AS_WRITTEN)


def hours_ahead(dates: pd.Series, ledger: Ledger) -> int:
    """Return the hours to be added to a file's times: none, or what the person has said.

    A file whose every time ends in Z, UTC or a zone of zero hours is in world time; any
    other zone is the person's own, and its times are local as they stand.

    Examples
    --------
    >>> import numpy as np
    >>> ledger = Ledger({"utc": "-8"}, np.arange(1))
    >>> hours_ahead(pd.Series(["2026-03-05T02:00:00Z"]), ledger)
    -8
    """
    if any(setting.key == KEY for setting in ledger.settings) or _in_world_time(dates):
        return int(ledger.settle(KEY, TEXT, CLOCKS, AS_WRITTEN))
    return 0


def _in_world_time(dates: pd.Series) -> bool:
    first = next((text for text in dates.head(30) if not is_missing(text)), "")
    if not WORLD_TIME.search(first):
        return False
    return all(is_missing(text) or WORLD_TIME.search(text) for text in dates.unique())
