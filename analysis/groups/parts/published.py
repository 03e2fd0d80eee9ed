"""Published results beside one's own people: of the same kind, or not shown and why."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.groups.cohort import Cohort
from analysis.groups.published.choosing import PAIN, Own, judged
from analysis.groups.published.own import WORDS, own_of
from analysis.groups.published.strips import PUBLISHED, Row, strip
from analysis.groups.published.worked_example import worked_example
from analysis.groups.section import Section
from analysis.studies import name_of, studies
from analysis.wording import plural

TITLE = "Beside published results"
TITLES = {PAIN: "Pain at start and end", **WORDS}
LEFT_OUT = "Not shown, and why"
ORIENTATION = (
    "For orientation only: people, years and who is counted differ from study to study, so "
    "nothing here is tested and no difference is given."
)
NO_CHANGE = (
    "Published intervals are by t from each mean, its standard deviation and n. A published "
    "change has none: how start and end go together within people was not reported."
)
OCCASION = "The occasion of the studies' pain is not known here; yours is: {}."
NOTHING = (
    "No published result is of the same kind: of everyone, counted in people, at the same site, "
    "of the same measure. The table says why of each."
)
BY_RESULT = (
    "Your people were grouped, or kept in, by the result. No published result of everyone can "
    "stand beside them, and one of the satisfied alone would mislead, as the two studies here show."
)


@dataclass(frozen=True)
class Published:
    """What stands beside one's own people, and what does not.

    Attributes
    ----------
    own : Own
        What a result had to be like.
    strips : dict of str to tuple of Row
        By measure; those only that have a published row.
    results : pandas.DataFrame
        Every published result with ``why`` it is not shown, as
        :func:`analysis.groups.published.choosing.judged` gives them.
    context : str
        When one's own pain was felt.
    """

    own: Own
    strips: dict[str, tuple[Row, ...]]
    results: pd.DataFrame
    context: str


def fits(cohort: Cohort) -> bool:
    """Return whether anything that studies tell of is known of these people."""
    return bool(own_of(cohort).measures) and bool(cohort.found.people["group"].notna().any())


def work(cohort: Cohort) -> Published:
    """Return the strips, and every published result judged."""
    own = own_of(cohort)
    results = judged(own, studies())
    strips = {measure: strip(cohort, own, results, measure) for measure in own.measures}
    told = {name: rows for name, rows in strips.items() if any(r.whose == PUBLISHED for r in rows)}
    return Published(own, told, results, cohort.outcomes.context)


def say(told: Published) -> tuple[Section, ...]:
    """Return a section for each strip, what is not shown, and the example of why."""
    shown = [_strip(name, rows, told.context) for name, rows in told.strips.items()]
    shown[:1] = [replace(one, sentence=ORIENTATION) for one in shown[:1]]
    rest = (_left_out(told), worked_example())
    return (*shown, *(rest[::-1] if told.own.by_result else rest))


def _strip(measure: str, rows: tuple[Row, ...], context: str) -> Section:
    of_pain = (NO_CHANGE, OCCASION.format(context)) if measure == PAIN else ()
    own = [f"{row.name.split(',')[0]}: {row.note}" for row in rows if row.note]
    return Section(
        title=TITLES[measure],
        estimates=tuple(one for row in rows for one in row.told),
        note=" ".join(dict.fromkeys([*of_pain, *own])),
    )


def _left_out(told: Published) -> Section:
    out = told.results[told.results["why"] != ""]
    rows = out.to_dict("records")
    table = pd.DataFrame(
        {
            "published": [name_of(row) for row in rows],
            "result": out["what"].to_numpy(),
            "why not shown": out["why"].to_numpy(),
        }
    )
    return Section(
        title=LEFT_OUT,
        sentence=_counted(told, len(out)),
        table=table.set_index("published"),
    )


def _counted(told: Published, out: int) -> str:
    if told.own.by_result:
        return BY_RESULT
    if not told.strips:
        return NOTHING
    return f"{plural(out, 'published result')} of {len(told.results):,} are of another kind."
