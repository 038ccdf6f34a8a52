"""Numbers and values of the content in words, as templates show them."""

import pytest

from dictionary.models import FailureMode, Fix
from dictionary.templatetags import scales


def test_scores_have_words():
    assert scales.frequency(4) == "usually"
    assert scales.evoking(3) == "suggests it clearly"
    assert scales.strength(-3) == 3


def test_a_score_beyond_the_scale_is_an_error():
    with pytest.raises(KeyError):
        scales.frequency(6)


@pytest.mark.parametrize("silence", FailureMode.Silence.values)
def test_every_silence_has_a_step_and_a_meaning(silence):
    assert scales.silence_step(silence) in range(1, 5)
    assert scales.silence_means(silence)


def test_the_scale_of_silence_has_the_four_steps_that_the_page_shows():
    assert scales.silence_step("silent") == len(FailureMode.Silence.values) == 4


@pytest.mark.parametrize("kind", Fix.Kind.values)
def test_every_kind_of_fix_has_a_word(kind):
    assert scales.fix_kind(kind)
