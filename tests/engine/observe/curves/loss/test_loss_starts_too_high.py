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


def test_not_measured_without_a_chance_level():
    assert observe(case(train_loss=[80.0, 1.0])) is None
    assert observe(case(TEN_CLASSES)) is None
    assert observe(case({"task": "vae", "n_classes": 10.0}, train_loss=[550.0, 110.0])) is None


def test_rare_classes_do_not_make_an_ordinary_start_look_high():
    assert observe(case({"class_counts": (980.0, 20.0)}, train_loss=[0.7, 0.1])).strength < 0.02
