"""Every weight moves one step, and none leaves its scale."""

import random

import pytest

from benchmarks.moved_weights import MOST_BACKGROUND, STEPS_OF_PREVALENCE, moved
from engine.scales import PREVALENCE
from tests.engine.knowledge import knowledge

BEFORE = knowledge()
AFTER = moved(BEFORE, random.Random(0))
PAIRS = [
    (first, second)
    for slug, mode in BEFORE.failure_modes.items()
    for first, second in zip(mode.indications, AFTER.failure_modes[slug].indications, strict=True)
]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_an_indication_moves_one_step_within_its_scale(first, second):
    assert second.symptom == first.symptom
    assert abs(second.evoking - first.evoking) <= 1
    assert abs(second.frequency - first.frequency) <= 1
    assert (second.evoking < 0) == (first.evoking < 0)
    assert -5 <= second.evoking <= 5


def test_weights_in_the_middle_of_their_scale_all_move():
    middle = [pair for pair in PAIRS if pair[0].frequency in (2, 3, 4)]

    assert middle
    assert all(first.frequency != second.frequency for first, second in middle)


def test_backgrounds_are_halved_or_doubled():
    for slug, symptom in BEFORE.symptoms.items():
        after = AFTER.symptoms[slug].background
        assert after / symptom.background in (0.5, 2.0) or after == MOST_BACKGROUND


def test_moved_knowledge_is_an_edition_of_its_own():
    assert AFTER.edition != BEFORE.edition
    assert moved(BEFORE, random.Random(0)) == AFTER


def test_the_steps_of_prevalence_are_in_order():
    assert sorted(PREVALENCE, key=PREVALENCE.__getitem__) == list(STEPS_OF_PREVALENCE)
