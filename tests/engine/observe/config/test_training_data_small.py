from engine.observe.config.training_data_small import observe
from tests.engine.cases import case


def test_a_few_dozen_samples():
    assert observe(case({"n_train": 20.0})).strength > 0.95


def test_silent_on_a_hundred_and_more_and_on_fine_tuning():
    assert observe(case({"n_train": 100.0})).strength < 0.05
    assert observe(case({"n_train": 50_000.0})).strength < 0.01
    assert observe(case({"n_train": 40.0, "init": "pretrained"})).strength < 0.05


def test_not_measured_without_a_number():
    assert observe(case()) is None
    assert observe(case({"n_train": 0.0})) is None
