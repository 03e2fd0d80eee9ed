"""Reading a session table against a bare typed ``pandas.read_csv`` of the same file."""

import io
from collections.abc import Iterator

import pandas as pd

from analysis.days import reduce_log
from analysis.reading import Answers, Source, read
from tests.bench.made import as_csv, made_export, made_log
from tests.bench.timing import line, seconds

NUMBERS = ("sets", "reps", "added_kg")
TEXTS = ("person", "side", "exercise", "surface", "knee")


def report(people: int) -> Iterator[str]:
    """Yield the lines for a table of so many people's sessions."""
    sessions = made_log(people).sessions.drop(columns=["lift_cm", "lowering_only", "seconds"])
    data = as_csv(sessions)
    types = {**dict.fromkeys(NUMBERS, "float64"), **dict.fromkeys(TEXTS, "str")}

    def typed() -> pd.DataFrame:
        return pd.read_csv(
            io.BytesIO(data), dtype=types, parse_dates=["started"], date_format="%Y-%m-%d %H:%M"
        )

    result = read([Source("sessions.csv", data)])
    assert len(result.log.sessions) == len(sessions) and not result.receipts[0].set_aside
    ours = seconds(lambda: read([Source("sessions.csv", data)]))
    yield line(f"read {len(sessions):,} session rows", ours, seconds(typed), "typed read_csv")


def report_of_sets(rows: int) -> Iterator[str]:
    """Yield the line for an app's export of so many set rows: recognised, read and reduced."""
    source = Source("export.csv", made_export(rows))
    answers = Answers({"*": {"unit": "kg", "exercise:standing calf raise barbell": "heel drop"}})

    def whole() -> int:
        reading = read([source], answers)
        assert reading.receipts[0].kind == "export of Strong"
        return len(reduce_log(reading.log).day)

    typed = seconds(lambda: pd.read_csv(io.BytesIO(source.data), parse_dates=["Date"]))
    name = f"read and reduce {rows:,} rows of an app's sets"
    yield line(name, seconds(whole), typed, "read_csv with dates")
