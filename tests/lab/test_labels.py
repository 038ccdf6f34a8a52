from dataclasses import replace
from functools import cache

import pytest

from lab.faults import ALL, CHAPTERS
from lab.faults.fault import Fault
from lab.labels import (
    ContentUnreadableError,
    Labels,
    labels_of_folder,
    problems,
)
from lab.train.sabotage.settings import setting

NOISE = Fault(slug="label-noise", setup="some", change=setting(), also=("weak-signal",))
LABELS = Labels(
    chapters={"label-noise": "data", "overfitting": "generalization"},
    planned=frozenset({"weak-signal"}),
)


@cache
def real_labels():
    return labels_of_folder()


def test_every_label_of_the_lab_is_a_published_or_planned_entry():
    assert list(problems(CHAPTERS, real_labels())) == []


def test_every_fault_of_the_lab_has_an_entry():
    assert {fault.slug for fault in ALL} <= set(real_labels().chapters)


def test_the_primary_label_comes_first_and_the_others_once():
    fault = replace(NOISE, also=("weak-signal", "label-noise", "overfitting"))

    assert fault.acceptable == ["label-noise", "overfitting", "weak-signal"]


def test_a_label_that_no_entry_has_is_a_problem():
    slip = replace(NOISE, also=("weak-singal",))
    reason = "weak-singal is neither a published nor a planned entry"
    message = f"lab/faults/data.py: label-noise/some: {reason}"

    assert list(problems({"data": (slip,)}, LABELS)) == [message]


def test_a_fault_in_the_wrong_chapter_is_a_problem():
    assert list(problems({"code": (NOISE,)}, LABELS)) == [
        "lab/faults/code.py: label-noise/some: the entry is in the chapter data"
    ]


def test_content_that_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "chapters.yaml").write_text("a: [")

    with pytest.raises(ContentUnreadableError, match=r"chapters\.yaml"):
        labels_of_folder(tmp_path)


def test_the_names_of_metrics_are_those_of_the_content():
    assert real_labels().metric_names["val_loss"] == "val_loss"
    assert real_labels().config_names["learning_rate"] == "learning_rate"
