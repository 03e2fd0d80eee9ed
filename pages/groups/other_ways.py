"""Other ways to ask: every other method, one under another, each saying what it asks."""

from analysis.groups.cohort import Cohort
from analysis.groups.section import Section
from pages.groups.choices import choose_margin
from pages.parts import on_demand, show_section


def show(cohort: Cohort, told: tuple[Section, ...]) -> None:
    """Show the sections, each opened on demand; a margin can be set for equivalence."""
    choose_margin()
    for section in told:
        body = on_demand(section.title, f"further-{section.title}")
        if body is not None:
            with body:
                show_section(section, titled=False)
