"""The command line: the same work without a browser."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial, wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from analysis import summary
from analysis.commands.compare import of_comparison, with_comparison
from analysis.commands.plan import of_plan, with_plan
from analysis.commands.planned import learnt
from analysis.days import Days, reduce_log
from analysis.export import write_tables
from analysis.outcomes import Options, outcomes
from analysis.planning.own_people import EVERYONE
from analysis.planning.simulated import Progress
from analysis.reading import Answers, Reading, Source, read, silent
from analysis.reading.answers_file import load_answers
from analysis.reading.raw import Refused
from analysis.reading.scale import SCALES
from analysis.settings import settings

LARGE = 10_000_000
"""Bytes of files that take more than a moment to read."""


@dataclass(frozen=True)
class Asked:
    """The options that every command takes."""

    files: tuple[Path, ...]
    answers: Answers
    start: date | None
    context: str | None


SHARED = (
    click.option("--scale", type=click.Choice(list(dict(SCALES))), help="Largest value of pain."),
    click.option("--unit", type=click.Choice(["kg", "lb"]), help="Unit of the added weight."),
    click.option("--day-first", "order", flag_value="day", help="Dates are day, month, year."),
    click.option("--month-first", "order", flag_value="month", help="Dates are month, day, year."),
    click.option("--pain", metavar="COLUMN", help="The column that holds the tendon's pain."),
    click.option("--answers", "answers_file", type=click.Path(path_type=Path), metavar="FILE"),
    click.option("--start", type=click.DateTime(["%Y-%m-%d"]), help="Day 0 of the programme."),
    click.option("--context", metavar="NAME", help="When pain was felt: morning, during ..."),
    click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output."),
)


def with_log(work: Callable[..., Any]) -> Callable[..., None]:
    """Give a command the options of reading, the log they lead to, and the way results leave."""
    return _with_files(work, required=True)


def with_log_or_none(work: Callable[..., Any]) -> Callable[..., None]:
    """Do the same for a command that also works without a file: its reading is None then."""
    return _with_files(work, required=False)


def _with_files(work: Callable[..., Any], required: bool) -> Callable[..., None]:

    @wraps(work)
    def command(
        files: tuple[Path, ...],
        scale: str | None,
        unit: str | None,
        order: str | None,
        pain: str | None,
        answers_file: Path | None,
        start: datetime | None,
        context: str | None,
        as_json: bool,
        **options: Any,
    ) -> None:
        given = {"scale": scale, "unit": unit, "date_order": order, "pain": pain}
        sources = [_source(path) for path in files]
        try:
            answers = load_answers(answers_file, sources)
        except Refused as error:
            _stop(str(error))
        for key, value in given.items():
            if value is not None:
                answers = answers.with_answer("*", key, value)
        asked = Asked(files, answers, start.date() if start else None, context)
        reading = read(sources, answers, tell=_telling(sources)) if files else None
        if reading is not None:
            _stop_where_nothing_was_read(reading)
        try:
            result = work(asked, reading, **options)
        except (ValueError, LookupError) as error:
            _stop(str(error))
        click.echo(
            json.dumps(summary.as_plain(result), indent=2) if as_json else summary.as_text(result)
        )

    paths = click.argument("files", nargs=-1, required=required, type=click.Path(path_type=Path))
    for decorate in reversed((paths, *SHARED)):
        command = decorate(command)
    return command


def _source(path: Path) -> Source:
    try:
        return Source(path.name, path.read_bytes())
    except OSError as error:
        _stop(f"{path}: {error.strerror}.")


def _telling(sources: list[Source]) -> Callable[[str], object]:
    """Return who is told how far a long reading is: a person at a terminal, else nobody."""
    large = sum(len(source.data) for source in sources) >= LARGE
    return partial(click.echo, err=True) if large and _at_a_terminal() else silent


def _at_a_terminal() -> bool:
    return sys.stderr.isatty()


def _stop(sentence: str) -> NoReturn:
    click.echo(" ".join(sentence.split()), err=True)
    sys.exit(2)


def _stop_where_nothing_was_read(reading: Reading) -> None:
    if all(receipt.refused for receipt in reading.receipts):
        _stop(" ".join(f"{r.name}: {r.refused}" for r in reading.receipts))


def _days(asked: Asked, reading: Reading) -> Days:
    return reduce_log(reading.log, asked.start)


@click.group()
def cli() -> None:
    """Read logs of heel drops and pain, show a recovery, compare cohorts, plan a study."""


@cli.command("read")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@with_log
def read_command(asked: Asked, reading: Reading, out: Path | None) -> dict[str, Any]:
    """Say what was read from the files; with --out, write the tables as CSV."""
    if out is not None:
        write_tables(reading.log, out)
    return summary.of_reading(reading, _days(asked, reading))


@cli.command()
@click.option("--person", metavar="P", help="Whose tendon; needed where the log has several.")
@click.option("--side", type=click.Choice(["left", "right"]))
@with_log
def recovery(
    asked: Asked, reading: Reading, person: str | None, side: str | None
) -> dict[str, Any]:
    """Show the recovery of one tendon."""
    return summary.of_recovery(_days(asked, reading), person, side, asked.context)


@cli.command()
@with_comparison
@with_log
def compare(asked: Asked, reading: Reading, **told: Any) -> dict[str, Any]:
    """Compare groups of people at the chosen week; with --out, write all of it as files."""
    made = partial(settings, reading.receipts, asked.answers, _started(asked))
    return of_comparison(_days(asked, reading), told, asked.context, made)


@cli.command()
@with_plan
@with_log_or_none
def plan(asked: Asked, reading: Reading | None, **told: Any) -> dict[str, Any]:
    """Plan a study: people needed, and what those there are could show."""
    own, receipts = None, ()
    if reading is not None:
        options = Options(week=told["week"], context=asked.context)
        own = learnt(told, outcomes(_days(asked, reading), options))
        receipts = reading.receipts
    found = of_plan(told, own, _tell)
    chosen = found.pop("chosen")
    return {**found, "settings": settings(receipts, asked.answers, _started(asked), chosen)}


def _started(asked: Asked) -> dict[str, date]:
    return {EVERYONE: asked.start} if asked.start else {}


def _tell(step: Progress) -> None:
    if _at_a_terminal():
        click.echo(f"\r{step.done:,} of {step.of:,} studies", nl=step.done == step.of, err=True)


if __name__ == "__main__":
    cli()
