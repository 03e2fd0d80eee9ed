"""Who returned to activity, by group."""

from analysis.groups.methods.shares import Answers, answers
from analysis.groups.people import one_each
from analysis.outcomes import Outcomes

RETURNED = "Returned to activity"
NOT_KNOWN = "return not known"


def return_answers(outcomes: Outcomes, by: str) -> dict[str, Answers]:
    """Return who returned to activity, by group in order; a person once, for the worse tendon.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    return known_answers(outcomes, by, "returned_to_activity", NOT_KNOWN)


def known_answers(outcomes: Outcomes, by: str, column: str, not_known: str) -> dict[str, Answers]:
    """Return who said yes in a column, by group in order; a person once, for the worse tendon.

    Whoever said neither yes nor no is left out with the reason ``not_known``.
    """
    people, _ = one_each(outcomes, by)
    answer = people[column].where(lambda told: told.isin(["yes", "no"]))
    return answers(people["group"], answer == "yes", answer.isna().map({True: not_known}))
