"""Texts to values: numbers, dates, clock times and durations."""

from analysis.reading.figures import Parsed, decimal_mark, is_missing, numbers
from analysis.reading.times import BARE, Times, clock_minutes, date_order, durations, times

__all__ = [
    "BARE",
    "Parsed",
    "Times",
    "clock_minutes",
    "date_order",
    "decimal_mark",
    "durations",
    "is_missing",
    "numbers",
    "times",
]
