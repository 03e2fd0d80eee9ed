"""Answers written to a file are the answers read from it."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.answers_file import parse_answers, write_answers
from analysis.reading.questions import Answers
from analysis.reading.raw import Refused, Source

SOURCE = Source("my log.csv", b"date,vas\n2026-01-01,3\n")
DIGEST = hashlib.sha256(SOURCE.data).hexdigest()
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1)


@given(st.dictionaries(words, words, max_size=4))
@settings(max_examples=50, deadline=None)
def test_what_is_written_reads_back_the_same(own):
    answers = Answers({DIGEST: own})
    text = write_answers(answers, {DIGEST: SOURCE.name})
    assert parse_answers(text, [SOURCE]).of(DIGEST) == own


def test_answers_of_another_file_do_not_hold_for_this_one():
    told = parse_answers('[files."other.csv"]\nscale = "10"\n', [SOURCE])
    assert told.of(DIGEST) == {}


@pytest.mark.parametrize("text", ["scale = ", "files = 3", "scale = [1, 2]", "[a]\nb = 1"])
def test_what_is_not_an_answer_is_refused_in_a_sentence(text):
    with pytest.raises(Refused):
        parse_answers(text, [])
