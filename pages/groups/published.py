"""Published results of the same kind beside one's own, and why the others are not shown."""

from dataclasses import replace

from analysis.charts.published import published as picture_of
from analysis.groups.cohort import Cohort
from analysis.groups.parts import published
from analysis.groups.published.strips import frame
from analysis.groups.section import Section
from pages.parts import on_demand, show_picture, show_section


def show(cohort: Cohort, told: published.Published) -> None:
    """Show each strip as a picture, then what is not shown and why, and the worked example."""
    titles = {published.TITLES[measure]: measure for measure in told.strips}
    for section in published.say(told):
        if section.title in titles:
            measure = titles[section.title]
            show_picture(picture_of(frame(told.strips[measure]), section.title), measure)
            # Its numbers stand in the table behind the picture.
            show_section(replace(section, estimates=()), titled=False)
        elif section.title == published.LEFT_OUT:
            _show_left_out(section)
        else:
            show_section(section)


def _show_left_out(section: Section) -> None:
    """Say what is not shown as a list, for a phone cuts the cells of a table."""
    show_section(section, tabled=False)
    listed = on_demand("Each of them, and why", "published-left-out")
    if listed is not None and section.table is not None:
        lines = section.table.reset_index().itertuples(index=False)
        listed.markdown("\n".join(f"- {of}, {result}: **{why}**" for of, result, why in lines))
