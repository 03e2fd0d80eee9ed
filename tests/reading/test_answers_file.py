"""Answers written to a file are the answers read from it."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.answers_file import parse_answers, write_answers
from analysis.reading.questions import Answers
from analysis.reading.raw import Refused, Source
from analysis.reading.receipt import Receipt

SOURCE = Source("my log.csv", b"date,vas\n2026-01-01,3\n")
DIGEST = hashlib.sha256(SOURCE.data).hexdigest()
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1)


RECEIPT = Receipt(SOURCE.name, DIGEST, layout="3f1b2c4d5e6f")


@given(st.dictionaries(words, words, max_size=4))
@settings(max_examples=50, deadline=None)
def test_what_is_written_reads_back_the_same(own):
    text = write_answers(Answers({DIGEST: own}), [RECEIPT])
    assert parse_answers(text, [SOURCE]).of(DIGEST, RECEIPT.layout) == own


def test_the_next_export_of_the_same_columns_has_the_answers_but_not_the_person():
    own = {"unit": "kg", "person": "Ada"}
    text = write_answers(Answers({DIGEST: own}), [RECEIPT])
    later = Source("my log (2).csv", b"date,vas\n2026-02-01,2\n")
    told = parse_answers(text, [later])
    assert told.of(hashlib.sha256(later.data).hexdigest(), RECEIPT.layout) == {"unit": "kg"}


def test_files_that_share_a_layout_keep_their_own_answers():
    other = Receipt("other.csv", "ab", layout=RECEIPT.layout)
    text = write_answers(
        Answers({DIGEST: {"scale": "10"}, "ab": {"scale": "100"}}), [RECEIPT, other]
    )
    assert parse_answers(text, [SOURCE]).of(DIGEST, RECEIPT.layout) == {"scale": "10"}


def test_answers_of_another_file_do_not_hold_for_this_one():
    told = parse_answers('[files."other.csv"]\nscale = "10"\n', [SOURCE])
    assert told.of(DIGEST) == {}


@pytest.mark.parametrize("text", ["scale = ", "files = 3", "scale = [1, 2]", "[a]\nb = 1"])
def test_what_is_not_an_answer_is_refused_in_a_sentence(text):
    with pytest.raises(Refused):
        parse_answers(text, [])
