import pytest

from engine import names
from engine.names import normalized
from engine.read.parts.names import Names, nested_endings, split_in
from tests.together import together


def test_endings_of_a_path_come_longest_first():
    assert list(nested_endings("a.b.c")) == ["a.b.c", "b.c", "c"]
    assert list(nested_endings("a")) == ["a"]
    assert list(nested_endings("")) == [""]
    assert list(nested_endings("a..b.")) == ["a..b.", ".b.", "b.", ""]


def test_of_a_long_path_only_the_endings_as_long_as_a_name_come():
    endings = list(nested_endings("part." * 1000 + "lr"))

    assert endings[-1] == "lr"
    assert max(map(len, endings)) <= names.MAX_NAME


def test_the_last_part_of_a_path_comes_however_long_it_is():
    assert list(nested_endings("a." + "x" * 500)) == ["x" * 500]


def test_the_cache_of_names_keeps_no_long_text_alive():
    before = names._normalized.cache_info().currsize

    for end in "abc":
        assert normalized("z" * 100_000 + end) == "z" * names.MAX_NAME

    assert names._normalized.cache_info().currsize <= before + 1


def test_looking_a_name_up_without_remembering_gives_the_same():
    table = Names({"lr": "learning_rate"})

    assert table.looked_up("LR") == table.canonical("LR") == "learning_rate"
    assert table.looked_up("odd") is None


TABLE = Names(
    {
        "train_loss": "train_loss",
        "val_loss": "val_loss",
        "val_accuracy": "val_accuracy",
        "train_accuracy": "train_accuracy",
        "accuracy": "train_accuracy",
        "loss": "train_loss",
        "lr": "lr",
        "grad_norm": "grad_norm",
    }
)


@together(
    "name, canonical",
    [
        ("train/Loss", "train_loss"),
        ("valLoss", "val_loss"),
        ("eval_epoch_loss", "val_loss"),
        ("Validation Acc", "val_accuracy"),
        ("dev_top1", "val_accuracy"),
        ("avg_loss", "train_loss"),
        ("lr-Adam/pg1", "lr"),
        ("lrs", "lr"),
        ("gnorm", "grad_norm"),
    ],
)
def test_words_of_a_name_are_understood(name, canonical):
    assert TABLE.canonical(name) == canonical


@pytest.mark.parametrize("name", ["", "/", "val", "loss_of_hearing", "lrx", "x" * 500])
def test_other_names_have_no_canonical_one(name):
    assert TABLE.canonical(name) is None


def test_split_is_that_of_the_first_word_of_one():
    assert split_in(["zorble", "dev", "train"]) == "val"
    assert split_in([]) == ""


def test_a_table_is_extended_once_and_each_table_for_itself():
    table = {"lr": "learning_rate"}

    assert Names(table).table is Names(table).table
    assert Names(dict(table)).table is not Names(table).table
    assert Names(table).canonical("learning_rate") == "learning_rate"
