"""An outdated text model is only a warning while content is edited, and an error for a release."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from content.text_model import TEXT_MODEL
from tests.small_content import edited, small_files, write_files

CASES = (
    ("rate-too-high", "the loss jumps up and down at every step"),
    ("rate-too-high", "the loss jumps and then it explodes"),
    ("rate-too-low", "the loss falls a little at every step"),
    ("rate-too-low", "it falls and falls, but very slowly"),
    ("disk-full", "no space is left on the disk"),
)
SYMPTOMS = "symptoms/loss.yaml"
TELLING_PHRASING = "loss-diverges said in way nine"


pytestmark = pytest.mark.usefixtures("small_engine")


@pytest.fixture
def folder(tmp_path):
    lines = [json.dumps({"failure_mode": label, "text": text}) for label, text in CASES]
    write_files(small_files(), tmp_path)
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "optimization.jsonl").write_text("\n".join(lines))
    return tmp_path


@pytest.fixture
def trained(folder):
    call_command("train_text_model", fixtures=folder, stdout=StringIO())
    return folder


def check(folder, **options):
    out = StringIO()
    call_command("load_dictionary", folder=folder, check=True, stdout=out, stderr=out, **options)
    return out.getvalue()


def edit_a_phrasing(folder):
    write_files(edited(small_files(), SYMPTOMS, TELLING_PHRASING, "it goes to infinity"), folder)


def test_a_current_model_passes_both_checks(trained):
    assert "Warning" not in check(trained)
    assert "no problems" in check(trained, release=True)


def test_an_edited_phrasing_is_a_warning(trained):
    edit_a_phrasing(trained)

    said = check(trained)

    assert "Warning: The text model was fitted on other content" in said
    assert "no problems" in said


def test_an_edited_phrasing_fails_the_release_check(trained):
    edit_a_phrasing(trained)

    with pytest.raises(CommandError, match="train_text_model"):
        check(trained, release=True)


def test_training_again_makes_the_model_current(trained):
    edit_a_phrasing(trained)

    call_command("train_text_model", fixtures=trained, stdout=StringIO())

    assert "no problems" in check(trained, release=True)


def test_training_replaces_an_unreadable_model(folder):
    (folder / TEXT_MODEL).write_bytes(b"not an archive")

    call_command("train_text_model", fixtures=folder, stdout=StringIO())

    assert "no problems" in check(folder, release=True)


def test_phrasings_alone_are_not_enough_to_train(folder):
    (folder / "cases" / "optimization.jsonl").unlink()

    with pytest.raises(CommandError, match="needs cases"):
        call_command("train_text_model", fixtures=folder, stdout=StringIO())


def test_a_missing_model_fails_the_release_check_only(folder):
    assert "Warning: There is no text model" in check(folder)

    with pytest.raises(CommandError, match="no text model"):
        check(folder, release=True)


@pytest.mark.parametrize("data", [b"", b"not an archive"])
def test_an_unreadable_model_fails_every_check(folder, data):
    (folder / TEXT_MODEL).write_bytes(data)

    with pytest.raises(CommandError, match=r"text_model\.npz: not a text model"):
        check(folder)


def test_a_broken_case_is_named_by_file_and_line(trained):
    (trained / "cases" / "loss.jsonl").write_text('{"failure_mode": "rate-too-high"}\n')

    with pytest.raises(CommandError, match=r"loss\.jsonl:1: not a case"):
        check(trained)
