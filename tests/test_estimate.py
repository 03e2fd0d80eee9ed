"""An Estimate cannot stand without an interval or the reason why it has none."""

import json
import math

import pytest

from analysis.estimate import Estimate, LeftOut


def test_a_number_without_interval_must_say_why():
    with pytest.raises(ValueError, match="no reason"):
        Estimate("change", "mean", 3.0, "points", {"a": 2})


def test_half_an_interval_is_refused():
    with pytest.raises(ValueError, match="both"):
        Estimate("change", "mean", 3.0, "points", {"a": 2}, low=1.0)


def test_what_json_cannot_hold_becomes_none():
    plain = Estimate("change", "mean", math.nan, "points", {"a": 2}, no_interval="x").as_dict()
    assert plain["estimate"] is None
    json.dumps(plain, allow_nan=False)


def test_people_left_out_stand_with_their_reason():
    out = (LeftOut("no reading at week 12", 3),)
    made = Estimate("change", "mean", None, "points", {"a": 2}, left_out=out)
    assert made.as_dict()["left_out"] == [{"reason": "no reading at week 12", "n": 3}]
