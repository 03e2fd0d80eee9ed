"""Is it the variant or the volume?"""

from analysis.groups.cohort import Cohort
from analysis.groups.crossing.crossed import named
from analysis.groups.crossing.factorial import Factorial
from analysis.groups.parts import crossing
from pages.parts import show_section


def show(cohort: Cohort, told: Factorial) -> None:
    """Show both apart where all combinations have people, else what cannot be told."""
    for section in crossing.say(told):
        show_section(section, refusal=lambda what: f"Not attributed to {named(what)}")
