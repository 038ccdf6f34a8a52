from engine.observe.curves.gradients.gradient_drops_at_one_layer import observe
from tests.engine.cases import case


def layers(*norms):
    return case(layers={"grad_norm_by_layer": [[norm] * 3 for norm in norms]})


def test_a_drop_at_one_layer_is_seen():
    found = observe(layers(0.001, 0.001, 0.001, 0.5, 0.6, 0.5))

    assert found.strength > 0.9
    assert "Between layers 3 and 2" in found.text


def test_a_drop_next_to_the_input_is_seen():
    assert observe(layers(0.004, 0.6, 0.5, 0.6)).strength > 0.9


def test_silent_on_even_layers_and_on_a_fall_at_each_of_them():
    assert observe(layers(0.4, 0.5, 0.6, 0.5)).strength < 0.05
    assert observe(layers(1e-6, 1e-4, 1e-2, 1.0)).strength < 0.1
    assert observe(layers(0.5, 0.5, 0.5, 0.001)).strength < 0.05


def test_not_measured_with_few_layers():
    assert observe(layers(0.001, 0.5, 0.5)) is None
    assert observe(case(grad_norm=[1.0] * 5)) is None
