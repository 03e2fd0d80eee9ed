"""One thing a comparison says beside its headline: a finding, its numbers, how to read them."""

from dataclasses import dataclass, field

import pandas as pd

from analysis.estimate import Estimate


@dataclass(frozen=True)
class Section:
    """What one question comes to, the same on the page, on the command line and taken away.

    Attributes
    ----------
    title : str
        What it asks.
    estimates : tuple of Estimate
        Its numbers; none where it is refused.
    note : str
        How to read them, or why there are none.
    table : pandas.DataFrame or None
        Counts or p values side by side, where that reads better.
    sentence : str
        The finding in words; "" where the numbers say it all.
    refused : tuple of dict
        ``what`` cannot be answered, and ``why``.
    """

    title: str
    estimates: tuple[Estimate, ...] = ()
    note: str = ""
    table: pd.DataFrame | None = field(default=None, compare=False)
    sentence: str = ""
    refused: tuple[dict[str, str], ...] = ()
