"""Wall time of a piece of work: the smallest of a few runs, which noise only lengthens."""

import time
from collections.abc import Callable


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Return the shortest of a few runs, in seconds."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def line(name: str, ours: float, other: float, against: str) -> str:
    """Return one line of the report: the ratio first, then what stands behind it."""
    return f"{name:<44} {ours / other:6.2f} x {against} ({ours:.3f} s / {other:.3f} s)"
