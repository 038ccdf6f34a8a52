import pytest

from engine.observe.words.figures.batch import batch


def shown(text):
    return {item.symptom: item.strength for item in batch(text)}


def test_factors_are_multiplied():
    (tiny, huge) = batch("batch size 1 on 2 gpus with gradient accumulation 2")

    assert "1 x 2 x 2 = 4 samples" in tiny.text
    assert len(huge.spans) == 3


def test_few_and_many_samples_are_told_apart():
    few = shown("batch size 1 on 1 gpu")
    many = shown("per device batch 512 on 256 gpus")

    assert few["batch-size-tiny"] > 0.5 > few["batch-size-huge"]
    assert many["batch-size-huge"] > 0.5 > many["batch-size-tiny"]


@pytest.mark.parametrize(
    "text", ["batch size 32", "8 gpus", "batch of images on 2 gpus", "", "batch size 0 on 2 gpus"]
)
def test_a_size_or_a_factor_alone_says_nothing(text):
    assert shown(text) == {}
