import pytest

from engine.observe.detector import detectors


def test_modules_become_detectors_in_the_given_order():
    pair = detectors("engine.observe.curves.loss", "loss_spikes", "loss_diverges")

    assert [detector.symptom for detector in pair] == ["loss-spikes", "loss-diverges"]
    assert pair[0].address == "curves.loss_spikes"
    assert pair[0].module == "engine.observe.curves.loss.loss_spikes"


def test_address_of_a_setting_has_no_group():
    (detector,) = detectors("engine.observe.config", "half_precision")

    assert detector.address == "config.half_precision"


def test_module_that_does_not_exist_is_refused():
    with pytest.raises(ModuleNotFoundError, match="loss_sings"):
        detectors("engine.observe.curves.loss", "loss_sings")


def test_module_that_is_no_detector_is_refused():
    with pytest.raises(AttributeError, match="SYMPTOM"):
        detectors("engine.observe.measures", "band")
