"""Only epochs with both losses reach sk-autod, which refuses curves of two lengths."""

import importlib
import sys
from types import SimpleNamespace

import pytest


@pytest.fixture
def curves(monkeypatch, tmp_path):
    """Return the curves that reach the tool from a table with the given rows."""

    def diagnose(train, validation):
        handed.append((train, validation))
        return SimpleNamespace(findings=[])

    def read(*rows):
        path = tmp_path / "run.csv"
        path.write_text("\n".join(["step,train_loss,val_loss", *rows]))
        assert adapter.findings(path) == []
        return handed.pop()

    handed = []
    monkeypatch.setitem(sys.modules, "sk_autod", SimpleNamespace(diagnose=diagnose))
    name = "benchmarks.peers.adapters.sk_autod"
    monkeypatch.delitem(sys.modules, name, raising=False)
    adapter = importlib.import_module(name)
    yield read
    monkeypatch.delitem(sys.modules, name)


def test_epochs_with_both_losses_are_handed_on(curves):
    assert curves("1,2.0,3.0", "2,nan,inf") == (
        [2.0, pytest.approx(float("nan"), nan_ok=True)],
        [
            3.0,
            float("inf"),
        ],
    )


@pytest.mark.parametrize("row", ["2,1.0,", "2,,1.0", "2,,"])
def test_an_epoch_without_one_of_them_is_left_out(curves, row):
    assert curves("1,2.0,3.0", row) == ([2.0], [3.0])


def test_a_word_for_a_loss_is_refused(curves):
    with pytest.raises(ValueError, match="high"):
        curves("1,high,3.0")
