import pytest
import yaml

from engine.names import MAX_NAME, normalized
from engine.read.parts.names import Names
from tests.engine.content import FIXTURES, real_knowledge

SIGNALS = yaml.safe_load((FIXTURES / "signals.yaml").read_text())
ALIASES = [
    (signal["kind"], signal["name"], alias)
    for signal in SIGNALS
    for alias in signal.get("aliases", ())
]


def names_of(kind):
    known = real_knowledge()
    return Names(known.metric_names if kind == "metric" else known.config_names)


@pytest.mark.parametrize("kind", ["metric", "config"])
def test_every_alias_of_the_content_is_found(kind):
    names = names_of(kind)
    lost = [
        f"{alias}: {names.canonical(alias)}, not {name}"
        for of_kind, name, alias in ALIASES
        if of_kind == kind and names.canonical(alias) != name
    ]

    assert len(ALIASES) > 400
    assert lost == []


@pytest.mark.parametrize(
    ("kind", "alias", "name"),
    [
        ("metric", "train_acc@1", "train_accuracy"),
        ("metric", "val_acc@1", "val_accuracy"),
        ("config", "optimizer._target_", "optimizer"),
    ],
)
def test_aliases_with_rare_separators_are_found(kind, alias, name):
    assert names_of(kind).canonical(alias) == name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("val/Loss", "val_loss"),
        (" Val  Loss ", "val_loss"),
        ("acc@1", "acc_1"),
        ("lr-Adam|pg1:0", "lr_adam_pg1_0"),
        ("_step_", "step"),
        ("__Val_Loss", "val_loss"),
        ("Époque", "époque"),
        ("2loss", "2loss"),
        ("//", ""),
        ("", ""),
    ],
)
def test_separators_are_one_underscore(name, plain):
    assert normalized(name) == plain
    assert normalized(plain) == plain


def test_endless_names_are_cut():
    assert len(normalized("a" * 10_000)) == MAX_NAME


def test_unknown_name_has_no_canonical_one():
    assert names_of("metric").canonical("flux_capacitance") is None
