"""Back to activity: the share of each group that returned."""

from analysis.charts.proportions import proportions
from analysis.groups.comparison import Comparison
from analysis.groups.methods.proportions import returned
from analysis.outcomes import Outcomes
from pages.parts import show_estimates, show_picture

TITLE = "Back to activity"


def show(table: Outcomes, found: Comparison) -> None:
    """Show shares and differences, with those whose return is not known counted."""
    estimates = returned(table, found.by)
    show_picture(proportions(estimates), "returned")
    show_estimates(estimates)
