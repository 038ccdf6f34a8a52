from engine.observe.curves.validation.works_offline_fails_live import observe
from tests.engine.cases import case


def test_a_live_score_far_below_the_offline_one_is_seen():
    found = observe(case(test_accuracy=[0.93], live_accuracy=[0.7]))

    assert found.strength > 0.95
    assert "test_accuracy ends at 0.930" in found.text


def test_the_validation_score_stands_in_for_a_test():
    assert observe(case(val_accuracy=[0.8, 0.93], live_accuracy=[0.75, 0.74])).strength > 0.95


def test_silent_within_the_sampling_error_and_above():
    assert observe(case(test_accuracy=[0.93], live_accuracy=[0.91])).strength < 0.05
    assert observe(case(test_accuracy=[0.8], live_accuracy=[0.9])).strength < 0.05


def test_not_measured_without_live_inputs():
    assert observe(case(test_accuracy=[0.93], val_accuracy=[0.9])) is None
    assert observe(case(live_accuracy=[0.7])) is None
