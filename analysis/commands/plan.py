"""``plan``: what it takes, and what it comes down to for JSON and as lines of text."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from analysis.commands.planned import DESIGNS, plan_of, world_of
from analysis.estimate import Estimate, finite
from analysis.planning.own_people import EVERYONE, OwnPeople, people_there_are
from analysis.planning.pain_trials import PainWorld
from analysis.planning.plan import PAIN, SHARE, Plan
from analysis.planning.simulated import Progress, simulate_power
from analysis.planning.study import Study, study
from analysis.planning.taken_away import TYPED, choices, simulation_choices

PART = click.FloatRange(0, 1)
OPTIONS = (
    click.option("--outcome", type=click.Choice([PAIN, SHARE]), default=PAIN, help="Of people."),
    click.option("--design", type=click.Choice(list(DESIGNS)), default="two-groups"),
    click.option("--difference", type=float, help="To be found: points VAS 0-100, or of percent."),
    click.option("--margin", type=float, help="Show that groups differ by less than so much."),
    click.option("--people", type=click.IntRange(2), help="There are in each group, or cell."),
    click.option("--sd", type=float, help="Standard deviation at the end."),
    click.option("--baseline-sd", type=float, help="At the start; that of the end if not told."),
    click.option("--correlation", type=click.FloatRange(-1, 1), help="Of start and end."),
    click.option("--share-of", type=PART, help="Share expected in one group, 0 to 1."),
    click.option(
        "--by", default=EVERYONE, help="Learn these from FILE, within this column's groups."
    ),
    click.option("--group", help="Whose share of FILE; the first group's if not told."),
    click.option(
        "--counts",
        metavar="POINTS|PERCENT%",
        help="Share of FILE whose pain fell by so much, not of those back in activity.",
    ),
    click.option("--week", default=12, type=click.IntRange(1), help="Week of the end in FILE."),
    click.option("--changes", is_flag=True, help="Compare changes, not ends given the baseline."),
    click.option("--dropout", type=PART, default=0.0, help="Share lost, 0 to 1."),
    click.option("--tendons", type=click.IntRange(1, 2), default=1, help="Of each person."),
    click.option("--alpha", type=PART, default=0.05, help="False alarms, 0 to 1."),
    click.option("--power", type=PART, default=0.8, help="Chance to find it, 0 to 1."),
    click.option("--simulate", type=click.IntRange(0), default=0, metavar="STUDIES"),
    click.option("--simulate-people", type=click.IntRange(2), help="In each; those needed if not."),
    click.option("--seed", type=int, default=1, help="Of the simulated studies."),
    click.option("--start-mean", type=float, default=PainWorld.start),
    click.option("--fall", type=float, default=PainWorld.fall, help="In everyone, points."),
    click.option(
        "--bounded/--unbounded", default=PainWorld.bounded, help="Pain ends at 0 and 100."
    ),
    click.option(
        "--sorer-leave", is_flag=True, help="Those with more pain, or a no, are lost rather."
    ),
    click.option("--tendon-correlation", default=PainWorld.between_tendons),
)


def with_plan(work: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a plan."""
    for decorate in reversed(OPTIONS):
        work = decorate(work)
    return work


def quiet(step: Progress) -> None:
    """Say nothing of how far a simulation is."""


def of_plan(
    told: Mapping[str, Any],
    own: OwnPeople | None = None,
    tell: Callable[[Progress], object] = quiet,
) -> dict[str, Any]:
    """Return a planned study: by formula, and by simulated studies where asked.

    Parameters
    ----------
    told : mapping
        The values of :data:`OPTIONS`.
    own : OwnPeople or None
        What a log says of people; None where that was typed.
    tell : function
        Is given each step of a simulation.

    Raises
    ------
    ValueError
        Where something is missing or out of range; the message says what.
    """
    plan = plan_of(told, own)
    found = study(plan, told["people"] or people_there_are(own), own)
    chosen = choices(found, own.source if own else TYPED)
    simulated = []
    if told["simulate"]:
        people = told["simulate_people"] or int(found.estimates[0].estimate or found.people)
        simulated.append(_simulated(plan, people, told, tell))
        chosen |= simulation_choices(world_of(told), people, told["simulate"], told["seed"])
    return {
        "sentence": found.sentence,
        "estimates": [*found.estimates, *simulated, *(own.estimates if own else ())],
        "curve": _rows(found),
        "warnings": list(found.warnings),
        "chosen": chosen,
    }


def _simulated(
    plan: Plan, people: int, told: Mapping[str, Any], tell: Callable[[Progress], object]
) -> Estimate:
    steps = simulate_power(plan, people, world_of(told), told["simulate"], told["seed"])
    step = next(steps)
    for step in steps:
        tell(step)
    return step.power


def _rows(found: Study) -> list[dict[str, Any]]:
    rows = found.curve.astype("float64").to_dict("records")
    return [{str(name): finite(value) for name, value in row.items()} for row in rows]
