from engine.observe.curves.loss.loss_starts_too_high import observe
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, falling, healthy


def test_a_first_loss_far_above_a_guess():
    found = observe(case(TEN_CLASSES, train_loss=falling(80.0, 1.0)))
    assert found.strength > 0.98
    assert "34.7 times the loss of an even guess" in found.text
    assert (found.span.start, found.span.end) == (20, 40)


def test_the_first_step_counts_where_it_is_known():
    both = case(REGRESSION, train_loss=[1.1, 0.5], train_loss_step=falling(25.0, 0.5, 60, rate=60))
    assert observe(both).strength > 0.95
    assert observe(both).span.series == "train_loss_step"


def test_silent_at_a_guess_and_for_one_unlucky_batch():
    assert observe(healthy()).strength < 0.02
    assert observe(case(REGRESSION, train_loss=[1.8, 0.5])).strength < 0.05


def test_where_the_run_comes_to_rest_at_a_guess_that_is_its_scale():
    found = observe(case(train_loss=[15.0, 2.4, *[2.3026] * 10]))
    assert found.strength > 0.98
    assert "the loss of a guess among 10 classes, where it ends (2.3)" in found.text


def test_a_start_above_every_guess_is_a_weak_sign_without_a_scale():
    found = observe(case(train_loss=falling(280.0, 0.9)))
    assert found.strength == 0.75
    assert "a guess costs 12.5 at the most" in found.text


def test_not_measured_without_a_scale_where_the_loss_stays_large_or_has_another():
    assert observe(case(train_loss=falling(9e8, 1e8))) is None
    assert observe(case(train_loss=falling(11.0, 2.0))) is None
    assert observe(case({"task": "regression"}, train_loss=falling(280.0, 0.9))) is None
    assert observe(case({"task": "vae"}, train_loss=falling(280.0, 0.9))) is None


def test_not_measured_without_a_chance_level():
    assert observe(case(TEN_CLASSES)) is None
    assert observe(case({"task": "vae", "n_classes": 10.0}, train_loss=[550.0, 110.0])) is None


def test_rare_classes_do_not_make_an_ordinary_start_look_high():
    assert observe(case({"class_counts": (980.0, 20.0)}, train_loss=[0.7, 0.1])).strength < 0.02
