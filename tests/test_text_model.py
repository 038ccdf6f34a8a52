"""The trained model that is committed belongs to the content that is committed."""

from diagnostics_api.training import examples
from engine.knowledge import SOMETHING_ELSE
from engine.words_model.train import fingerprint
from tests.engine.content import FIXTURES, real_knowledge


def test_the_model_knows_every_published_entry_and_everything_else():
    assert set(real_knowledge().text_model.classes) == {
        *real_knowledge().failure_modes,
        SOMETHING_ELSE,
    }


def test_the_model_was_trained_on_the_present_content():
    """When this fails, run: manage.py train_text_model"""
    assert real_knowledge().text_model.fingerprint == fingerprint(
        examples(FIXTURES, real_knowledge())
    )
