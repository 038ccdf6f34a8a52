import pytest

from content.content import hashed_content_of_folder
from content.problems import ContentError
from content.text_model import TEXT_MODEL
from content.to_knowledge import knowledge_from_files, knowledge_of
from engine import knowledge as records
from tests.small_content import edited, entry, small_content, small_files, write_files

pytestmark = pytest.mark.usefixtures("small_engine")

HIGH = "failure_modes/optimization/rate-too-high.md"


@pytest.fixture
def folder(tmp_path):
    write_files(small_files(), tmp_path)
    return tmp_path


def test_it_holds_what_the_entries_say(folder):
    known = knowledge_from_files(folder)
    high = known.failure_modes["rate-too-high"]
    assert (high.slug, high.prevalence) == ("rate-too-high", "common")
    assert high.indications[0] == records.Indication("loss-oscillates", 4, 3)
    assert high.indications[3] == records.Indication("loss-falls-slowly", 0, -4)
    assert known.symptoms["loss-oscillates"].facet == "course"
    assert len(known.symptoms["loss-diverges"].phrasings) == 9
    assert known.checks["learning-rate-sweep"].cost == "minutes"
    assert known.checks["learning-rate-sweep"].outcomes[1].symptom == "loss-diverges"


def test_names_are_normalized_and_distinguished_by_kind(folder):
    known = knowledge_from_files(folder)
    assert known.metric_names["train_loss_epoch"] == "train_loss"
    assert known.metric_names["learning_rate"] == "lr"
    assert known.config_names["lr"] == known.config_names["optimizer_lr"] == "learning_rate"


def test_drafts_are_no_failure_modes():
    draft = entry("rate-too-low", 51, "rate-too-high", status="draft")
    high = small_content().failure_modes[0]

    known = knowledge_of(small_content(failure_modes=(high, draft)), "e")

    assert set(known.failure_modes) == {"rate-too-high"}


def test_bad_files_raise_an_error_with_the_place(folder):
    write_files(edited(small_files(), HIGH, "severity: 4", "severity: 9"), folder)
    with pytest.raises(ContentError, match="severity"):
        knowledge_from_files(folder)


def test_the_edition_is_the_hash_of_the_files(folder):
    assert knowledge_from_files(folder).edition == hashed_content_of_folder(folder).hash


def test_a_folder_without_text_model_gives_none(folder):
    assert knowledge_from_files(folder).text_model is None


def test_an_unreadable_text_model_raises_an_error(folder):
    (folder / TEXT_MODEL).mkdir()

    with pytest.raises(ValueError, match="Is a directory"):
        knowledge_from_files(folder)


def test_a_broken_text_model_raises_an_error(folder):
    (folder / TEXT_MODEL).write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(ValueError, match="not a text model"):
        knowledge_from_files(folder)
