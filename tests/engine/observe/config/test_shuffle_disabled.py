from engine.observe.config.shuffle_disabled import observe
from tests.engine.cases import case


def test_stated_as_off():
    found = observe(case({"shuffle": False}))
    assert found.strength > 0.95
    assert "not shuffled" in found.text


def test_silent_when_on():
    assert observe(case({"shuffle": True})).strength < 0.05


def test_not_measured_when_not_stated():
    assert observe(case()) is None
    assert observe(case({"shuffle": "yes"})) is None
