"""Numbers and choices of a plan: kept in the link and over a change of page."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from streamlit.delta_generator import DeltaGenerator

T = TypeVar("T")


def ask_number(
    place: DeltaGenerator,
    label: str,
    key: str,
    limits: tuple[float, float],
    value: float,
    step: float,
) -> float:
    """Ask for a number within limits; whole where all that is given is whole."""
    return place.number_input(
        label,
        *limits,
        value,
        step,
        format="%d" if isinstance(value, int) else "%g",
        key=key,
        bind="query-params",
        persist_state="session",
    )


def ask_choice(
    place: DeltaGenerator,
    label: str,
    key: str,
    options: Sequence[T],
    words: Mapping[T, str] | None = None,
) -> T:
    """Ask for one of some options, said in words of their own where given; the first is usual."""
    return place.selectbox(
        label,
        options,
        format_func=lambda option: (words or {}).get(option, str(option)),
        key=key,
        bind="query-params",
        persist_state="session",
    )
