"""Banners: what limits a comparison, worked out from the data, and the words each one switches."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.days import Days
from analysis.groups.ancova import ANCOVA
from analysis.groups.comparison import Comparison
from analysis.groups.differences import FOR_ANCOVA
from analysis.groups.limits import as_told, design, origins
from analysis.groups.limits.regression import regression
from analysis.groups.limits.specification import is_steady, moved
from analysis.groups.limits.starting import starting
from analysis.groups.people import counts, group_words, in_order, one_each, used
from analysis.groups.weeks.leaving import leaving
from analysis.groups.withholding import BETWEEN
from analysis.outcomes import Outcomes
from analysis.wording import plural

NO_P = "no_p"
NO_CAUSE = "no_cause"
PACKAGE = "package"
ASK = "ask"
AS_DONE = "as_done"
SURVIVORS = "survivors"
RANKS = "ranks"
UNSTEADY = "unsteady"
SWITCHES = {
    NO_P: "no interval and no p between these groups",
    NO_CAUSE: "what people had goes along with pain, and is never said to have brought it about",
    PACKAGE: "the difference is named as one of packages, not of one factor",
    ASK: "a question to the reader stands before the number",
    AS_DONE: "the difference is between people who do more and less, and exploratory",
    SURVIVORS: "the mean is called that of those still logging",
    RANKS: "the comparison by ranks stands beside the mean",
    UNSTEADY: "the finding is said to rest on the windows chosen",
}
"""What each switch turns on in words and numbers."""

CONTROL = r"control|sham|placebo|wait|usual care|no treatment|no exercise|no drops"
NO_CONTROL = (
    "No group here is known to have gone without exercise. Pain also falls with time, so how much "
    "of each group's own change would have come anyway is not in this log."
)
WINNERS_CURSE = (
    "With groups this small, a difference that stands out is usually shown too large: were it 8 "
    "points, with 14 people a group and a standard deviation of 20, 17 of 100 studies would find "
    "it, and show it 2.35 times too big."
)


@dataclass(frozen=True)
class Banner:
    """One thing that limits a comparison.

    Attributes
    ----------
    key : str
        Which kind it is.
    sentence : str
        In plain words.
    table : pandas.DataFrame or None
        What it was worked out from, where a table says more.
    switches : tuple of str
        Keys of :data:`SWITCHES`.
    """

    key: str
    sentence: str
    table: pd.DataFrame | None = None
    switches: tuple[str, ...] = ()


def banners(
    outcomes: Outcomes,
    found: Comparison,
    days: Days | None = None,
    strip: pd.DataFrame | None = None,
    hidden: int = 0,
) -> tuple[Banner, ...]:
    """Return what limits a comparison, the weightiest first.

    Parameters
    ----------
    found : Comparison
        Of these outcomes.
    days : Days or None
        The days they come from; without them nothing is said of single readings, dates
        and leavers.
    strip : pandas.DataFrame or None
        What :func:`analysis.groups.limits.specification.specification` gives.
    hidden : int
        People of the log that a filter keeps out of the comparison.
    """
    people, notes = one_each(outcomes, found.by)
    told = (
        *_scales(outcomes, days),
        *_groups(people, found, days),
        *_aliased(people, found),
        *_hidden(hidden),
        *_small(found),
        *_start(people, found),
        *_lost(outcomes, people, found, days),
        *_control(people, found),
        Banner("regression to the mean", regression(people, outcomes, days), None, (NO_CAUSE,)),
        *(Banner("two tendons", note) for note in notes),
        *_ends(people, outcomes, days),
        *_windows(strip),
    )
    return tuple(one for one in told if one.sentence)


def _scales(outcomes: Outcomes, days: Days | None) -> Iterator[Banner]:
    if days is not None and outcomes.context:
        said = as_told.two_scales(days, outcomes.context).sentence
        yield Banner("scale mix", said, switches=(ASK,))


def _groups(people: pd.DataFrame, found: Comparison, days: Days | None) -> Iterator[Banner]:
    own = [item["why"] for item in found.refused if item["what"] == found.by]
    if people["group"].nunique() < 2:
        yield from (Banner("one group", why, switches=(NO_CAUSE,)) for why in own)
        return
    if found.withheld:
        yield from (Banner("made from the result", why, switches=(NO_P, NO_CAUSE)) for why in own)
        return
    if origins.by_done(people, found.by):
        yield Banner("as done", origins.DONE, switches=(AS_DONE, NO_CAUSE))
    if what := origins.separated(people):
        yield Banner("separated", origins.SEPARATED.format(what=what), switches=(ASK, NO_CAUSE))


def _aliased(people: pd.DataFrame, found: Comparison) -> Iterator[Banner]:
    inside = used(people)
    for item in found.refused:
        if item["what"] != found.by:
            other = group_words(inside[item["what"]])
            table = pd.crosstab(inside["group"], other)[in_order(other)]
            table = table.rename_axis(index=found.by, columns=item["what"])
            yield Banner("aliased", item["why"], table, (PACKAGE, NO_CAUSE))


def _hidden(hidden: int) -> Iterator[Banner]:
    if hidden:
        said = f"A filter is on: {plural(hidden, 'person is', 'people are')} not in here."
        yield Banner("filter", said)


def _small(found: Comparison) -> Iterator[Banner]:
    names = in_order(found.people["group"])
    fewest = min(counts(found.people, names).values(), default=0)
    if len(names) < 2 or fewest >= FOR_ANCOVA:
        return
    said = f"Small groups: {plural(fewest, 'person', 'people')} in the smallest."
    between = [one for one in found.estimates if BETWEEN in one.name and one.p is not None]
    sure = any(one.p is not None and one.p < 0.05 for one in between)
    yield Banner("small", f"{said} {WINNERS_CURSE}" if sure else said)


def _start(people: pd.DataFrame, found: Comparison) -> Iterator[Banner]:
    names = in_order(people["group"])
    both = any(one.method == ANCOVA for one in found.estimates)
    if len(names) > 1:
        said = design.unequal_start(people, names, both)
        yield Banner("unequal start", said, starting(people) if said else None)


def _lost(
    outcomes: Outcomes, people: pd.DataFrame, found: Comparison, days: Days | None
) -> Iterator[Banner]:
    yield Banner("unequal loss", design.unequal_loss(people), found.counts, (SURVIVORS,))
    if days is not None and outcomes.context:
        told = leaving(days, outcomes, found.by)
        yield Banner("leavers", told.sentence, told.groups, (SURVIVORS,))


def _control(people: pd.DataFrame, found: Comparison) -> Iterator[Banner]:
    groups = people.dropna(subset=["group"])
    idle = groups["drops_per_day"].groupby(groups["group"]).max().eq(0).any()
    named = groups["group"].str.contains(CONTROL, case=False).any()
    if groups["group"].nunique() > 1 and not idle and not named:
        yield Banner("no control", NO_CONTROL, switches=(NO_CAUSE,))


def _ends(people: pd.DataFrame, outcomes: Outcomes, days: Days | None) -> Iterator[Banner]:
    yield Banner("ends of the scale", as_told.at_the_ends(people).sentence, switches=(RANKS,))
    if days is not None:
        yield Banner("whole tens", as_told.heaping(days, outcomes.context).sentence)


def _windows(strip: pd.DataFrame | None) -> Iterator[Banner]:
    if strip is not None:
        switches = () if is_steady(strip) else (UNSTEADY,)
        yield Banner("windows", " ".join(moved(strip)), strip, switches)
