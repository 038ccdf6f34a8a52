import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.formats.mlflow_param import read, sniff
from tests.engine.read.short import source_of


@pytest.mark.parametrize(
    ("name", "text", "config"),
    [
        ("mlruns/0/abc/params/learning_rate", "0.001", {"learning_rate": 0.001}),
        ("params/optimizer", "adam\n", {"optimizer": "adam"}),
        ("run/params/optimizer/lr", "3e-4", {"optimizer/lr": 3e-4}),
        ("run.zip/run/params/amp", "True", {"amp": True}),
    ],
)
def test_one_setting_a_file(name, text, config):
    source = source_of(text, name)

    assert sniff(source)
    assert read(source).config == config


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("learning_rate", "0.001"),
        ("hparams/lr", "0.001"),
        ("params/config.yaml", "lr: 0.1"),
        ("params/lr", ""),
        ("params/lr", "0.1\n0.2"),
        ("params/prompt", "x" * 9000),
        ("params", "0.1"),
    ],
)
def test_other_files(name, text):
    assert not sniff(source_of(text, name))


@given(st.text(alphabet=st.characters(min_codepoint=32), max_size=60))
def test_any_text_is_a_setting(text):
    assert len(read(source_of(text, "params/a")).config) == 1
