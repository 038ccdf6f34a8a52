import json

import numpy as np
import pytest

from benchmarks.synthetic_cases import class_pools, synthetic_examples
from benchmarks.text_model import Measure, scores_of
from content.cases import PHRASING_WEIGHT
from engine.words_model.train import Example, learn


@pytest.fixture
def fixtures(tmp_path):
    cases = [
        {"failure_mode": "nan-loss", "text": "The loss is nan. It was nan from step 2 on."},
        {"failure_mode": "overfitting", "text": "The validation loss rises; the other falls."},
    ]
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "all.jsonl").write_text("\n".join(map(json.dumps, cases)))
    return tmp_path


def test_the_wanted_number_of_examples_is_made(fixtures):
    examples = synthetic_examples(fixtures, reports=8, phrases=5, classes=4)

    assert [example.weight for example in examples] == [1.0] * 8 + [PHRASING_WEIGHT] * 5
    labels = {example.label for example in examples}
    assert labels == {"nan-loss", "overfitting", "mixed-0", "mixed-1"}


def test_the_same_seed_makes_the_same_examples(fixtures):
    assert synthetic_examples(fixtures, 6, 6, 3) == synthetic_examples(fixtures, 6, 6, 3)
    assert synthetic_examples(fixtures, 6, 6, 3) != synthetic_examples(fixtures, 6, 6, 3, seed=1)


def test_more_classes_than_failures_mix_two_of_them(fixtures):
    pools = class_pools(fixtures, 3)

    assert pools["mixed-0"] == ["The loss is nan.", "the other falls."]


def test_fewer_classes_than_failures_leave_some_out(fixtures):
    assert list(class_pools(fixtures, 1)) == ["nan-loss"]


def test_a_measure_at_its_bound_is_over():
    assert Measure("file", 8.0, 8.0, "MB").is_over
    assert not Measure("file", 7.9, 8.0, "MB").is_over


def test_pruned_scores_are_near_the_exact_ones():
    texts = {"nan": ("loss is nan", "nan loss again"), "rises": ("loss rises", "it rises again")}
    cases = [Example(label, text) for label, both in texts.items() for text in both]
    learned = learn(cases)

    exact = scores_of(learned, None, cases)
    pruned = scores_of(learned, 1_000, cases)

    constants = exact - pruned
    np.testing.assert_allclose(constants[:, 0], constants[:, 1], atol=0.01)
