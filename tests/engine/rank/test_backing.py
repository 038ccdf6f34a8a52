from dataclasses import replace

import pytest

from engine.evidence import DirectEvidence, Observation
from engine.rank.backing import is_backed
from engine.rank.ranking import Pointers, rank
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()
NAN = Observation("loss-non-finite", "seen", 1.0, "measured")


@pytest.mark.parametrize("channel", ["measured", "log", "told", "numbers"])
def test_a_sign_that_was_seen_backs_its_entry(channel):
    assert is_backed("nan-loss", rank([replace(NAN, channel=channel)], KNOWLEDGE))


def test_words_that_resemble_a_sign_back_nothing():
    assert not is_backed("nan-loss", rank([replace(NAN, channel="words")], KNOWLEDGE))


def test_a_sign_of_another_entry_backs_nothing():
    other = replace(NAN, symptom="loss-falls-too-slowly")

    assert not is_backed("nan-loss", rank([other], KNOWLEDGE))


def test_an_absent_sign_backs_nothing():
    absent = replace(NAN, state="absent", strength=0.0)

    assert not is_backed("nan-loss", rank([absent], KNOWLEDGE))


@pytest.mark.parametrize(("source", "backs"), [("code", True), ("description", False)])
def test_code_backs_an_entry_and_its_name_in_the_words_does_not(source, backs):
    pointing = DirectEvidence("nan-loss", 1.0, source, "found")

    assert is_backed("nan-loss", rank((), KNOWLEDGE, Pointers(direct=[pointing]))) == backs
