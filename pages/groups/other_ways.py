"""Other ways to ask: every other method, one under another, each saying what it asks."""

from analysis.charts.resamples import resamples
from analysis.groups.cohort import Cohort
from analysis.groups.methods.sections import RESAMPLED
from analysis.groups.section import Section
from pages.groups.choices import choose_margin
from pages.parts import on_demand, show_picture, show_section


def show(cohort: Cohort, told: tuple[Section, ...]) -> None:
    """Show the sections, each opened on demand; a margin can be set for equivalence."""
    choose_margin()
    for section in told:
        body = on_demand(section.title, f"further-{section.title}")
        if body is not None:
            with body:
                _show(section)


def _show(section: Section) -> None:
    """Show one section; a picture of the bootstrap has its table behind it."""
    counted = section.table if section.title == RESAMPLED else None
    if counted is not None:
        counted = counted.reset_index()
        show_picture(resamples(section.estimates[0], counted), "resamples")
    show_section(section, titled=False, tabled=counted is None)
