import random

import pytest

from benchmarks.synthetic_cases import class_pools, synthetic_examples, varied
from content.cases import PHRASING_WEIGHT, CaseError
from tests.engine.content import FIXTURES


def test_as_many_examples_as_wanted_and_the_same_each_time():
    first = synthetic_examples(FIXTURES, reports=30, phrases=20, classes=10)

    assert [example.weight for example in first].count(1.0) == 30
    assert [example.weight for example in first].count(PHRASING_WEIGHT) == 20
    assert len({example.label for example in first}) == 10
    assert first == synthetic_examples(FIXTURES, reports=30, phrases=20, classes=10)


def test_classes_beyond_the_real_ones_are_mixed():
    real = class_pools(FIXTURES, 10_000)
    count = sum(not name.startswith("mixed-") for name in real)

    assert len(real) == 10_000
    assert len(class_pools(FIXTURES, count + 3)) == count + 3


def test_varied_text_is_never_much_longer():
    text = "the loss goes up and down"
    words = varied(text, ["nan"], random.Random(0)).split()

    assert 0 < len(words) <= len(text.split())


def test_broken_case_is_named(tmp_path):
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "loss.jsonl").write_text("{}\n")

    with pytest.raises(CaseError, match=r"loss\.jsonl:1"):
        class_pools(tmp_path, 3)
