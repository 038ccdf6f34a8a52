from engine.observe.measures.regularization import (
    is_strongly_regularized,
    regularizers,
    strongest,
)
from tests.engine.cases import case


def test_each_stated_regularizer_is_measured():
    stated = regularizers(case({"dropout": 0.8, "weight_decay": 1e-4}))

    assert [(one.setting, one.value) for one in stated] == [
        ("dropout", 0.8),
        ("weight_decay", 1e-4),
    ]
    assert strongest(stated).setting == "dropout"


def test_decoupled_weight_decay_may_be_larger():
    assert is_strongly_regularized(case({"optimizer": "adam", "weight_decay": 0.1}))
    assert not is_strongly_regularized(case({"optimizer": "AdamW", "weight_decay": 0.1}))


def test_ordinary_and_unstated_settings_are_not_strong():
    assert not is_strongly_regularized(case({"dropout": 0.2, "label_smoothing": 0.1}))
    assert not is_strongly_regularized(case())
    assert regularizers(case({"dropout": True})) == ()
