from engine.observe.config.parameters_exceed_samples import observe
from tests.engine.cases import case


def test_a_hundred_parameters_per_sample():
    assert observe(case({"n_parameters": 1e6, "n_train": 5000.0})).strength > 0.95


def test_silent_on_a_few():
    assert observe(case({"n_parameters": 5000.0, "n_train": 1000.0})).strength < 0.05
    assert observe(case({"n_parameters": 100.0, "n_train": 1000.0})).strength < 0.01


def test_not_measured_without_both():
    assert observe(case({"n_parameters": 1e6})) is None
    assert observe(case({"n_parameters": 1e6, "n_train": 0.0})) is None
