import pytest

from engine.observe.normal.about import has_word, named, stated_words, states
from engine.run import Case, CurveRead, ReadAs
from tests.engine.cases import case, series


def test_settings_are_joined_in_lower_case():
    run = case({"task": "Language Modeling", "model_kind": "GPT-2", "depth": 3.0})

    assert stated_words(run) == "language_modeling_gpt_2"
    assert states(run, "language_model")
    assert not states(run, "diffusion")


def test_settings_are_read_once_for_all_readers():
    read = []

    class Settings(dict):
        def get(self, name, otherwise=None):
            read.append(name)
            return super().get(name, otherwise)

    run = Case(config=Settings(task="gan"))

    assert states(run, "gan")
    once = list(read)
    assert not states(run, "vae")
    assert once == read != []


def test_nothing_stated_states_nothing():
    assert not states(case(), "gan")


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("train_neighbor_accuracy", ["neighbor"], True),
        ("train_aux_loss", ["aux_loss"], True),
        ("val/knn-accuracy", ["knn"], True),
        ("train_loss", ["los"], False),
        ("kidney_loss", ["kid"], False),
        ("", ["fid"], False),
    ],
)
def test_words_stand_between_the_underscores_of_a_name(name, words, expected):
    assert has_word(name, words) is expected


def test_series_are_found_by_the_name_that_the_input_writes():
    read = CurveRead("val_error", "val_calibration_error", 3, "val", True, "epoch")
    run = Case(
        series={"val_error": series("val_error", [0.1]), "val_loss": series("val_loss", [1.0])},
        read_as=(ReadAs("a.jsonl", "jsonl", {"val_error": 1}, curves=(read,)),),
    )

    assert [each.name for each in named(run, "calibration")] == ["val_error"]
    assert [each.name for each in named(run, "error")] == ["val_error"]
    assert named(run, "brier") == []
