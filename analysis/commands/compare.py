"""``compare``: what it takes, and what it comes down to for JSON and as lines of text."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from analysis.days import Days
from analysis.estimate import Estimate
from analysis.export import csv_of
from analysis.groups.asked import Asked, Only
from analysis.groups.cohort import cohort
from analysis.groups.events.first_day import PainFree
from analysis.groups.findings import Findings, chosen, findings, taken_away
from analysis.groups.limits.qualified import qualified
from analysis.groups.methods.proportions import RETURNED
from analysis.groups.methods.responders import PERCENT, POINTS, USUAL, Threshold
from analysis.groups.written import written
from analysis.settings import versions

OUTCOMES = ("change", "returned_to_activity")
NOT_KNOWN = "The log does not say who returned to activity."
OPTIONS = (
    click.option("--by", required=True, metavar="COLUMN", help="What makes the groups."),
    click.option("--outcome", default="change", metavar="NAME", show_default=True),
    click.option("--week", default=12, show_default=True, type=click.IntRange(1)),
    click.option("--only", metavar="COLUMN=VALUE", help="Keep to people of one value."),
    click.option("--margin", type=float, help="Points within which groups count as alike."),
    click.option(
        "--fall", metavar="POINTS|PERCENT%", help="Fall of pain from which a person counts."
    ),
    click.option("--free-at-most", type=float, default=PainFree.at_most, show_default=True),
    click.option("--free-days", type=click.IntRange(1), default=PainFree.days, show_default=True),
    click.option("--free-gap", type=click.IntRange(1), default=PainFree.longest_gap),
    click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR"),
)


def with_comparison(work: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a comparison."""
    for decorate in reversed(OPTIONS):
        work = decorate(work)
    return work


def asked_of(told: Mapping[str, Any], context: str | None) -> Asked:
    """Return what is asked, from the values of :data:`OPTIONS`.

    Raises
    ------
    ValueError
        Where an option is not of its form; the message says which form that is.
    """
    return Asked(
        by=told["by"],
        week=told["week"],
        context=context,
        only=only_of(told["only"]),
        margin=told["margin"],
        threshold=threshold_of(told["fall"]),
        pain_free=PainFree(told["free_at_most"], told["free_days"], told["free_gap"]),
    )


def only_of(text: str | None) -> Only | None:
    """Return whom to keep to.

    Examples
    --------
    >>> only_of("site=insertional")
    Only(column='site', value='insertional')
    """
    if text is None:
        return None
    column, equals, value = text.partition("=")
    if not equals:
        raise ValueError("Write --only as COLUMN=VALUE, as in --only site=insertional.")
    return Only(column.strip(), value.strip())


def threshold_of(text: str | None, option: str = "--fall") -> Threshold:
    """Return the fall of pain that counts, in points or, with a percent sign, of the start.

    Examples
    --------
    >>> threshold_of("30%").words
    'Pain fell by 30 % of the start or more'
    """
    if text is None:
        return USUAL[0]
    unit = PERCENT if text.strip().endswith("%") else POINTS
    try:
        return Threshold(float(text.strip().removesuffix("%")), unit)
    except ValueError:
        raise ValueError(
            f"Write {option} as points or percent, above 0 to 100: 20 or 30%."
        ) from None


def of_comparison(
    days: Days,
    told: Mapping[str, Any],
    context: str | None,
    settings: Callable[[Mapping[str, Any]], dict[str, Any]],
) -> dict[str, Any]:
    """Return a comparison whole: its headline, what limits it, and every part below it.

    With ``out`` among the options the same is written there: ``results.csv``,
    ``people.csv``, ``methods.txt`` and ``settings.json``.

    Parameters
    ----------
    told : mapping
        The values of :data:`OPTIONS`.
    settings : function
        Returns what made the numbers, given the choices.

    Raises
    ------
    ValueError
        Where an option asks for what is not there; the message says what there is.
    """
    if told["outcome"] not in OUTCOMES:
        raise ValueError(
            f"Outcome {told['outcome']!r} is not known; choose {' or '.join(OUTCOMES)}."
        )
    asked = asked_of(told, context)
    found = findings(cohort(days, asked))
    made = settings({**chosen(asked), "outcome": told["outcome"]})
    methods = written(found, versions())
    if told["out"] is not None:
        write(found, methods, made, told["out"])
    compared, table = found.cohort.found, found.cohort.outcomes
    change = told["outcome"] == "change"
    return {
        "by": asked.by,
        "outcome": told["outcome"],
        "context": table.context,
        "sentence": compared.sentence if change else "",
        "read_with": qualified(found.banners),
        "estimates": list(compared.estimates) if change else _returned(found),
        "warnings": [*table.notes, *compared.warnings, *days.unplaced_notes],
        "refused": list(compared.refused),
        "banners": [
            {"key": one.key, "sentence": one.sentence, "switches": list(one.switches)}
            for one in found.banners
        ],
        "sections": [{"part": part, **section.as_parts()} for part, section in found.sections],
        "methods": methods,
        "settings": made,
    }


def _returned(found: Findings) -> list[Estimate]:
    for _, section in found.sections:
        if section.title == RETURNED:
            return list(section.estimates)
    raise ValueError(NOT_KNOWN)


def write(found: Findings, methods: str, settings: Mapping[str, Any], folder: Path) -> None:
    """Write everything of a comparison into a folder, safe to open in a spreadsheet."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "results.csv": csv_of(taken_away(found, methods, settings)),
        "people.csv": csv_of(found.cohort.outcomes.table),
        "methods.txt": f"{methods}\n",
        "settings.json": json.dumps(settings, indent=2),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
