import pytest

from engine.observe.words.figures.gaps import UNSTATED, gaps
from engine.observe.words.figures.parse import figures
from engine.observe.words.plain import plain


def shown(text):
    return {item.symptom: item.strength for item in gaps(figures(plain(text)))}


@pytest.mark.parametrize(
    "text",
    [
        "train acc 99% val acc 60%",
        "training WER 13 %, validation WER 57 %",
        "RMSE 1.2 on train and 9.8 on the test set",
        "perplexity is 9 on train and 41 on held-out text",
        "train loss 0.05, val loss 1.3",
        "loss: 0.05 - val_loss: 1.3",
        "R2 0.97 on train vs 0.55 on test",
    ],
)
def test_a_gap_is_seen_whether_more_is_better_or_less(text):
    assert shown(text)["generalization-gap"] > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "train acc 0.91, val acc 0.90",
        "training WER 13 %, validation WER 14 %",
        "train loss 0.40, val loss 0.42",
    ],
)
def test_figures_that_agree_are_no_gap(text):
    assert shown(text)["generalization-gap"] < 0.1


@pytest.mark.parametrize(
    "text",
    ["train acc 99 %, val acc 60 %", "training WER 13 %, validation WER 57 %", "train 98% val 51%"],
)
def test_a_gap_that_no_healthy_run_has_is_very_wide(text):
    assert shown(text)["generalization-gap-very-wide"] > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "train acc 99 %, val acc 80 %",
        "training WER 57 %, validation WER 13 %",
        "train loss 0.004, val loss 0.05",
        "perplexity is 9 on train and 41 on held-out text",
    ],
)
def test_a_usual_gap_is_not_very_wide(text):
    assert "generalization-gap-very-wide" not in shown(text)


@pytest.mark.parametrize("text", ["train 0.08 val 0.9", "train loss -3, val loss 1", "val acc 0.6"])
def test_figures_that_cannot_be_compared_show_nothing(text):
    assert shown(text) == {}


def test_the_other_way_round():
    assert shown("train acc 72 val acc 84")["validation-accuracy-above-training"] == UNSTATED
    assert shown("train loss 0.5 val loss 0.3")["validation-better-than-training"] > 0.9
    assert "validation-accuracy-above-training" not in shown("train acc 72 val acc 73")


def test_two_training_scores_are_no_riddle():
    text = "logged train acc 71, clean train acc 92, val acc 89"

    assert "validation-accuracy-above-training" not in shown(text)


def test_test_and_live_scores_are_compared_with_validation():
    assert shown("val f1 0.91, test f1 0.70")["test-below-validation"] > 0.9
    assert shown("val f1 0.91, test f1 0.90")["test-below-validation"] < 0.1
    assert shown("val accuracy 0.95, production accuracy 0.6")["works-offline-fails-live"] > 0.9


def test_a_high_training_score_rules_out_a_loss_that_stays_high():
    assert shown("training accuracy 99 %") == {"training-loss-stays-high": pytest.approx(0.02)}
    assert shown("training accuracy 70 %") == {}
