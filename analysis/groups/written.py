"""The methods paragraph: what was run, in the words of a paper's methods section."""

from collections.abc import Iterator, Mapping

from analysis.baseline import VISIT
from analysis.context import PAIN_WORDS
from analysis.days.placing import WEEK_DAYS
from analysis.days.weeks import DAYS_TO_COUNT
from analysis.groups.findings import Findings
from analysis.groups.methods.exact import SEED
from analysis.groups.people import used
from analysis.outcomes import BASELINES
from analysis.wording import plural

UNIT = (
    "The person is the unit of every comparison; of two tendons of one person the one with more "
    "pain at the start stands for both."
)
ONE_ESTIMATOR = (
    "Interval and p of a number come from one estimator; intervals are of 95 % where not said "
    "otherwise, p values two-sided."
)
MISSING = "Nothing missing was filled in; who is left out is counted with the reason."
HOLM = (
    "The difference first named is the primary result; p values over several pairs or outcomes "
    "have Holm's p beside them."
)
WITHHELD = (
    "The groups were made from the result, so nothing between them has an interval or a p value."
)


def written(found: Findings, versions: Mapping[str, str]) -> str:
    """Return a paragraph that says who was compared, on what, how, and with which software."""
    return " ".join(filter(None, _sentences(found, versions)))


def _sentences(found: Findings, versions: Mapping[str, str]) -> Iterator[str]:
    yield _people(found)
    yield UNIT
    yield _outcome(found)
    yield _headline(found)
    yield WITHHELD if found.cohort.found.withheld else f"{ONE_ESTIMATOR} {HOLM}"
    yield _beside(found)
    yield _refused(found)
    yield MISSING
    yield _software(found, versions)


def _people(found: Findings) -> str:
    cohort, people = found.cohort, found.cohort.found.people
    inside = used(people)
    groups = ", ".join(f"{g} {n:,}" for g, n in inside["group"].value_counts(sort=False).items())
    only = cohort.asked.only
    kept = f" Kept to people with {only}; {cohort.hidden:,} others are not in it." if only else ""
    why = people.loc[people["left_out"] != "", "left_out"].value_counts()
    out = "; ".join(f"{reason}: {n:,}" for reason, n in why.items())
    left = f" Left out: {out}." if out else ""
    return (
        f"{plural(len(people), 'person', 'people')} started, {len(inside):,} are in the comparison "
        f"by {cohort.asked.by} ({groups}).{kept}{left}"
    )


def _outcome(found: Findings) -> str:
    told = found.cohort.outcomes
    if not told.context:
        return ""
    first, last = WEEK_DAYS * (told.week - 1), WEEK_DAYS * told.week - 1
    end = (
        f"the visit of week {told.week}"
        if told.baseline_kind == VISIT
        else f"the mean over days {first} to {last} (week {told.week}), with at least "
        f"{DAYS_TO_COUNT} of them logged, or the visit of that week"
    )
    pain = PAIN_WORDS[told.context]
    return (
        f"The outcome is {pain} (VAS 0-100), its end {end}, and its change since the baseline. "
        f"{BASELINES[told.baseline_kind]}"
    )


def _headline(found: Findings) -> str:
    estimates = found.cohort.found.estimates
    return f"Headline: {estimates[0].method}." if estimates else ""


def _beside(found: Findings) -> str:
    """Return the methods of each part below the headline, each once."""
    methods: dict[str, dict[str, None]] = {}
    for part, section in found.sections:
        for one in section.estimates:
            methods.setdefault(part, {})[_plain(one.method)] = None
    told = [f"{part} ({'; '.join(names)})" for part, names in methods.items()]
    return f"Beside it: {'. '.join(told)}." if told else ""


def _plain(method: str) -> str:
    """Return a method without the counts that differ from number to number.

    Examples
    --------
    >>> _plain("9 of 12, Wilson"), _plain("Welch's t")
    ('Wilson', "Welch's t")
    """
    counts, _, rest = method.partition(", ")
    return rest if rest and counts.replace(" of ", "").isdigit() else method


def _refused(found: Findings) -> str:
    what = dict.fromkeys(item["what"] for item in found.cohort.found.refused)
    return f"Not attributed or not answered: {', '.join(what)}." if what else ""


def _software(found: Findings, versions: Mapping[str, str]) -> str:
    names = ", ".join(f"{name} {version}" for name, version in versions.items())
    drawn = any("random splits" in one.method for one in found.estimates)
    return f"Worked out with {names}{f'; random splits with seed {SEED}' if drawn else ''}."
