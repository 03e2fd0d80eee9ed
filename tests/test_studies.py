"""Published figures against what is known of them, and Wilson's interval by its formula."""

import math

import pytest

from analysis.studies import studies, success_shares

Z = 1.959963984540054


def wilson(k: int, n: int) -> tuple[float, float]:
    share, middle = k / n, (k + Z * Z / 2) / (n + Z * Z)
    half = Z / (n + Z * Z) * math.sqrt(n * share * (1 - share) + Z * Z / 4)
    return 100 * (middle - half), 100 * (middle + half)


@pytest.mark.parametrize(
    ("name", "k", "n"),
    [
        ("Jonsson 2008", 18, 27),
        ("Fahlström 2003, insertional", 10, 31),
        ("Fahlström 2003, midportion", 90, 101),
        ("Alfredson 1998", 15, 15),
    ],
)
def test_each_share_has_wilsons_interval(name, k, n):
    (found,) = [share for share in success_shares() if share.name.startswith(name)]
    low, high = wilson(k, n)
    assert found.estimate == pytest.approx(100 * k / n)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-9)


def test_no_count_of_successes_is_shown_twice():
    names = [share.name for share in success_shares()]
    assert len(names) == len(set(names)) == 8


def test_counts_of_tendons_say_that_their_interval_is_too_narrow():
    for share in success_shares():
        assert bool(share.warnings) == (share.unit_of_n == "tendons")


def test_jonssons_fall_is_less_among_everyone_than_among_the_satisfied():
    jonsson = studies().query("study == 'Jonsson'").set_index("subset")
    fall = 100 * (1 - jonsson["fu_mean"] / jonsson["base_mean"])
    assert fall.round().to_dict() == {
        "satisfied only": 70,
        "not satisfied only": 25,
        "all (pooled)": 54,
    }


def test_every_row_says_its_subset_unit_mark_and_source():
    assert studies()[["subset", "unit", "mark", "source"]].notna().all(axis=None)
    assert set(studies()["mark"]) <= set("ARSD")
