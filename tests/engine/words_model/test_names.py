import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.words_model.names import NameIndex, longest_names

INDEX = NameIndex(
    [
        ("overfitting", "Overfitting"),
        ("dying-relu", "dying ReLU"),
        ("dying-relu", "dead units"),
        ("gpu-out-of-memory", "CUDA out of memory"),
        ("gpu-out-of-memory", "out of memory"),
        ("host-out-of-memory", "out of memory"),
        ("frozen-parameters", "element 0 of tensors does not require grad"),
        ("missed-detection", "Miss"),
        ("rules", "S6973"),
    ]
)


def named(text):
    return {slug: found.quoted for slug, found in longest_names(INDEX.found(text)).items()}


@pytest.mark.parametrize(
    ("text", "slug", "quoted"),
    [
        ("my model is overfitting", "overfitting", "overfitting"),
        ("Is this OVERFITTING?", "overfitting", "OVERFITTING"),
        ("I see a dead-unit here", "dying-relu", "dead-unit"),
        ("element 0 of tensors does not require grad", "frozen-parameters", None),
    ],
)
def test_names_are_found_as_the_text_spells_them(text, slug, quoted):
    assert named(text) == {slug: quoted or text}


def test_the_longest_name_is_quoted():
    assert named("CUDA out of memory at step 3") == {
        "gpu-out-of-memory": "CUDA out of memory",
        "host-out-of-memory": "out of memory",
    }


@pytest.mark.parametrize(
    "text",
    [
        "it is not overfitting",
        "I don't think it is overfitting",
        "no sign of overfitting",
        "no dead units",
        "the loss never went out of memory",
    ],
)
def test_a_denied_name_is_no_name(text):
    assert named(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The loss is not NaN. It is overfitting",
        "no, it is overfitting",
        "it does not learn the rare classes of the new test set and so on: overfitting",
    ],
)
def test_a_negation_of_something_else_denies_nothing(text):
    assert named(text) == {"overfitting": "overfitting"}


@pytest.mark.parametrize("text", ["", "miss", "I miss you", "S6973", "fits over", "relu dying"])
def test_other_words_name_nothing(text):
    assert named(text) == {}


@given(st.text(max_size=200))
def test_quotations_are_parts_of_the_text(text):
    assert all(quoted in text for quoted in named(text).values())
