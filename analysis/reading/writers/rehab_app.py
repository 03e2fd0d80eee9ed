"""The layout of rehab apps: repetitions of each leg in columns of their own."""

from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.writers.legs import by_leg
from analysis.reading.writers.writer import Part, Writer, has_all


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the repetitions of each leg, and the pain and notes of the row."""
    return by_leg(raw, {}, ledger)


WRITER = Writer(
    "rehab_app", "a rehab app", has_all(("date", "exercise", "left reps", "right reps")), parts
)
