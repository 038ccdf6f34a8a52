import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words import trends
from engine.observe.words.figures import batch, bounds, chance, changes, gaps, not_finite
from engine.observe.words.quantities import (
    SOURCE,
    figure_spans,
    figures_in,
    observe_quantities,
    without_figures,
)
from tests.engine.content import real_content

STATING = (batch, bounds, chance, changes, gaps, not_finite, trends)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def states(text):
    return {item.symptom: item.state for item in observe_quantities(text)}


@pytest.mark.parametrize("module", STATING, ids=lambda module: module.__name__)
def test_symptoms_that_are_stated_are_described(module):
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    strings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    slugs = {text for text in strings if isinstance(text, str) and SLUG.fullmatch(text)}
    described = {symptom.slug for symptom in real_content().symptoms}

    assert slugs
    assert slugs <= described


@pytest.mark.parametrize(
    "text",
    [
        "train acc 99% val acc 60%, 5000 tweets",
        "training accuracy is 0.97 while validation accuracy: 0.62",
        "97 % on train, 70 % on the test set",
        "train 0.99 / val 0.60",
        "train loss 0.05, val loss 1.3",
        "训练集准确率99%，验证集只有60%",
        "Trainingsgenauigkeit 99 %, Validierungsgenauigkeit nur 60 %, was ist das",
    ],
)
def test_a_stated_gap_is_seen(text):
    assert states(text)["generalization-gap"] == "seen"


@pytest.mark.parametrize("text", ["train acc 0.91, val acc 0.90", "train loss 0.40, val loss 0.42"])
def test_scores_that_agree_are_no_gap(text):
    assert states(text)["generalization-gap"] == "absent"


def test_a_high_training_score_says_that_the_model_fits():
    assert states("training accuracy 99 %")["training-loss-stays-high"] == "absent"


@pytest.mark.parametrize(
    "text",
    [
        "10 classes, acc stays 0.1",
        "accuracy is 50 %, binary classification",
        "100-way, accuracy: 1%",
        "训练十个epoch之后loss一直不下降，准确率只有10%，一共10类",
    ],
)
def test_a_score_of_one_in_the_number_of_classes_is_chance(text):
    assert states(text)["accuracy-at-chance-level"] == "seen"


def test_a_score_above_chance_is_not():
    assert states("accuracy 38 % on 5 classes")["accuracy-at-chance-level"] == "absent"


@pytest.mark.parametrize(
    "text", ["loss stuck at 2.303", "the loss stays at 0.69", "loss sits around 6.908"]
)
def test_a_loss_stuck_at_the_logarithm_of_the_classes_is_chance(text):
    (found,) = observe_quantities(text)

    assert (found.symptom, found.state, found.source) == ("loss-at-chance-level", "seen", SOURCE)


@pytest.mark.parametrize(
    "text",
    ["", "no numbers here", "trained for 100 epochs, test set of 1000 images", "I use dropout 0.5"],
)
def test_nothing_stated_nothing_observed(text):
    assert observe_quantities(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "what accuracy can I expect on 10 classes, is 10 % usual?",
        "could you share how train acc 99 % and val acc 60 % came about",
        "Is a train acc of 99 % and a val acc of 60 % overfitting?",
    ],
)
def test_figures_of_other_questions_state_nothing(text):
    assert "generalization-gap" not in states(text)


def test_a_question_whether_figures_are_normal_states_them():
    assert states("Is train acc 99 % and val acc 60 % normal?")["generalization-gap"] == "seen"


@pytest.mark.parametrize(
    "statement", ["train loss {0}, val loss {0}", "loss stuck at {0}", "val accuracy {0}"]
)
def test_a_number_beyond_floating_point_states_nothing(statement):
    assert observe_quantities(statement.format(400 * "9")) == ()


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("12.99 % on train", 0.1299),
        ("7 epochs, 97,5 % on train", 0.975),
        ("97  %  accuracy  in  the  training  set", 0.97),
    ],
)
def test_a_number_is_read_whole(text, score):
    (found,) = figures_in(text)

    assert found.last_share == pytest.approx(score)


def test_only_wanted_symptoms_are_observed():
    text = "train acc 99 %, val acc 60 %"

    assert [item.symptom for item in observe_quantities(text, {"generalization-gap"})] == [
        "generalization-gap"
    ]
    assert observe_quantities(text, set()) == ()


def test_places_of_figures_are_given_back():
    text = "I train on 5000 tweets, train acc 99%, val acc 60%, any idea?"
    spans = figure_spans(text)

    assert [text[start:end] for start, end in spans] == ["train acc 99%", "val acc 60%"]
    assert "acc" not in without_figures(text)
    assert without_figures(text).startswith("I train on 5000 tweets, ")
    assert without_figures(text).endswith(", any idea?")


def test_a_text_without_figures_stays():
    assert figure_spans("the loss oscillates") == ()
    assert without_figures("the Loss oscillates") == "the Loss oscillates"


@given(
    st.text(max_size=300)
    | st.from_regex(r"(train|val) (acc|loss) \d{1,9}(\.\d{1,9})?%? \d+ classes", fullmatch=True)
)
def test_any_text_is_read_without_error(text):
    observed = observe_quantities(text)
    spans = figure_spans(text)

    assert all(0 <= item.strength <= 1 and item.text for item in observed)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
