"""Every item of a set has its inputs and a label, and derived sets change nothing else."""

from benchmarks.item_sets import SETS, fresh, losses, restated, silent
from tests.together import together


def test_each_fresh_report_is_restated_in_other_words_with_its_log():
    pairs = list(zip(fresh(), restated(), strict=True))

    assert len(pairs) == 28
    for one, other in pairs:
        assert one.inputs.log == other.inputs.log
        assert one.inputs.description != other.inputs.description


def test_losses_alone_are_the_runs_without_settings_and_other_curves():
    for item in losses():
        assert item.inputs.config == {}
        names = set(item.inputs.metrics) - {"step", "epoch"}
        assert all(name.endswith("loss") for name in names)


def test_losses_of_a_pair_of_networks_are_losses():
    names = {name for item in losses() for name in item.inputs.metrics}

    assert {"train_loss", "val_loss", "d_loss", "g_loss", "recon_loss"} <= names


def test_texts_that_report_nothing_are_a_hundred():
    items = list(silent())

    assert len(items) >= 100
    assert len({item.id for item in items}) == len(items)
    assert all(item.inputs.description or item.inputs.log for item in items)


@together("name", SETS)
def test_every_set_holds_items_that_accept_their_own_label(name):
    items = list(SETS[name]())

    assert items
    assert all(item.primary in item.accepted for item in items)
