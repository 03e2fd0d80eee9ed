"""``plan``: the study that the options name, what is learnt for it, and what is simulated."""

from collections.abc import Mapping
from typing import Any

from analysis.commands.compare import threshold_of
from analysis.outcomes import Outcomes
from analysis.planning.own_people import OwnPeople
from analysis.planning.own_scatter import own_scatter
from analysis.planning.own_share import own_share
from analysis.planning.pain import PainPlan
from analysis.planning.pain_trials import PainWorld
from analysis.planning.plan import INTERACTION, ONE_FACTOR, PAIN, SHARE, TWO_GROUPS, Plan
from analysis.planning.scatter import Scatter
from analysis.planning.share import NO_MARGIN, SharePlan
from analysis.planning.share_trials import ShareWorld
from analysis.planning.simulated import World

DESIGNS = {"two-groups": TWO_GROUPS, "one-factor": ONE_FACTOR, "interaction": INTERACTION}
OF_THE_OTHER = {
    PAIN: ("share_of", "group", "counts"),
    SHARE: ("sd", "baseline_sd", "correlation", "changes"),
}


def learnt(told: Mapping[str, Any], outcomes: Outcomes) -> OwnPeople:
    """Return what a log teaches of the outcome that is planned for.

    Raises
    ------
    ValueError
        Where the log cannot say, or a share was typed as well.
    """
    if told["outcome"] == PAIN:
        return own_scatter(outcomes, told["by"])
    if told["share_of"] is not None:
        raise ValueError("Give --share-of or a FILE to learn it from, not both.")
    counts = None if told["counts"] is None else threshold_of(told["counts"], "--counts")
    return own_share(outcomes, told["by"], told["group"], counts)


def plan_of(told: Mapping[str, Any], own: OwnPeople | None) -> Plan:
    """Return the plan that was asked for.

    Raises
    ------
    ValueError
        Where neither a difference nor a margin was given, a number is out of range, or an
        option belongs to the other outcome.
    """
    outcome = told["outcome"]
    for name in OF_THE_OTHER[outcome]:
        if told[name] not in (None, False):
            other = SHARE if outcome == PAIN else PAIN
            raise ValueError(f"--{name.replace('_', '-')} goes with --outcome {other}.")
    common = {
        "layout": DESIGNS[told["design"]],
        "power": told["power"],
        "level": told["alpha"],
        "lost": told["dropout"],
        "tendons": told["tendons"],
    }
    return (_pain_plan if outcome == PAIN else _share_plan)(told, own, common)


def _pain_plan(
    told: Mapping[str, Any], own: OwnPeople[Scatter] | None, common: Mapping[str, Any]
) -> Plan:
    scatter = own.like if own else typed_scatter(told)
    if told["difference"] is None and told["margin"] is None:
        raise ValueError("Give --difference, or --margin to show that groups hardly differ.")
    return PainPlan(
        scatter=scatter,
        difference=told["difference"] or 0.0,
        margin=told["margin"],
        adjusted=not told["changes"],
        **common,
    )


def _share_plan(
    told: Mapping[str, Any], own: OwnPeople[float] | None, common: Mapping[str, Any]
) -> Plan:
    share = own.like if own else told["share_of"]
    if share is None:
        raise ValueError("Give --share-of, or a FILE to learn it from.")
    if told["margin"] is not None:
        raise ValueError(NO_MARGIN)
    if told["difference"] is None:
        raise ValueError("Give --difference in percentage points.")
    return SharePlan(share=share, difference=told["difference"], **common)


def typed_scatter(told: Mapping[str, Any]) -> Scatter:
    """Return the scatter that was typed.

    Raises
    ------
    ValueError
        Where the standard deviation or the correlation is missing.

    Examples
    --------
    >>> typed_scatter({"sd": 20.0, "baseline_sd": None, "correlation": 0.5})
    Scatter(end_sd=20.0, baseline_sd=20.0, r=0.5)
    """
    if told["sd"] is None or told["correlation"] is None:
        raise ValueError("Give --sd and --correlation, or a FILE to learn them from.")
    start = told["sd"] if told["baseline_sd"] is None else told["baseline_sd"]
    return Scatter(told["sd"], start, told["correlation"])


def world_of(told: Mapping[str, Any]) -> World:
    """Return what simulated studies take for true."""
    if told["outcome"] == SHARE:
        return ShareWorld(noes_leave=told["sorer_leave"])
    return PainWorld(
        start=told["start_mean"],
        fall=told["fall"],
        bounded=told["bounded"],
        sorer_leave=told["sorer_leave"],
        between_tendons=told["tendon_correlation"],
    )
