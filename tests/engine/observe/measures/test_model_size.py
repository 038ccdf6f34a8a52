import pytest

from engine.observe.measures.model_size import is_tiny, model_size
from tests.engine.cases import case

MLP = {"model_kind": "mlp", "n_features": 9.0}


@pytest.mark.parametrize(("classes", "times"), [(2.0, 10.0), (5.0, 2.0)])
def test_parameters_are_compared_with_a_linear_model(classes, times):
    size = model_size(case(MLP | {"n_parameters": 100.0, "n_classes": classes}))

    assert size.times_linear == times


def test_a_regression_has_one_output():
    assert model_size(case(MLP | {"task": "regression", "n_parameters": 5.0})).times_linear == 0.5


def test_other_networks_are_not_compared_with_a_linear_model():
    convolutional = MLP | {"model_kind": "cnn", "n_parameters": 5.0, "n_classes": 2.0}

    assert model_size(case(convolutional)) is None
    assert model_size(case(convolutional | {"width": 64.0})).times_linear is None


def test_narrow_linear_and_short_models_are_tiny():
    assert is_tiny(case({"width": 2.0}))
    assert is_tiny(case({"depth": 0.0, "model_kind": "mlp"}))
    assert is_tiny(case(MLP | {"n_parameters": 5.0, "n_classes": 2.0}))


def test_ordinary_and_unstated_models_are_not_tiny():
    assert not is_tiny(case({"width": 64.0}))
    assert not is_tiny(case({"depth": 0.0, "model_kind": "cnn", "width": 64.0}))
    assert not is_tiny(case())
    assert model_size(case()) is None
