"""How often each method finds something where there is nothing: no more than it says."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from analysis.groups.methods.by_baseline import baseline_by_group
from analysis.groups.methods.dose_order import slope, trend
from analysis.groups.methods.equivalence import equivalence
from analysis.groups.methods.exact import permutation
from analysis.groups.methods.many import kruskal, welch_anova
from analysis.groups.methods.paired import sign_flip, signed_ranks
from analysis.groups.methods.pre_post import pre_post
from analysis.groups.methods.responders import Threshold, responders
from analysis.groups.methods.superiority import superiority
from tests.groups.gaussian import too_many

VOLUMES = ["60", "90", "180"]
MARGIN = 8.0


def people(rng: np.random.Generator, sizes: tuple[int, ...], spread=(1.0, 1.0, 1.0), **means):
    group = np.repeat(VOLUMES[: len(sizes)], sizes)
    scale = np.repeat(spread[: len(sizes)], sizes)
    change = means.get("mean", 0.0) + 12 * scale * rng.normal(size=len(group))
    change = change + np.repeat([0.0, means.get("apart", 0.0), 0.0][: len(sizes)], sizes)
    baseline = rng.normal(60, 12, len(group))
    told = {"group": group, "change": change, "baseline": baseline, "end": baseline + change}
    return pd.DataFrame({**told, "left_out": ""})


PAIR = ("90", "60")
METHODS: dict[str, tuple[Callable, dict]] = {
    "permutation": (lambda made: permutation(made, PAIR).p, {"sizes": (6, 7)}),
    "sign flip": (lambda made: sign_flip(made, "60").p, {"sizes": (8,)}),
    "many signs flipped": (lambda made: sign_flip(made, "60").p, {"sizes": (19,)}),
    "signed ranks": (lambda made: signed_ranks(made, "60").p, {"sizes": (12,)}),
    "paired t": (lambda made: pre_post(made, "60", True)[0].p, {"sizes": (8,)}),
    "superiority": (
        lambda made: superiority(made, PAIR).p,
        {"sizes": (12, 20), "spread": (2.0, 1.0)},
    ),
    "shares": (
        lambda made: next(one.p for one in responders(made, Threshold(10)) if one.p is not None),
        {"sizes": (10, 12), "mean": -10.0},
    ),
    "Welch's F": (
        lambda made: welch_anova(made, VOLUMES).p,
        {"sizes": (8, 10, 14), "spread": (2.0, 1.0, 0.7)},
    ),
    "Kruskal": (lambda made: kruskal(made, VOLUMES).p, {"sizes": (8, 8, 8)}),
    "slope": (lambda made: slope(made, VOLUMES).p, {"sizes": (12, 12, 12)}),
    "trend": (lambda made: trend(made, VOLUMES).p, {"sizes": (8, 8, 8)}),
    "by baseline": (lambda made: baseline_by_group(made, PAIR)[0].p, {"sizes": (25, 25)}),
    "equivalence": (
        lambda made: equivalence(made, ["60", "90"], MARGIN)[0].estimate.p,
        {"sizes": (25, 25), "apart": MARGIN},
    ),
}


def alarms(name: str, runs: int, seed: int) -> int:
    rng = np.random.default_rng(seed)
    method, made = METHODS[name]
    found = (method(people(rng, **made)) for _ in range(runs))
    return sum(p is not None and p < 0.05 for p in found)


@pytest.mark.parametrize("name", METHODS)
def test_nothing_is_found_where_nothing_is_true(name):
    assert not too_many(alarms(name, 100, seed=11), 100)


@pytest.mark.full
@pytest.mark.parametrize("name", METHODS)
def test_nothing_is_found_in_a_thousand_studies_where_nothing_is_true(name):
    assert not too_many(alarms(name, 1000, seed=12), 1000)


@pytest.mark.parametrize("name", ["permutation", "superiority", "slope", "equivalence"])
def test_something_is_found_where_something_is_true(name):
    rng = np.random.default_rng(5)
    method, made = METHODS[name]
    told = {**made, "apart": 0.0 if name == "equivalence" else 25.0}
    if name == "slope":
        told = {"sizes": (12, 12, 12), "spread": (0.1, 0.1, 0.1)}
    tilt = 10.0 if name == "slope" else 0.0
    made_so = [people(rng, **told) for _ in range(20)]
    tilted = [
        one.assign(end=one["end"] + tilt * one["group"].astype(float) / 90) for one in made_so
    ]
    assert np.mean([method(one) < 0.05 for one in tilted]) > 0.5
