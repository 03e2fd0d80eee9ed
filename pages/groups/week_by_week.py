"""Pain week by week: everyone's lines, each group's mean, and who left."""

from analysis.charts.trajectories import trajectories
from analysis.groups.cohort import Cohort
from analysis.groups.weeks.trajectories import person_weeks, weekly_by_group
from pages.parts import show_picture

TITLE = "Week by week"


def fits(cohort: Cohort) -> bool:
    """Return whether the log has pain, and groups."""
    return bool(cohort.outcomes.context) and bool(cohort.found.people["group"].notna().any())


def show(cohort: Cohort) -> None:
    """Show everyone's weeks, and each group's mean with its interval and n."""
    days, table = cohort.days, cohort.outcomes
    groups = cohort.found.people.drop_duplicates("person").set_index("person")["group"]
    weeks = person_weeks(days, table.context, groups, table.week)
    means = weekly_by_group(days, table.context, groups)
    show_picture(trajectories(person_weeks=weeks, means=means, week=table.week), "trajectories")
