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
    people, _ = one_each(outcomes, by)
    answer = people["returned_to_activity"].where(lambda told: told.isin(["yes", "no"]))
    return answers(people["group"], answer == "yes", answer.isna().map({True: NOT_KNOWN}))
