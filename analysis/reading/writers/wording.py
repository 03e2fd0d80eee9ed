"""What a question or a label is about, told by its words and checked against its answers."""

import pandas as pd

from analysis.reading.columns import FIELDS
from analysis.reading.figures import is_missing
from analysis.reading.values import times
from analysis.reading.words import KIND_OF_FIELD, word_of

NO_MEANING = frozenset(["on", "last", "what", "from", "value", "day", "week", "start", "left"])
"""Words that name a column where they stand alone, and say nothing inside a question."""
SEEN = 200
MOST = 0.5
"""Share of the answers that must be of a field's kind."""


def fits(field: str, answers: pd.Series) -> bool:
    """Return whether most of the first answers can be what a field holds; blank ones can.

    Examples
    --------
    >>> fits("reps", pd.Series(["15", "12"])), fits("reps", pd.Series(["Yes", "no"]))
    (True, False)
    """
    kind = FIELDS[field].kind
    told = [text for text in answers.fillna("").head(SEEN) if not is_missing(text)]
    if not told or kind == "text" or field == "exercise":
        return True
    if kind == "time":
        fits = (~times(pd.Series(told), "day").bad).tolist()
    elif kind == "words":
        fits = [word_of(KIND_OF_FIELD.get(field, field), text) is not None for text in told]
    else:
        fits = [any(character.isdigit() for character in text) for text in told]
    return sum(fits) > MOST * len(told)
