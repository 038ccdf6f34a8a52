import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.lines import meaning
from engine.read.lines.meaning import NOTHING, Meaning, Meanings, meaning_of
from engine.read.parts.names import Names
from tests.engine.read.tables import metric_names

NAMES = metric_names()


def metric(name, split=""):
    return Meaning("metric", name, split)


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("loss: ", metric("train_loss", "train")),
        ("| train loss ", metric("train_loss", "train")),
        ("| val_loss=", metric("val_loss", "val")),
        ("validation loss is ", metric("val_loss", "val")),
        ("(val) loss ", metric("val_loss", "val")),
        ("train ", metric("train_loss", "train")),
        ("val: ", metric("val_loss", "val")),
        ("valid_1's binary_logloss: ", metric("val_loss", "val")),
        ("gnorm ", metric("grad_norm")),
        ("learning rate: ", metric("lr")),
        ("val zorble ", metric("val_zorble", "val")),
        ("zorble rate ", metric("zorble_rate")),
    ],
)
def test_names_of_metrics(lead, expected):
    assert meaning_of(lead, "", NAMES) == expected


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Epoch: ", "epoch"),
        (" ep ", "epoch"),
        ("global_step=", "step"),
        ("Iter ", "step"),
        ("/", "total"),
        (" of ", "total"),
        ("][", "bracket"),
        ("", "nothing"),
        (" | ", "nothing"),
        ("time ", "nothing"),
        ("eta: ", "nothing"),
    ],
)
def test_positions_and_signs(lead, kind):
    assert meaning_of(lead, "", NAMES).kind == kind


def test_shared_name_belongs_to_the_split_before_it():
    assert meaning_of(" acc ", "val", NAMES) == metric("val_accuracy", "val")
    assert meaning_of(" lr ", "val", NAMES).name == "lr"


def test_score_of_validation_is_not_one_of_training():
    assert meaning_of("test zorble loss ", "", NAMES).name != "train_loss"


def test_epoch_ends_the_split_before_it():
    assert meaning_of("epoch ", "val", NAMES) == Meaning("epoch")


def test_word_of_separators_only_is_nothing():
    assert meaning_of("___ ", "", Names({})) == NOTHING


def test_only_the_last_words_of_a_long_lead_count():
    assert meaning_of("val " + "and so on " * 60 + "loss ", "", NAMES).name == "train_loss"


def test_meanings_are_worked_out_once(monkeypatch):
    asked = []
    monkeypatch.setattr(meaning, "meaning_of", lambda *key: asked.append(key) or NOTHING)
    meanings = Meanings(NAMES)

    meanings.of("loss ", "")
    meanings.of("loss ", "")
    meanings.of("loss ", "val")

    assert [key[:2] for key in asked] == [("loss ", ""), ("loss ", "val")]


def test_meanings_beyond_the_limit_are_not_remembered(monkeypatch):
    monkeypatch.setattr(meaning, "MAX_REMEMBERED", 1)
    meanings = Meanings(NAMES)

    assert meanings.of("loss ", "") == meanings.of("loss ", "")
    assert meanings.of("acc ", "") == meanings.of("acc ", "")
    assert len(meanings._remembered) == 1


@given(st.text(max_size=60), st.sampled_from(["", "train", "val", "test"]))
def test_any_lead_has_a_meaning(lead, split):
    found = meaning_of(lead, split, NAMES)

    assert bool(found.name) == (found.kind == "metric")
