"""Recognising the log's own tables, as they are written and taken away."""

from analysis.model import TABLES

KEYS: dict[str, tuple[str, ...]] = {
    "sessions": ("started", "reps"),
    "activities": ("started", "sport"),
    "pain": ("felt_at", "vas"),
    "measures": ("measure", "value"),
    "events": ("on", "what"),
    "prescriptions": ("from", "protocol"),
    "tendons": ("site", "start", "returned_to_activity"),
}
"""Column names that, together and exactly so written, tell each table."""


PAIN = {column.name for column in TABLES["pain"]}
"""Without dates, pain is told by all of its names being the log's own."""


def own_table(header: tuple[str, ...]) -> str:
    """Return which of the log's own tables a header is of, or an empty text.

    Its units and scales are then the log's own, ``reps`` are all sets together,
    and every row is an entry.

    Examples
    --------
    >>> own_table(("person", "felt_at", "side", "context", "vas"))
    'pain'
    >>> own_table(("date", "knee_pain"))
    ''
    """
    names = set(header)
    if {"context", "vas"} <= names <= PAIN:
        return "pain"
    return next((table for table, keys in KEYS.items() if names.issuperset(keys)), "")
