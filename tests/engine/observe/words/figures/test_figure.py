import pytest

from engine.observe.words.figures.figure import Figure, Stated, of_kind, on_split, titled, written
from engine.observe.words.languages.understood import in_english


def figure(quantity="accuracy", kind="score", split="train", values=(0.9,), percent=False):
    return Figure(quantity, kind, split, values, percent, 0, 4)


@pytest.mark.parametrize(
    ("value", "percent", "share"),
    [(0.9, False, 0.9), (90.0, False, 0.9), (90.0, True, 0.9), (0.5, True, 0.005)],
)
def test_a_score_is_a_share_of_one(value, percent, share):
    assert figure(values=(value,), percent=percent).last_share == pytest.approx(share)


def test_a_number_above_a_hundred_is_no_score():
    assert figure(values=(1500.0,)).last_share is None


def test_shares_are_written_in_percent_and_others_as_they_are():
    assert written(figure(), 0.9) == "90.0%"
    assert written(figure("r2"), 0.9) == "0.9"
    assert titled(figure("wer", "error")) == "WER"


def test_figures_are_chosen_by_kind_and_split():
    both = [figure(), figure("loss", "loss", "validation")]

    assert of_kind(both, "loss") == [both[1]]
    assert on_split(both, "validation") is both[1]
    assert on_split(both, "test") is None


@pytest.mark.parametrize(("strength", "state"), [(0.9, "seen"), (0.02, "absent")])
def test_an_observation_has_the_state_of_its_strength(strength, state):
    seen = Stated("loss-non-finite", strength, "text", ((0, 4),)).observation(in_english("loss"))

    assert (seen.state, seen.channel, seen.text) == (state, "numbers", "text")


def test_words_are_quoted_as_they_were_written():
    stated = Stated("loss-non-finite", 0.98, "", ((0, 8),), quoted=(0, 8))

    assert stated.observation(in_english("Loss NaN!")).text == 'you say: "Loss NaN"'
