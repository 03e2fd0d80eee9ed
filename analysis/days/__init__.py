"""The one reduction: from the rows of a log to tendons and programme days."""

from analysis.days.reduction import reduce_log
from analysis.days.table import Days, PainByDay
from analysis.days.weeks import weekly

__all__ = ["Days", "PainByDay", "reduce_log", "weekly"]
