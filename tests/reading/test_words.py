"""Words are whole words, in six languages, and one word is one thing."""

import tomllib

import pandas as pd
import pytest

from analysis.model import CONTEXTS, EXERCISES, KNEES, SIDES, SITES, SURFACES
from analysis.reading.words import TABLE, plain, read_variants, read_words, word_of

TOLD = tomllib.loads(TABLE.read_text(encoding="utf-8"))
OURS = {
    "side": {*SIDES, "both"},
    "surface": set(SURFACES),
    "knee": set(KNEES),
    "context": set(CONTEXTS),
    "exercise": set(EXERCISES),
    "site": set(SITES),
    "yes_no": {"yes", "no"},
    "rest": {"rest"},
    "of_the_calf": {"calf"},
    "one_leg": {"one leg"},
    "status": {"done", "undone"},
}


@pytest.mark.parametrize("kind", TOLD)
def test_the_words_kept_are_those_of_the_log(kind):
    assert set(TOLD[kind]) == OURS[kind]


@pytest.mark.parametrize("kind", TOLD)
def test_every_phrase_is_read_as_its_own_word(kind):
    for ours, phrases in TOLD[kind].items():
        for phrase in [ours, *phrases]:
            assert word_of(kind, phrase) == ours, phrase


@pytest.mark.parametrize("kind", TOLD)
def test_no_phrase_stands_for_two_words(kind):
    phrases = [plain(p) for ours, told in TOLD[kind].items() for p in {ours, *told}]
    owners = {plain(p): ours for ours, told in TOLD[kind].items() for p in [ours, *told]}
    assert all(word_of(kind, phrase) == owners[phrase] for phrase in phrases)


@pytest.mark.parametrize(
    ("text", "exercise"),
    [
        ("Heel drop left bent", "heel drop"),
        ("Fersensenken links", "heel drop"),
        ("descente de talon", "heel drop"),
        ("Exc. drops", "heel drop"),
        ("Panturrilha excêntrica", "heel drop"),
        ("Discesa del tallone destra", "heel drop"),
        ("Opuszczanie pięty", "heel drop"),
        ("Hælsænkning venstre", "heel drop"),
        ("Eccentric calf raise", "heel raise"),
        ("Ab Wheel", None),
        ("Standing Calf Raise (Barbell)", "heel raise"),
        ("Squat (Barbell)", None),
    ],
)
def test_an_exercise_is_known_by_whole_words(text, exercise):
    assert word_of("exercise", text) == exercise


def test_an_exercise_nobody_knows_is_still_an_exercise():
    words = read_words("exercise", pd.Series(["Leg curl", "", None]))
    assert words.values.fillna("").tolist() == ["other", "", ""]
    assert not words.bad.any()


def test_a_side_nobody_knows_is_bad_and_a_blank_one_is_missing():
    words = read_words("side", pd.Series(["Links", "up", ""]))
    assert words.values.fillna("").tolist() == ["left", "", ""]
    assert words.bad.tolist() == [False, True, False]


def test_a_cell_that_names_two_things_names_none():
    assert word_of("site", "insertional or midportion") is None


@pytest.mark.parametrize("text", ["left/right", "L+R", "links und rechts", "gauche droite", "each"])
def test_left_and_right_in_one_text_are_both(text):
    assert word_of("side", text) == "both"


def test_an_article_inside_a_name_is_no_side():
    assert word_of("side", "Fersensenken an der Treppe") is None
    assert word_of("side", "Fersensenken an der Treppe links") == "left"
    assert word_of("side", "der") == "right"
    assert word_of("side", "reps in each set") is None


@pytest.mark.parametrize("text", ["yes", "Ja", "oui", "sí", "sim", "x", "1", "TRUE"])
def test_yes_in_six_languages(text):
    assert word_of("yes_no", text) == "yes"


def test_a_variant_names_surface_and_knee_or_is_bad():
    found = read_variants(pd.Series(["flach gestreckt", "off step, bent", "fast", ""]))
    assert found.surface.fillna("").tolist() == ["flat", "step", "", ""]
    assert found.knee.fillna("").tolist() == ["straight", "bent", "", ""]
    assert found.bad.tolist() == [False, False, True, False]


def test_a_cell_longer_than_any_name_is_looked_at_in_its_beginning_alone():
    assert word_of("exercise", "heel drop " + "x" * 5000) == "heel drop"
    assert word_of("exercise", "x " * 5000 + "heel drop") is None
