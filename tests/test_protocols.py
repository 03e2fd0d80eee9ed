"""The catalogue agrees with itself and with the figures of the sources."""

import pytest

from analysis.model import EXERCISES, KNEES, SITES, SURFACES
from analysis.protocols import catalogue, find

ALL = list(catalogue().values())


@pytest.mark.parametrize("protocol", ALL, ids=lambda p: p.key)
def test_words_are_those_of_the_log(protocol):
    assert protocol.exercise in EXERCISES
    assert protocol.surface in (None, *SURFACES)
    assert protocol.site in (None, *SITES)
    assert set(protocol.knee) <= set(KNEES)
    assert protocol.source


@pytest.mark.parametrize("protocol", ALL, ids=lambda p: p.key)
def test_the_day_is_its_sets_and_the_course_its_days(protocol):
    if None not in (protocol.sets_per_day, protocol.reps, protocol.drops_per_day):
        assert protocol.drops_per_day == protocol.sets_per_day * protocol.reps
    if None not in (protocol.course_drops, protocol.weeks):
        days = protocol.weeks * protocol.days_per_week
        assert protocol.course_drops == protocol.drops_per_day * days


def test_the_two_published_courses():
    courses = {key: catalogue()[key].course_drops for key in ("jonsson", "alfredson")}
    assert courses == {"jonsson": 7560, "alfredson": 15120}


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("Alfredson", "alfredson"),
        ("alfredson programme", "alfredson"),
        ("Flat 90", "jonsson"),
        ("flat 180", "doubled_flat"),
        ("step_90", "step_90"),
        ("HSR", "heavy_slow"),
    ],
)
def test_a_log_may_use_other_names(told, key):
    assert find(told).key == key


def test_no_name_stands_for_two_protocols():
    names = [n.casefold() for p in ALL for n in {p.key, p.name.casefold(), *p.names}]
    plain = [n.replace("_", " ") for n in names]
    owners = {find(n).key for n in plain}
    assert owners == set(catalogue())
    for protocol in ALL:
        assert all(find(n) is protocol for n in (protocol.key, protocol.name, *protocol.names))


def test_what_the_catalogue_does_not_know_is_none():
    assert find("grandmother's way") is None


def test_unknown_doses_stay_unknown():
    assert catalogue()["concentric"].drops_per_day is None
    assert catalogue()["doubled_flat"].course_drops is None
