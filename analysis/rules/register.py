"""The register of tests: what the catalogue may put days to, by name."""

from collections.abc import Callable

from analysis.rules import course, pain, sessions, sport, weeks
from analysis.rules.catalogue import Rule
from analysis.rules.facts import Facts
from analysis.rules.findings import At, Finding

Test = Callable[[Facts, Rule, At], list[Finding]]
TESTS: dict[str, Test] = {
    test.__name__: test
    for test in (
        pain.between,
        pain.reached,
        pain.above,
        pain.not_gone_by_morning,
        sessions.pain_free_sessions,
        sessions.pain_free_below_top,
        sessions.fewer_sets,
        sessions.small_start,
        sessions.very_many_drops,
        sessions.raised_and_lowered,
        sessions.steep_weight,
        sport.evenings_rise,
        sport.free_but_not_in_activity,
        sport.steep_sport,
        weeks.week_rises,
        weeks.rising_weeks,
        weeks.sore_weeks,
        weeks.still_sore,
        course.no_change_at_dose,
        course.short_weeks,
        course.after_the_course,
    )
}
"""The tests by the name that the catalogue calls them."""
