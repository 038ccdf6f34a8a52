import math

import pytest

from engine.knowledge import SOMETHING_ELSE, FailureMode
from engine.rank.weights import Weights
from engine.rank.words import silent, word_parts
from engine.words_model.scores import CHATTER
from tests.engine.knowledge import knowledge, with_edition

WEIGHTS = Weights(text_model=1.0)
NORMAL = FailureMode("is-normal", "common", (), entry_class="normal")
POINTER = FailureMode("other-name", "common", (), entry_class="pointer", points_to="nan-loss")
PLAIN = knowledge()
KNOWN = with_edition(
    PLAIN,
    "of words",
    failure_modes={**PLAIN.failure_modes, NORMAL.slug: NORMAL, POINTER.slug: POINTER},
    planned={"not-written": "Not written"},
)
MODES = tuple(sorted(KNOWN.ranked))
CLASSES = (*MODES, NORMAL.slug, POINTER.slug, "not-written", CHATTER)


def parts(**shares):
    """Weigh a text whose classes have the given shares; the rest is spread evenly."""
    given = {name.replace("_", "-"): share for name, share in shares.items()}
    others = (1 - sum(given.values())) / (len(CLASSES) - len(given))
    scores = {name: math.log(given.get(name, others)) for name in CLASSES}
    return word_parts(scores, MODES, KNOWN, WEIGHTS)


def of(mode, found):
    return found.modes[MODES.index(mode)]


def test_words_speak_for_the_entry_that_they_resemble():
    found = parts(nan_loss=0.9)

    assert of("nan-loss", found) == pytest.approx(math.log(0.9 * len(CLASSES)))
    assert found.modes.argmax() == MODES.index("nan-loss")
    assert found.healthy < 0
    assert found.other < 0


@pytest.mark.parametrize("name", ["is_normal", "chatter"])
def test_normal_patterns_and_chatter_speak_for_health(name):
    found = parts(**{name: 0.9})

    assert found.healthy > 0 > found.other
    assert (found.modes <= 0).all()
    assert found.modes.min() < 0


def test_planned_entries_speak_for_something_else():
    assert parts(not_written=0.9).other > 0 > parts(not_written=0.9).healthy


def test_the_class_of_failures_without_an_entry_speaks_for_something_else():
    scores = {"nan-loss": math.log(0.1), SOMETHING_ELSE: math.log(0.9)}

    assert word_parts(scores, MODES, KNOWN, WEIGHTS).other > 0


def test_words_of_a_pointer_are_words_for_what_it_points_to():
    assert of("nan-loss", parts(other_name=0.9)) > 0


def test_beside_a_measurement_words_speak_against_nothing():
    found = parts(nan_loss=0.9).never_against()

    assert found.modes.min() == found.healthy == found.other == 0
    assert of("nan-loss", found) == of("nan-loss", parts(nan_loss=0.9))


def test_an_even_guess_says_nothing():
    assert parts().modes == pytest.approx(0)


def test_without_words_nothing_is_said():
    found = word_parts({}, MODES, KNOWN, WEIGHTS)

    assert not found.say_anything
    assert not silent(3).say_anything
    assert parts(nan_loss=0.9).say_anything


def test_a_cause_that_the_words_name_too_gets_more_of_its_finding():
    finding = FailureMode("nan-loss", "common", (), entry_class="finding", causes=MODES[:2])
    known = with_edition(
        KNOWN, "of named causes", failure_modes={**KNOWN.failure_modes, "nan-loss": finding}
    )
    scores = {name: math.log(0.1 / (len(CLASSES) - 1)) for name in CLASSES}
    scores["nan-loss"] = math.log(0.6)
    scores[MODES[1]] = math.log(0.3)

    found = word_parts(scores, MODES, known, WEIGHTS)

    own = 0.3 * len(CLASSES)
    assert of(MODES[1], found) > math.log(own + 0.5 * 0.6 * len(CLASSES))
    assert 0 < of(MODES[0], found) < of(MODES[1], found)


def test_words_for_a_finding_are_shared_by_its_causes():
    finding = FailureMode("nan-loss", "common", (), entry_class="finding", causes=MODES[:2])
    known = with_edition(
        KNOWN, "of findings", failure_modes={**KNOWN.failure_modes, "nan-loss": finding}
    )
    scores = {name: math.log(0.1 / (len(CLASSES) - 1)) for name in CLASSES}
    scores["nan-loss"] = math.log(0.9)

    found = word_parts(scores, MODES, known, WEIGHTS)

    assert of("nan-loss", found) == pytest.approx(math.log(0.9 * len(CLASSES)))
    assert of(MODES[0], found) == pytest.approx(of(MODES[1], found))
    assert of(MODES[0], found) > 0


def test_entries_that_the_words_do_not_speak_for_share_what_is_left():
    one, other, *rest = (mode for mode in MODES if mode != "nan-loss")
    left = 0.1 / len(CLASSES)
    few = parts(**{"nan-loss": 0.9, one: left / 10, other: left / 1000})

    quiet = {of(mode, few) for mode in (one, other, *rest)}
    assert len(quiet) == 1
    assert quiet.pop() < of("nan-loss", few)


def test_what_all_entries_have_together_stays_with_them():
    one, other = [mode for mode in MODES if mode != "nan-loss"][:2]
    shares = {"nan-loss": 0.02, one: 0.1, other: 0.001, "not-written": 0.8}
    found = parts(**shares)

    every = [(1 - sum(shares.values())) / (len(CLASSES) - len(shares))] * len(MODES)
    given = [
        shares.get(mode, share) * len(CLASSES) for mode, share in zip(MODES, every, strict=True)
    ]
    given[MODES.index("nan-loss")] = max(given[MODES.index("nan-loss")], every[0] * len(CLASSES))
    assert math.fsum(map(math.exp, found.modes)) == pytest.approx(sum(given))


def test_small_differences_are_noise_where_the_words_are_of_something_else():
    one, other = MODES[:2]
    elsewhere = parts(**{one: 0.05, other: 0.04, "not-written": 0.85})
    of_entries = parts(**{one: 0.5, other: 0.4})

    assert of(one, elsewhere) - of(other, elsewhere) == pytest.approx(0)
    assert of(one, of_entries) - of(other, of_entries) == pytest.approx(math.log(0.5 / 0.4))
