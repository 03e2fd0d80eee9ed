"""One tendon by itself, in the same shape as a whole log."""

from analysis.days import Days


def alone(days: Days, tendon: int) -> Days:
    """Return the days of one tendon as a log of that tendon only."""
    return days.alone(tendon)
