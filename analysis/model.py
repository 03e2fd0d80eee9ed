"""The log: seven tables, their columns, types, units and words."""

from dataclasses import dataclass, field, fields, replace
from functools import partial
from typing import Self

import pandas as pd

SIDES = ("left", "right")
SITES = ("insertional", "midportion")
CONTEXTS = ("during", "after", "morning", "activity", "rest", "unspecified")
EXERCISES = (
    "heel drop",
    "heel raise",
    "concentric raise",
    "heavy slow",
    "isometric hold",
    "decline squat",
    "other",
)
SURFACES = ("flat", "low lift", "step")
KNEES = ("straight", "bent")
YES_NO = ("yes", "no")
VAS_MAX = 100.0
"""Pain is stored on 0 to 100 whatever scale the file used."""

ONE_PERSON = "one person"
"""The name given to the person of files that name nobody."""


@dataclass(frozen=True)
class Column:
    """One column of a table: its name, what it holds, and in which unit.

    ``kind`` is ``text``, ``time`` (local to the person, without a zone) or
    ``number``; ``words`` lists the values allowed, empty for free text.
    """

    name: str
    kind: str = "text"
    unit: str = ""
    words: tuple[str, ...] = ()

    @property
    def dtype(self) -> str:
        """The pandas dtype of the column; every one of them can hold a missing value."""
        return {"text": "str", "time": "datetime64[us]", "number": "float64"}[self.kind]


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


PERSON = Column("person")
SIDE = Column("side", words=SIDES)
SURFACE = Column("surface", words=SURFACES)
KNEE = Column("knee", words=KNEES)
DAY = Column("day", "number", "programme day")
WEEK = Column("week", "number", "programme week of a visit")

TABLES: dict[str, tuple[Column, ...]] = {
    "tendons": (
        PERSON,
        SIDE,
        Column("site", words=SITES),
        Column("start", "time"),
        Column("returned_to_activity", words=YES_NO),
        Column("returned_on", "time"),
        Column("satisfied", words=YES_NO),
        Column("left_on", "time"),
        Column("left_reason"),
    ),
    "prescriptions": (
        PERSON,
        SIDE,
        Column("from", "time"),
        DAY,
        Column("protocol"),
        SURFACE,
        KNEE,
        Column("drops_per_day", "number", "drops a day"),
        Column("days_per_week", "number", "days a week"),
    ),
    "sessions": (
        PERSON,
        Column("started", "time"),
        DAY,
        SIDE,
        Column("exercise", words=EXERCISES),
        SURFACE,
        Column("lift_cm", "number", "cm"),
        KNEE,
        Column("lowering_only", words=YES_NO),
        Column("sets", "number", "sets"),
        Column("reps", "number", "repetitions, all sets together"),
        Column("added_kg", "number", "kg"),
        Column("seconds", "number", "s"),
        *_text("stopped", "source"),
    ),
    "pain": (
        PERSON,
        Column("felt_at", "time"),
        DAY,
        WEEK,
        SIDE,
        Column("context", words=CONTEXTS),
        Column("vas", "number", "VAS 0-100"),
    ),
    "measures": (
        PERSON,
        SIDE,
        Column("on", "time"),
        DAY,
        WEEK,
        Column("measure"),
        Column("value", "number"),
    ),
    "activities": (
        PERSON,
        Column("started", "time"),
        DAY,
        Column("sport"),
        Column("minutes", "number", "min"),
        Column("distance_km", "number", "km"),
        Column("intensity_0_10", "number", "0-10"),
    ),
    "events": (
        PERSON,
        Column("on", "time"),
        DAY,
        SIDE,
        *_text("what", "note"),
    ),
}
"""Every table's columns. Where a file has no dates, the programme ``day`` or the
``week`` of a visit stands instead of the date, and the date is missing."""

TIME_COLUMN = {
    "sessions": "started",
    "pain": "felt_at",
    "measures": "on",
    "activities": "started",
    "events": "on",
    "prescriptions": "from",
}


def conform(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with a table's columns in order and of their types.

    Columns the table does not know are dropped, except from ``tendons``, which
    keeps them behind its own as text or numbers: they are offered for grouping.

    Parameters
    ----------
    table : str
        A key of :data:`TABLES`.
    frame : pandas.DataFrame
        Any subset of the columns; what is absent becomes missing.

    Examples
    --------
    >>> conform("pain", pd.DataFrame({"vas": [30], "person": ["a"]})).columns.tolist()
    ['person', 'felt_at', 'day', 'week', 'side', 'context', 'vas']
    """
    known = {
        column.name: (
            frame[column.name].astype(column.dtype)
            if column.name in frame
            else pd.Series(index=frame.index, dtype=column.dtype)
        )
        for column in TABLES[table]
    }
    further = {name: frame[name] for name in frame if table == "tendons" and name not in known}
    return pd.DataFrame({**known, **further}, index=frame.index).reset_index(drop=True)


def _empty(table: str) -> pd.DataFrame:
    return conform(table, pd.DataFrame())


@dataclass(frozen=True)
class Log:
    """Everything that was read: seven tables, any of which may be empty.

    Times are local and without a zone; pain is VAS 0-100; missing stays missing.
    """

    tendons: pd.DataFrame = field(default_factory=partial(_empty, "tendons"))
    prescriptions: pd.DataFrame = field(default_factory=partial(_empty, "prescriptions"))
    sessions: pd.DataFrame = field(default_factory=partial(_empty, "sessions"))
    pain: pd.DataFrame = field(default_factory=partial(_empty, "pain"))
    measures: pd.DataFrame = field(default_factory=partial(_empty, "measures"))
    activities: pd.DataFrame = field(default_factory=partial(_empty, "activities"))
    events: pd.DataFrame = field(default_factory=partial(_empty, "events"))

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables by name, in the order of :data:`TABLES`."""
        return {item.name: getattr(self, item.name) for item in fields(self)}

    def with_tables(self, **tables: pd.DataFrame) -> Self:
        """Return a copy with some tables replaced, each brought into form."""
        return replace(self, **{name: conform(name, frame) for name, frame in tables.items()})

    @property
    def people(self) -> list[str]:
        """The names of everyone in the log, sorted."""
        names = [frame["person"] for frame in self.tables().values()]
        return sorted(pd.concat(names).dropna().unique())
