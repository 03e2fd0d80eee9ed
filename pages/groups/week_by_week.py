"""Pain week by week: everyone's lines, each group's mean, and who left."""

import session
from analysis.charts.trajectories import trajectories
from analysis.groups.comparison import Comparison
from analysis.groups.weeks.trajectories import person_weeks, weekly_by_group
from analysis.outcomes import Outcomes
from pages.parts import show_picture

TITLE = "Week by week"


def fits(table: Outcomes, found: Comparison) -> bool:
    """Return whether the log has pain, and groups."""
    return bool(table.context) and bool(found.people["group"].notna().any())


def show(table: Outcomes, found: Comparison) -> None:
    """Show everyone's weeks, and each group's mean with its interval and n."""
    days = session.days()
    groups = found.people.drop_duplicates("person").set_index("person")["group"]
    weeks = person_weeks(days, table.context, groups, table.week)
    means = weekly_by_group(days, table.context, groups)
    show_picture(trajectories(person_weeks=weeks, means=means, week=table.week), "trajectories")
