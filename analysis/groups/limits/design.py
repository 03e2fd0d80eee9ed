"""What the design of a log allows: which factors go together, and how the groups were made."""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.groups.differences import pairs
from analysis.groups.limits.aliasing import fewest_telling
from analysis.groups.people import MOST_GROUPS, group_words, in_order, used
from analysis.outcomes import Outcomes
from analysis.wording import number

AS_PRESCRIBED = ("protocol", "drops_per_day", "variant", "surface", "knee", "site")
PARTS = {
    "protocol": {"drops_per_day", "variant", "surface", "knee"},
    "variant": {"surface", "knee"},
}
"""A column that names a combination is not checked against its own parts."""

COUNTS = {
    f"{of}_{w}" for of in ("days", "sessions", "sets", "reps") for w in ("done", "prescribed")
}
RESULTS = frozenset(
    {"baseline", "baseline_n", "end", "end_n", "change", "last_day", "left_out"}
    | {"done_drops", "prescribed_drops"}
    | COUNTS
)
NO_FACTOR = frozenset(
    {"person", "side", "start", "start_from", "first_day", "body_mass_kg"}
    | {"returned_on", "left_on", "left_reason"}
)
FROM_RESULT = re.compile(
    r"satisf|respon[ds]|complet|adher|complian|return|recover|success|improv|outcome"
    r"|drop(ped|s)?[ -]?out|withdr[ae]w|finished|zufrieden|tevreden"
    r"|healed|cured|achieved|^left( early| the .*)?$"
)
DATED_AFTER = re.compile(
    r"\b(week|wk|w|day) ?0*([2-9]|[1-9]\d+)\b|\bmonth ?0*[1-9]\d*\b"
    r"|\b(at|after|by) \d+ ?(week|wk|month|day)s?\b|follow ?up|\bfinal\b|discharge|\bend ?point\b"
    r"|\bpost ?(test|treatment|intervention|program|rehab)"
)
"""Names of columns that say they were filled in after the start."""
MADE_FROM_RESULT = (
    "these groups were made from the result, and a difference is expected even if nothing worked"
)
WITHHELD = f"{MADE_FROM_RESULT.capitalize()}, so no p and no interval is given."
UNEQUAL_START = 0.25
"""Standardised difference at the start from which it is named (Stuart 2010)."""
UNEQUAL_LOSS = 0.15
NAMES = {"drops_per_day": "volume", "site": "site", "surface": "surface", "knee": "knee"}


@dataclass(frozen=True)
class Refusal:
    """One thing that the data cannot answer, and why."""

    what: str
    why: str


def group_columns(outcomes: Outcomes) -> list[str]:
    """Return the columns that can make groups: those prescribed first, then any further ones.

    A column is offered with 2 to 10 different values over people; results are not.
    """
    table = outcomes.table
    further = [c for c in table if c not in {*AS_PRESCRIBED, *RESULTS, *NO_FACTOR}]
    offered = [c for c in AS_PRESCRIBED if c in table]
    return [c for c in [*offered, *further] if 2 <= table[c].nunique() <= MOST_GROUPS]


def made_from_result(by: str) -> bool:
    """Return whether a column's name says that it came out of the programme.

    Names of results, and names dated after the start, as of week 6. A side called left is
    none, leaving is.

    Examples
    --------
    >>> made_from_result("satisfied"), made_from_result("left"), made_from_result("left_leg")
    (True, True, False)
    >>> made_from_result("pain_group_week_6"), made_from_result("week_0_group")
    (True, False)
    """
    words = by.replace("_", " ").casefold()
    return by in RESULTS or any(kind.search(words) for kind in (FROM_RESULT, DATED_AFTER))


def inseparable(people: pd.DataFrame, by: str, factors: list[str]) -> tuple[Refusal, ...]:
    """Return the factors whose part in a difference cannot be told from the groups'.

    A factor is one of them where some groups differ in it, and knowing the group is
    knowing the factor: the design matrix of both has no rank to spare. So it has none
    where knowing what was prescribed is knowing the group: flat with 60 or 90, step
    with 180. Of further columns that is not asked, for one of them may name the groups
    and their parts together. Where no single factor is one of them, several of
    those prescribed may be together: the design matrix of all has no rank to spare then.
    """
    inside = used(people)
    own = PARTS.get(by, set()) | {by} | {whole for whole, parts in PARTS.items() if by in parts}
    found = []
    for factor in factors:
        if factor in own or factor not in inside:
            continue
        told = inside[["group"]].assign(factor=group_words(inside[factor])).dropna()
        seen = told.drop_duplicates()
        levels = seen.groupby("group")["factor"].agg(lambda has: " or ".join(in_order(has)))
        fixed = len(seen) == len(levels) and levels.nunique() > 1
        telling = factor in AS_PRESCRIBED and seen["factor"].is_unique
        if len(levels) > 1 and (fixed or telling):
            found.append(Refusal(factor, _why(levels, by, factor)))
    return tuple(found) or _jointly(inside, by, [name for name in factors if name not in own])


def _jointly(inside: pd.DataFrame, by: str, factors: list[str]) -> tuple[Refusal, ...]:
    """Return the fewest factors that together tell the groups, although none alone does."""
    known = [
        name
        for name in factors
        if name in AS_PRESCRIBED and name in inside and inside[name].notna().all()
    ]
    together = fewest_telling(inside, "group", known)
    words = [NAMES.get(name, name) for name in together]
    why = (
        f"{' and '.join(words).capitalize()} together tell the {NAMES.get(by, by)} of everyone "
        "here, so the model that holds all of them cannot be worked out: what belongs to which "
        "cannot be told."
    )
    return tuple(Refusal(name, why) for name in together)


def _why(level_of: pd.Series, by: str, factor: str) -> str:
    pairs = " and ".join(
        f"{say_level(by, g)} with {say_level(factor, level_of[g])}"
        for g in in_order(level_of.index.to_series())
    )
    return (
        f"Here {pairs} always go together. A difference belongs to the whole package; "
        f"how much of it is {NAMES.get(by, by)} and how much {NAMES.get(factor, factor)} "
        f"cannot be told. People with the other combination would be needed."
    )


def say_level(column: str, level: str) -> str:
    """Return a value of a column in words.

    Examples
    --------
    >>> say_level("drops_per_day", "90"), say_level("surface", "flat")
    ('90 a day', 'flat')
    """
    return f"{level} a day" if column == "drops_per_day" else level


def unequal_start(people: pd.DataFrame, names: list[str], both_shown: bool) -> str:
    """Return a sentence where groups began apart, or nothing.

    The standardised difference is that of means in units of the mean of both
    variances; it is never tested. ``both_shown`` says whether the difference with the
    baseline taken into account stands beside that of changes.
    """
    apart = [said for pair in pairs(names) if (said := _apart(people, pair))]
    if not apart:
        return ""
    shown = "Both are shown." if both_shown else "Only the second is shown here."
    return (
        f"Pain differed at the start: {'; '.join(apart)}. Taking the baseline into account and "
        "comparing changes then answer different questions: the first asks about people who "
        f"began alike, the second about how far each group moved. {shown}"
    )


def _apart(people: pd.DataFrame, pair: tuple[str, str]) -> str:
    inside = used(people)
    a, b = (inside.loc[inside["group"] == name, "baseline"] for name in pair)
    scatter = np.sqrt((a.var() + b.var()) / 2)
    if not scatter > 0 or abs(a.mean() - b.mean()) / scatter <= UNEQUAL_START:
        return ""
    return (
        f"{pair[0]} {number(a.mean(), 0)} and {pair[1]} {number(b.mean(), 0)} of 100 "
        f"({number((a.mean() - b.mean()) / scatter, 2)} standard deviations)"
    )


def unequal_loss(people: pd.DataFrame) -> str:
    """Return a sentence where one group lost more people from the number than another."""
    known = people.dropna(subset=["group"])
    share = (known["left_out"] != "").groupby(known["group"]).mean()
    if len(share) < 2 or share.max() - share.min() <= UNEQUAL_LOSS:
        return ""
    said = ", ".join(f"{name} {number(100 * part, 0)} %" for name, part in share.items())
    return (
        f"The groups lost people unequally ({said} are not in the number). Who is left may "
        "differ from who began, and so may the difference."
    )
