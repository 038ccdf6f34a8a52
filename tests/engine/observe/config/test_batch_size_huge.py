from engine.observe.config.batch_size_huge import observe
from tests.engine.cases import case


def test_huge_by_itself():
    assert observe(case({"batch_size": 100_000.0})).strength > 0.95


def test_huge_for_the_data():
    found = observe(case({"batch_size": 2000.0, "n_train": 2000.0}))
    assert found.strength > 0.95
    assert "100%" in found.text


def test_silent_on_usual_batches_and_on_small_data_in_one_batch():
    assert observe(case({"batch_size": 256.0, "n_train": 50_000.0})).strength < 0.02
    assert observe(case({"batch_size": 32.0, "n_train": 40.0})).strength < 0.02


def test_not_measured_without_a_batch_size_or_for_tokens():
    assert observe(case({"n_train": 10.0})) is None
    assert observe(case({"batch_size": 1e6, "task": "language_modeling"})) is None
