from engine.observe.config.model_tiny_for_task import observe
from tests.engine.cases import case

FLAT = {"model_kind": "mlp", "n_features": 64.0, "n_classes": 10.0}


def test_a_layer_of_one_unit():
    found = observe(case({"width": 1.0}))
    assert found.strength > 0.95
    assert found.text == "The layers are 1 units wide."
    assert found.source == "config.width"


def test_fewer_parameters_than_a_linear_model():
    found = observe(case(FLAT | {"n_parameters": 200.0}))
    assert found.strength > 0.95
    assert "linear model" in found.text
    assert found.source == "config.n_parameters"


def test_silent_on_ordinary_sizes():
    assert observe(case(FLAT | {"width": 48.0, "n_parameters": 6000.0})).strength < 0.02
    assert (
        observe(
            case({"width": 12.0, "model_kind": "gru", "n_features": 6.0, "n_parameters": 600.0})
        ).strength
        < 0.02
    )


def test_one_output_serves_two_classes_and_regression():
    small = {"model_kind": "mlp", "n_features": 2.0, "n_parameters": 25.0}
    assert observe(case(small | {"n_classes": 2.0})).strength < 0.02
    assert observe(case(small | {"task": "regression"})).strength < 0.02


def test_not_measured_without_sizes():
    assert observe(case({"n_parameters": 10.0})) is None
    assert observe(case(FLAT)) is None


def test_a_model_without_a_hidden_layer_is_linear():
    found = observe(case(FLAT | {"depth": 0.0, "width": 64.0}))
    assert found.strength == 0.8
    assert "no hidden layer" in found.text
    assert observe(case(FLAT | {"depth": 1.0, "width": 64.0})).strength < 0.02
