import pytest

from engine.diagnose import diagnose
from engine.read import Inputs, read_case
from engine.words_model.packed import PackedTextModel
from engine.words_model.train import fit
from tests.engine.knowledge import knowledge
from tests.engine.words_model.texts import EXAMPLES

FITTED = fit(EXAMPLES).model
TEXT = "my loss becomes nan after a while"


@pytest.fixture
def packed():
    return PackedTextModel(FITTED.to_bytes())


def is_unpacked(model):
    return "unpacked" in vars(model)


def test_a_log_without_a_description_leaves_it_packed(packed):
    known = knowledge(text_model=packed)
    lines = (f"step {step} loss {3 / step:.4f}" for step in range(1, 40))
    case = read_case(Inputs(log="\n".join(lines)), known)

    diagnose(case, known)

    assert not is_unpacked(packed)


def test_the_first_description_unpacks_it_once(packed):
    known = knowledge(text_model=packed)
    case = read_case(Inputs(description=TEXT), known)

    diagnose(case, known)
    assert is_unpacked(packed)
    first = packed.unpacked
    diagnose(case, known)

    assert packed.unpacked is first


def test_classes_and_examples_are_known_without_unpacking(packed):
    assert packed.classes == FITTED.classes
    assert packed.fingerprint == FITTED.fingerprint
    assert not is_unpacked(packed)


def test_it_answers_like_the_model_that_was_packed(packed):
    own = PackedTextModel(packed.unpacked.to_bytes())

    assert own.scores(TEXT) == pytest.approx(packed.unpacked.scores(TEXT))
    assert own.log_probabilities(TEXT) == pytest.approx(packed.unpacked.log_probabilities(TEXT))
    assert own.understood(TEXT) == pytest.approx(FITTED.understood(TEXT), abs=1e-3)
    assert own.confidence(TEXT) == pytest.approx(FITTED.confidence(TEXT), abs=1e-3)


@pytest.mark.parametrize("share", [0, 0.5, 0.99])
def test_a_part_of_a_file_is_refused_at_once(share):
    data = FITTED.to_bytes()

    with pytest.raises(ValueError, match="not a text model"):
        PackedTextModel(data[: int(share * len(data))])
