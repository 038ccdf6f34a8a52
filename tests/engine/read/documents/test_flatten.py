from hypothesis import given
from hypothesis import strategies as st

from engine.read.documents.flatten import flat_row


def test_nested_numbers_under_their_path_without_wrappers():
    row = {"record": {"extra": {"epoch": 1, "train_loss": 2.0}, "level": {"no": 20}}}

    assert flat_row(row).numbers == {"epoch": 1, "train_loss": 2.0, "level/no": 20}


def test_texts_that_spell_numbers_are_numbers():
    flat = flat_row({"loss": "0.5", "acc": "n/a", "lr": ""})

    assert flat.numbers == {"loss": 0.5}
    assert flat.texts == {"acc": "n/a"}


def test_a_row_of_a_long_table_is_named_by_its_text():
    assert flat_row({"name": "loss", "value": 1.0, "step": 3}).numbers == {"loss": 1.0, "step": 3}
    assert flat_row({"key": "val_acc", "value": "0.5", "epoch": 1}).numbers == {
        "val_acc": 0.5,
        "epoch": 1,
    }


def test_title_and_series_name_a_value_together():
    flat = flat_row({"metric": "loss", "variant": "train", "value": 1.0, "iter": 3})

    assert flat.numbers == {"loss/train": 1.0, "iter": 3}


def test_parameters_are_settings():
    flat = flat_row({"param": {"paramName": "lr", "paramValue": 0.1, "step": None}})

    assert flat.config == {"lr": 0.1}
    assert flat.numbers == {}


def test_a_named_text_is_a_setting():
    assert flat_row({"name": "optimizer", "value": "adam"}).config == {"optimizer": "adam"}


def test_a_name_without_a_value_names_nothing():
    assert flat_row({"name": "a", "loss": 1.0}).numbers == {"loss": 1.0}


def test_texts_say_split_and_grain():
    flat = flat_row({"type": "val_epoch", "loss": 1.0})

    assert (flat.split, flat.grain) == ("val", "epoch")
    assert flat_row({"host": "node1", "loss": 1.0}).split == ""


def test_lists_and_settings_are_kept_apart():
    flat = flat_row({"grad": {"layers": [1, 2]}, "config": {"lr": 0.1}, "empty": [], "flag": True})

    assert flat.lists == {"grad/layers": [1, 2]}
    assert flat.config == {"lr": 0.1}
    assert flat.numbers == {}


def test_clocks_of_parts_are_left_out():
    assert flat_row({"timers": {"forward": 1.0}, "loss": 2.0}).numbers == {"loss": 2.0}


@given(
    st.recursive(
        st.none() | st.floats() | st.text(max_size=6) | st.booleans(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
        max_leaves=15,
    )
)
def test_any_row_is_flat(value):
    flat = flat_row({"name": value, "value": value})

    assert all(isinstance(number, float | int) for number in flat.numbers.values())
