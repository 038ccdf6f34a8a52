import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.quantities import stated_in, without_figures
from engine.observe.words.tried import tried
from engine.observe.words.tried.effects import ON_ITS_OWN, effect_of


def signs(text):
    """Whether each sign that the attempts show is seen."""
    return {item.symptom: item.strength >= 0.5 for item in tried(text)}


LOWER_FAILED = {"lowering-rate-helps": False, "lowering-rate-does-not-help": True}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("lowering the learning rate helps", "lowering-rate-helps"),
        ("with a higher lr it learns", "raising-rate-helps"),
        ("a bigger batch fixes it", "larger-batch-helps"),
        ("with less dropout it trains", "less-regularization-helps"),
        ("Model predicts one class. With class weights it works.", "balanced-batches-help"),
        ("The loss explodes with fp16, in fp32 everything is fine.", "fine-in-full-precision"),
        ("Without mixed precision there are no NaNs.", "fine-in-full-precision"),
        ("I lowered the learning rate. It works now.", "lowering-rate-helps"),
        ("After I normalized the inputs the problem went away.", "scaling-inputs-helps"),
        ("On a single GPU it trains fine.", "one-device-run-is-fine"),
        ("learning rate larger than 0.001 gives nan", "lowering-rate-helps"),
        ("With a learning rate above 0.01 the loss explodes", "lowering-rate-helps"),
        ("larger batch runs out of memory", "smaller-batch-fits"),
        ("When I drop the batch_norm layers it becomes a lot worse.", "normalization-helps"),
        ("Without warm-up the loss diverges.", "warm-up-helps"),
        ("Training longer improved the score, it works better.", "longer-run-does-better"),
    ],
)
def test_a_cure_that_helped_is_a_sign(text, shown):
    assert signs(text)[shown]


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("I tried gradient clipping but it still happens.", "gradient-clipping-helps"),
        ("Dropout and weight decay changed nothing.", "more-regularization-helps"),
        ("More epochs do not help.", "longer-run-does-better"),
        ("raising the learning rate has no effect", "raising-rate-helps"),
        ("more dropout makes it worse", "more-regularization-helps"),
        ("the same problem with different seeds", "outcome-depends-on-seed"),
        ("Even in fp32 I get the same NaN.", "fine-in-full-precision"),
        ("I have already tried batch norm.", "normalization-helps"),
        ("Without clipping it works.", "gradient-clipping-helps"),
    ],
)
def test_a_cure_that_failed_is_no_sign(text, missed):
    assert signs(text)[missed] is False


@pytest.mark.parametrize(
    "text",
    [
        "Lowering the learning rate did not help.",
        "The loss is nan, a tenth of the learning rate makes no difference.",
        "learning rate 10 times lower, same result",
        "I changed the lr from 1e-3 to 1e-5 but the loss is still stuck.",
        "a smaller learning rate makes the loss explode",
    ],
)
def test_a_lower_rate_that_did_not_help(text):
    assert signs(text) == LOWER_FAILED


def test_a_list_shares_its_outcome():
    shown = signs("I tried a lower learning rate, clipping and a warm-up, nothing helped.")

    missed = {"gradient-clipping-helps": False, "warm-up-helps": False}
    assert shown == {**LOWER_FAILED, **missed}


def test_an_outcome_may_stand_in_front_of_its_list():
    shown = signs("Nothing helped: lower learning rate, clipping.")

    assert shown == {**LOWER_FAILED, "gradient-clipping-helps": False}


def test_an_outcome_of_one_change_is_not_that_of_another():
    shown = signs("I tried clipping, with a lower learning rate it works.")

    assert shown["lowering-rate-helps"]
    assert not shown.get("gradient-clipping-helps", False)


@pytest.mark.parametrize(
    "text",
    [
        "Should I use a lower learning rate?",
        "Maybe a lower learning rate helps.",
        "Would gradient clipping fix it?",
        "I use dropout 0.5 and a learning rate of 1e-3.",
        "I train with a batch size of 32 and the loss is fine.",
        "The model trains fine on the data.",
        "The augmentation is the same for both runs.",
        "",
    ],
)
def test_without_an_attempt_and_an_outcome_nothing_is_shown(text):
    assert signs(text) == {}


def test_a_failure_at_a_stated_rate_is_that_of_the_run():
    named = {item.symptom: item.strength for item in tried("lr above 3e-4 leads to NaN losses")}
    unnamed = {item.symptom for item in tried("a larger learning rate gives NaN")}

    assert named["loss-non-finite"] == named["lowering-rate-helps"] > 0.5
    assert "loss-non-finite" not in unnamed


def test_words_of_an_attempt_do_not_count_again():
    text = "The loss is NaN. I tried gradient clipping but it still happens."

    left = without_figures(text)
    assert "clipping" not in left
    assert "still happens" in left


def test_the_attempt_is_quoted():
    text = "I use Adam. Lowering the learning rate did not help."

    quoted = {text[slice(*item.quoted)] for item in stated_in(text)}
    assert quoted == {"Lowering the learning rate did not help"}


def test_what_a_thing_stands_for_on_its_own_has_an_effect():
    assert all(effect_of(thing, way) for thing, way in ON_ITS_OWN.items())
    assert effect_of("rate", "off") is None


@given(st.text(alphabet="ab1. ?,\nlr>", max_size=60))
def test_any_text_is_read(text):
    assert all(0 < item.strength <= 1 for item in tried(text))
