from engine.observe.curves.activations.attention_entropy_near_zero import observe
from tests.engine.cases import case, falling


def test_an_entropy_that_falls_to_nothing_is_seen():
    found = observe(case(attention_entropy=falling(4.0, 0.02, 20, rate=8)))

    assert found.strength > 0.95
    assert "nats" in found.text


def test_an_entropy_that_collapses_at_once_is_seen():
    assert observe(case(attention_entropy=[1.2, 0.05, 0.05, 0.04])).strength > 0.95


def test_silent_on_spread_attention_and_on_one_that_was_never_spread():
    assert observe(case(attention_entropy=falling(4.0, 2.0, 20))).strength < 0.05
    assert observe(case(attention_entropy=[0.05] * 10)).strength < 0.05


def test_not_measured_without_it():
    assert observe(case(train_loss=[1.0, 0.5])) is None
    assert observe(case(attention_entropy=[0.1])) is None
