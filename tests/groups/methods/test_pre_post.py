"""Before and after in one group, against R's paired t and the formulas."""

import numpy as np
import pytest

from analysis.groups.methods.pre_post import pre_post
from tests.groups.cohorts import people_of
from tests.groups.methods.test_exact import SLEEP

CHANGES = (np.array(SLEEP["one"]) - np.array(SLEEP["two"])).tolist()


def people():
    told = people_of({"a": CHANGES})
    return told.assign(baseline=SLEEP["two"], end=SLEEP["one"])


def test_alone_it_is_rs_paired_t():
    mean = pre_post(people(), "a", alone=True)[0]
    got = [mean.estimate, mean.low, mean.high, mean.p]
    assert got == pytest.approx([-1.58, -2.4598858, -0.7001142, 0.002833], abs=5e-7)
    assert mean.method == "paired t"
    assert "1.2 points" in mean.warnings[-1]


def test_beside_another_group_it_has_no_p():
    found = pre_post(people(), "a", alone=False)
    assert [one.p for one in found] == [None] * 3
    assert found[0].low == pytest.approx(-2.4598858, abs=5e-7)


def test_d_z_and_d_av_are_named_and_differ():
    d_z, d_av = pre_post(people(), "a", alone=False)[1:]
    assert (d_z.name, d_av.name) == ("Mean change in a, d_z", "Mean change in a, d_av")
    assert d_z.estimate == pytest.approx(-1.58 / np.std(CHANGES, ddof=1))
    both = (np.std(SLEEP["one"], ddof=1) + np.std(SLEEP["two"], ddof=1)) / 2
    assert d_av.estimate == pytest.approx(-1.58 / both)


@pytest.mark.parametrize(("n", "flipped"), [(5, True), (9, True), (10, False)])
def test_few_people_alone_have_the_sign_flip_too(n, flipped):
    told = people().head(n)
    methods = [one.method for one in pre_post(told, "a", alone=True)]
    assert any(method.startswith("sign flip") for method in methods) == flipped
    assert methods[1].startswith("Wilcoxon")
    assert not any(one.method.startswith("Wilcoxon") for one in pre_post(told, "a", alone=False))


@pytest.mark.parametrize(
    ("n", "at_the_floor", "flipped"), [(20, 2, False), (20, 3, True), (18, 3, True)]
)
def test_where_the_scale_ends_the_signs_are_flipped_too(n, at_the_floor, flipped):
    change = np.random.default_rng(1).normal(-20, 9, n)
    told = people_of({"a": change.tolist()}).assign(end=lambda p: p["end"])
    told["end"] = told["end"].mask(told.index < at_the_floor, 0.0)
    found = [one for one in pre_post(told, "a", alone=True) if one.method.startswith("sign")]
    assert bool(found) == flipped
    assert not flipped or ("random" in found[0].method) == (n > 18)


def test_below_five_people_there_is_only_the_mean():
    found = pre_post(people().head(4), "a", alone=True)
    assert len(found) == 1
    assert (found[0].low, found[0].p) == (None, None)
