from dataclasses import replace

import pytest

from engine.observe.normal.harmless_log_lines import read
from tests.engine.cases import case, falling

HEAD = "['classifier.bias', 'classifier.weight']"
BODY = "['bert.encoder.layer.0.output.dense.weight', 'classifier.bias']"


def run(names=HEAD, *lines, **curves):
    notice = (
        "Some weights of BertForSequenceClassification were not initialized from the model "
        f"checkpoint at bert-base-uncased and are newly initialized: {names}"
    )
    curves = curves or {"val_accuracy": falling(0.5, 0.9)}
    return replace(case(**curves), log=(notice, *lines))


def test_a_new_head_in_a_run_that_improves():
    found = read(run())

    assert found.state == "holds"
    assert found.source == "log"
    assert "val_accuracy goes from 0.5" in found.text


def test_weights_of_the_body():
    found = read(run(BODY))

    assert (found.state, found.beyond) == ("broken", "silent-partial-load")
    assert "1 of 2 names" in found.text


def test_a_line_that_is_never_harmless():
    found = read(run(HEAD, "Loss is nan, stopping training"))

    assert (found.state, found.beyond) == ("broken", "nan-loss")


@pytest.mark.parametrize(
    "found",
    [
        run(""),
        run(HEAD, train_loss=falling(2, 1)),
        run(HEAD, val_accuracy=falling(0.9, 0.5)),
    ],
)
def test_without_names_or_a_better_score_it_is_left_open(found):
    assert read(found).state == "not-measured"


def test_other_lines_are_not_shown():
    assert read(replace(case(), log=("epoch 1 loss 0.5",))).state == "not-shown"


def test_without_a_log_nothing_is_measured():
    assert read(case(val_accuracy=falling(0.5, 0.9))).state == "not-measured"
