"""Outcomes: one row per tendon, its baseline, its end, and what was done between."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.adherence import UNITS, counts
from analysis.baseline import BEFORE_START, FIRST_WEEK, VISIT, Baseline, baseline
from analysis.context import chosen_context
from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.ending import ending, left
from analysis.model import TABLES
from analysis.windows import total
from analysis.wording import plural

OWN_COLUMNS = ["start_from", "first_day", "last_day"]
BASELINES = {
    BEFORE_START: "Baseline is the mean of days −7 to −1, before the start.",
    FIRST_WEEK: (
        "Baseline is the mean of the first week, days 0 to 6: not everyone has 3 days logged "
        "before the start. Soreness of the programme's start may be in it."
    ),
    VISIT: "Baseline is the reading of week 0.",
}
FULL_DENOMINATOR = (
    "What was done is counted against the full prescription for everyone, those who left "
    "included; a day not logged counts as not done."
)


@dataclass(frozen=True)
class Options:
    """What is asked of every tendon.

    Attributes
    ----------
    week : int
        Diary week of the end, or week of the visit; 12 is the usual course.
    context : str or None
        When the pain was felt; None takes the log's only context, else morning.
    """

    week: int = 12
    context: str | None = None

    def __post_init__(self):
        if self.week < 1:
            raise ValueError("The week of the end is 1 or later.")


@dataclass(frozen=True)
class Outcomes:
    """One row per tendon, and how its numbers were made.

    Attributes
    ----------
    table : pandas.DataFrame
        person, side, site; protocol, variant, knee, surface and drops_per_day as first
        prescribed; the log's further columns; baseline, end and change (VAS 0-100,
        negative is less pain) with baseline_n and end_n (logged days); done_drops and
        prescribed_drops; days_, sessions_, sets_ and reps_ done and prescribed;
        last_day with anything logged; left, returned_to_activity and satisfied (yes,
        no); left_out (why the tendon is not in the number, "" where it is).
    context : str
        When the pain was felt; "" where the log has no pain.
    baseline_kind : str
        "before the start", "first week" or "visit".
    week : int
        The week of the end.
    notes : tuple of str
        Plain sentences about how the numbers were made.
    """

    table: pd.DataFrame
    context: str
    baseline_kind: str
    week: int
    notes: tuple[str, ...]


def outcomes(days: Days, options: Options | None = None) -> Outcomes:
    """Return one row per tendon: baseline, end, change, and what was done between.

    The end is the mean of the daily means of diary week ``week`` (days 7(w-1) to
    7w-1) where at least 3 were logged; at visits the reading of day 7w. Groups are
    as prescribed: protocol, variant and dose are those of the first prescription.
    Done and prescribed cover the course's days up to the end of that week.

    Raises
    ------
    ValueError
        Where the log has no pain of the context asked for; the message names those it has.

    Examples
    --------
    >>> from analysis.days import reduce_log
    >>> from analysis.model import Log
    >>> pain = pd.DataFrame({"person": ["a", "a"], "week": [0, 12], "vas": [60, 25]})
    >>> outcomes(reduce_log(Log().with_tables(pain=pain))).table["change"].tolist()
    [-35.0]
    """
    options = options or Options()
    context, chosen = chosen_context(list(days.pain), options.context)
    before = baseline(days, context)
    end = ending(days, context, options.week, before)
    tendons = days.tendons
    table = pd.DataFrame(
        {
            **tendons[["person", "side", "site"]],
            **_as_prescribed(days),
            **tendons[_further(tendons)],
            "baseline": before.mean,
            "baseline_n": before.n,
            "end": end.mean,
            "end_n": end.n,
            "change": np.where(end.left_out == "", end.mean - before.mean, np.nan),
            **_dose(days, options.week),
            "last_day": end.last_day,
            "left": left(days, end.last_day, options.week),
            **tendons[["returned_to_activity", "satisfied"]],
            "left_out": end.left_out,
        }
    ).astype({"left": "str", "left_out": "str"})
    notes = (chosen, *_notes(days, context, before, table))
    return Outcomes(table, context, before.kind, options.week, tuple(filter(None, notes)))


def _further(tendons: pd.DataFrame) -> list[str]:
    own = {column.name for column in TABLES["tendons"]} | set(OWN_COLUMNS)
    return [name for name in tendons if name not in own]


def _as_prescribed(days: Days) -> dict[str, pd.Series]:
    """Return the first prescription of each tendon; missing where it has none."""
    first = days.prescriptions.drop_duplicates("tendon").set_index("tendon")
    first = first.reindex(days.tendons.index)
    both = first["surface"].str.cat(first["knee"], sep=" ")
    drop_variant = both.fillna(first["surface"]).fillna(first["knee"])
    variant = drop_variant.where(first["exercise"] == "heel drop", first["exercise"])
    return {
        "protocol": first["protocol"],
        "variant": variant.astype("str"),
        "knee": first["knee"],
        "surface": first["surface"],
        "drops_per_day": first["drops_per_day"],
    }


def _dose(days: Days, week: int) -> dict[str, pd.Series]:
    """Return drops and adherence, done and prescribed, up to the end of the week."""
    dose = counts(days, np.full(len(days.tendons), WEEK_DAYS * week - 1))
    on_drops = pd.Series(days.exercise == "heel drop")
    window = dose["first"].to_numpy(), dose["last"].to_numpy()
    noted = total(days, ~np.isnan(days.drops), *window) > 0
    drops = pd.Series(total(days, days.drops, *window)).where(noted)
    names = [f"{unit}_{word}" for unit in UNITS for word in ("done", "prescribed")]
    return {
        "done_drops": dose["reps_done"].where(on_drops, drops),
        "prescribed_drops": dose["reps_prescribed"].where(on_drops),
        **dose[names],
    }


def _notes(days: Days, context: str, before: Baseline, table: pd.DataFrame) -> tuple[str, ...]:
    said = [BASELINES[before.kind]] if context else ["The log has no pain readings."]
    if table["days_prescribed"].notna().any():
        said.append(FULL_DENOMINATOR)
    silent = int((table["days_prescribed"].notna() & table["days_done"].isna()).sum())
    if silent:
        said.append(
            f"{plural(silent, 'tendon')} without a session logged: what was done is not known."
        )
    said += [_unplaced(name, n) for name, n in days.unplaced.items()]
    return tuple(said)


def _unplaced(table: str, n: int) -> str:
    verb = "is" if n == 1 else "are"
    return (
        f"{plural(n, 'row')} of {table} {verb} not in here: no day, or no side where there are two."
    )
