"""What opens on demand below a comparison: each part one question, worked out and then said.

A part is a module with ``TITLE``; ``fits`` (whether the cohort can be asked);
``work``, which returns the part's own result, what pictures are drawn from; and
``say``, which returns that result as sections. One whose result does not hang on every
choice has ``rests_on``, which returns the choices that count. Page, command line and what is taken
away all go through them, so that their numbers are the same.
"""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from analysis.groups.cohort import Cohort
from analysis.groups.parts import (
    crossing,
    dose,
    events,
    other_ways,
    published,
    shares,
    weeks,
    windows,
)
from analysis.groups.section import Section

PARTS: tuple[ModuleType, ...] = (
    crossing,
    shares,
    weeks,
    events,
    dose,
    published,
    windows,
    other_ways,
)
"""In the order of the page."""


def sections(
    cohort: Cohort, work: Callable[[ModuleType], Any] | None = None
) -> Iterator[tuple[str, Section]]:
    """Yield every section that fits a cohort, with the title of its part.

    ``work`` returns a part's own result where it was worked out before.
    """
    for part in PARTS:
        if part.fits(cohort):
            told = part.work(cohort) if work is None else work(part)
            yield from ((part.TITLE, one) for one in part.say(told))
