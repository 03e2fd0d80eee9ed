"""One's own groups and the published results of their kind, one under another in one strip."""

from dataclasses import dataclass
from functools import partial

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.cohort import Cohort
from analysis.groups.differences import FOR_DIFFERENCE, FOR_INTERVAL, POINTS, alike, left_out
from analysis.groups.methods.proportions import known_answers
from analysis.groups.methods.shares import Answers, share
from analysis.groups.people import in_order, used
from analysis.groups.published.choosing import PAIN, Own
from analysis.groups.published.own import WORDS, people_of
from analysis.studies import END, START, mean_pain, success_share
from analysis.wording import number, plural

YOURS, PUBLISHED = "your people", "published"
NOT_TOLD = "not told"
NO_SITE = "site not told"
FEW = f"fewer than {FOR_INTERVAL} people, or everyone alike"


@dataclass(frozen=True)
class Row:
    """One group of people in a strip.

    Attributes
    ----------
    name : str
        Which group of one's own, or which study and arm.
    about : str
        Drops a day and weeks, and the site where it is not everyone's.
    who : str
        How many people it is of.
    whose : str
        "your people" or "published".
    told : tuple of Estimate
        Pain at the start and at the end, or one share.
    note, source : str
        Of a study: how its figures were come by, and where they stand.
    """

    name: str
    about: str
    who: str
    whose: str
    told: tuple[Estimate, ...]
    note: str = ""
    source: str = ""


def strip(cohort: Cohort, own: Own, results: pd.DataFrame, measure: str) -> tuple[Row, ...]:
    """Return one's own groups, then the published results of a measure that may be shown.

    Parameters
    ----------
    own : Own
        Of the cohort.
    results : pandas.DataFrame
        As :func:`analysis.groups.published.choosing.judged` gives them.
    measure : str
        One of ``own.measures``.
    """
    shown = results[(results["why"] == "") & results["measures"].map(lambda of: measure in of)]
    theirs = [_study(row, own, measure) for row in shown.to_dict("records")]
    return (*_groups(cohort, own, measure), *theirs)


def _study(row: dict, own: Own, measure: str) -> Row:
    pain = measure == PAIN
    told = (mean_pain(row, START), mean_pain(row, END)) if pain else (success_share(row),)
    about = [
        "" if own.site else row["site"],
        "" if pd.isna(row["drops_per_day"]) else f"{number(row['drops_per_day'])} drops a day",
        plural(int(row["weeks"]), "week"),
    ]
    return Row(
        name=f"{row['study']} {row['year']}, {row['arm']}",
        about=", ".join(filter(None, about)),
        who=_people_of(row["n"]) if pain else _successes(row),
        whose=PUBLISHED,
        told=told,
        note="" if pd.isna(row["note"]) else row["note"],
        source=row["source"],
    )


def _people_of(n: float) -> str:
    return plural(int(n), "person", "people")


def _successes(row: dict) -> str:
    return f"{int(row['success_k'])} of {_people_of(row['success_n'])} {row['counted_as']}"


def _groups(cohort: Cohort, own: Own, measure: str) -> list[Row]:
    people = people_of(cohort)
    groups = {name: people[people["group"] == name] for name in in_order(people["group"])}
    if measure == PAIN:
        week = f"week {cohort.asked.week}"
        return [
            Row(name, _what_they_had(group, own, week), _followed(group), YOURS, _own_pain(group))
            for name, group in groups.items()
        ]
    answers = known_answers(cohort.outcomes, cohort.asked.by, measure, NOT_TOLD)
    return [
        Row(
            name,
            _what_they_had(groups[name], own),
            _answered(told, measure),
            YOURS,
            (share(WORDS[measure], name, told),),
        )
        for name, told in answers.items()
    ]


def _followed(group: pd.DataFrame) -> str:
    return f"{len(used(group)):,} of {_people_of(len(group))}"


def _answered(told: Answers, measure: str) -> str:
    silent = f", {told.unknown:,} not known" if told.unknown else ""
    return f"{told.yes:,} of {_people_of(told.known)} {WORDS[measure].lower()}{silent}"


def _what_they_had(group: pd.DataFrame, own: Own, week: str = "") -> str:
    """Return the site of a group where not everyone has the same, and its prescribed drops."""
    sites = " and ".join(in_order(group["site"])) or NO_SITE
    drops = [number(float(n)) for n in sorted(group["drops_per_day"].dropna().unique())]
    said = " or ".join(drops) if len(drops) < 3 else f"{drops[0]} to {drops[-1]}"
    parts = ["" if own.site else sites, f"{said} drops a day" if drops else "", week]
    return ", ".join(filter(None, parts))


def _own_pain(group: pd.DataFrame) -> tuple[Estimate, Estimate]:
    return _own_mean(group, "baseline", START), _own_mean(group, "end", END)


def _own_mean(group: pd.DataFrame, column: str, when: str) -> Estimate:
    """Return a group's mean pain at start or end, of the same people at both, by t."""
    from scipy import stats

    name, pain = str(group["group"].iloc[0]), used(group)[column].to_numpy()
    mean = float(pain.mean()) if len(pain) >= FOR_DIFFERENCE else None
    made = partial(Estimate, f"{name}: pain at the {when}", "mean, t interval", mean, POINTS)
    made = partial(made, {name: len(pain)}, left_out=left_out(group, [name]))
    if len(pain) < FOR_INTERVAL or alike(pain):
        return made(no_interval=FEW)
    low, high = stats.t.interval(0.95, len(pain) - 1, pain.mean(), stats.sem(pain))
    return made(low=float(low), high=float(high))


def frame(rows: tuple[Row, ...]) -> pd.DataFrame:
    """Return a strip as a table: one line for each number, in the order of the rows.

    Returns
    -------
    pandas.DataFrame
        ``row`` (position), ``name``, ``about``, ``who``, ``whose``, ``when`` ("start", "end", or ""
        for a share), ``value``, ``low``, ``high`` (missing where there is none),
        ``people``, ``method``, ``note``, ``source``.
    """
    return pd.DataFrame(
        [
            {
                "row": at,
                "name": row.name,
                "about": row.about,
                "who": row.who,
                "whose": row.whose,
                "when": when if len(row.told) > 1 else "",
                "value": one.estimate,
                "low": one.low,
                "high": one.high,
                "people": sum(one.n.values()),
                "method": one.method,
                "note": row.note,
                "source": row.source,
            }
            for at, row in enumerate(rows)
            for when, one in zip((START, END), row.told, strict=False)
        ]
    ).astype({"value": "float64", "low": "float64", "high": "float64"})
