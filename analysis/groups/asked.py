"""What is asked of a cohort: the groups, the week, the pain, and every choice beside them."""

from dataclasses import dataclass, field

from analysis.groups.events.first_day import PainFree
from analysis.groups.methods.responders import Threshold
from analysis.outcomes import Options


@dataclass(frozen=True)
class Only:
    """People of one value of a column; everyone else is hidden."""

    column: str
    value: str

    def __str__(self) -> str:
        return f"{self.column}: {self.value}"


@dataclass(frozen=True)
class Asked:
    """Every choice behind a comparison, so that the same choices give the same numbers.

    Attributes
    ----------
    by : str
        The column that makes the groups.
    week, context
        As of :class:`analysis.outcomes.Options`.
    only : Only or None
        Whom the comparison is kept to.
    margin : float or None
        Points VAS within which groups would count as the same, set beforehand.
    threshold : Threshold
        Fall of pain from which a person counts.
    pain_free : PainFree
        When a person counts as pain free.
    """

    by: str
    week: int = 12
    context: str | None = None
    only: Only | None = None
    margin: float | None = None
    threshold: Threshold = field(default_factory=Threshold)
    pain_free: PainFree = field(default_factory=PainFree)

    @property
    def options(self) -> Options:
        """Week and context, as outcomes take them."""
        return Options(week=self.week, context=self.context)
