"""All that a comparison comes to: its headline, what limits it, and every part below it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.asked import Asked
from analysis.groups.cohort import Cohort
from analysis.groups.limits.banners import Banner, banners
from analysis.groups.limits.qualified import qualified
from analysis.groups.parts import sections, windows
from analysis.groups.section import Section
from analysis.taken_away import cell_rows, long_table, result_rows, said_row, setting_rows

HEADLINE = "Comparison"


@dataclass(frozen=True)
class Findings:
    """A comparison whole.

    Attributes
    ----------
    cohort : Cohort
        Who is compared, and the headline.
    banners : tuple of Banner
        What limits it.
    sections : tuple of (str, Section)
        Every part that fits, with the part's title.
    """

    cohort: Cohort
    banners: tuple[Banner, ...]
    sections: tuple[tuple[str, Section], ...]

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        """Every number, the headline first."""
        below = (one for _, section in self.sections for one in section.estimates)
        return (*self.cohort.found.estimates, *below)


def findings(cohort: Cohort, work: Callable[[ModuleType], Any] | None = None) -> Findings:
    """Return all that a comparison comes to; ``work`` as :func:`.parts.sections` has it."""
    return Findings(cohort, limits(cohort, work), tuple(sections(cohort, work)))


def limits(cohort: Cohort, work: Callable[[ModuleType], Any] | None = None) -> tuple[Banner, ...]:
    """Return what limits a comparison, the other windows among it."""
    strip = None
    if windows.fits(cohort):
        strip = windows.work(cohort) if work is None else work(windows)
    return banners(cohort.outcomes, cohort.found, cohort.days, strip, cohort.hidden)


def chosen(asked: Asked) -> dict[str, Any]:
    """Return every choice behind a comparison as plain values.

    Examples
    --------
    >>> told = chosen(Asked("arm", week=6))
    >>> told["by"], told["threshold"], told["only"]
    ('arm', 'Pain fell by 20 points or more', None)
    """
    return {
        "by": asked.by,
        "week": asked.week,
        "context": asked.context,
        "only": None if asked.only is None else str(asked.only),
        "margin": asked.margin,
        "threshold": asked.threshold.words,
        "pain_free": str(asked.pain_free),
    }


def taken_away(found: Findings, methods: str, settings: Mapping[str, Any]) -> pd.DataFrame:
    """Return every result as one table, with the methods in words and every setting.

    Returns
    -------
    pandas.DataFrame
        The columns of :data:`analysis.taken_away.COLUMNS`.
    """
    told = found.cohort.found
    rows = [
        said_row(HEADLINE, "finding", " ".join([told.sentence, qualified(found.banners)]).strip()),
        *result_rows(HEADLINE, told.estimates),
        *cell_rows(HEADLINE, "people", told.counts.set_index("group")),
        *_refused(HEADLINE, told.refused),
        *(said_row("Limits", banner.key, banner.sentence) for banner in found.banners),
    ]
    for part, section in found.sections:
        rows += _of_section(part, section)
    return long_table([*rows, said_row("Methods", "methods", methods), *setting_rows(settings)])


def _of_section(part: str, section: Section) -> list[dict[str, Any]]:
    said = [section.sentence, section.note]
    table = section.table
    return [
        *(said_row(part, section.title, text) for text in said if text),
        *_refused(part, section.refused),
        *result_rows(part, section.estimates),
        *([] if table is None else cell_rows(part, section.title, table)),
    ]


def _refused(part: str, refused: tuple[dict[str, str], ...]) -> list[dict[str, Any]]:
    return [said_row(part, f"not answered: {item['what']}", item["why"]) for item in refused]
