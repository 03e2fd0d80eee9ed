"""One thing a comparison says beside its headline: a finding, its numbers, how to read them."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analysis.estimate import Estimate, finite


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

    def as_parts(self) -> dict[str, Any]:
        """Return what stands in it by name; a table as a list of its rows.

        Examples
        --------
        >>> counts = pd.DataFrame({"90": [9], "180": [None]}, index=["flat"])
        >>> Section("people", table=counts).as_parts()["table"]
        [{'index': 'flat', '90': 9.0, '180': None}]
        """
        return {
            "title": self.title,
            "sentence": self.sentence,
            "note": self.note,
            "estimates": list(self.estimates),
            "table": None if self.table is None else _rows(self.table),
            "refused": list(self.refused),
        }


def _rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    rows = table.rename_axis(columns=None).reset_index().to_dict("records")
    return [{str(name): _plain(value) for name, value in row.items()} for row in rows]


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return finite(value)
    return None if pd.isna(value) else str(value)
