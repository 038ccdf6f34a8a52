import numpy as np

from engine.observe.curves.validation.validation_loss_turns_up import observe
from tests.engine.cases import TEN_CLASSES, case, falling, healthy, series

TURNED = np.concatenate([falling(2.3, 0.6, 10), np.linspace(0.6, 1.8, 20)])


def test_validation_turns_up_while_training_falls():
    found = observe(case(TEN_CLASSES, train_loss=falling(2.3, 0.001, 30), val_loss=TURNED))
    assert found.strength > 0.95
    assert found.span.start == 220
    assert 180 <= found.span.start <= 220


def test_a_run_without_a_known_chance_level_is_scaled_by_its_first_loss():
    assert observe(case(train_loss=falling(2.3, 0.001, 30), val_loss=TURNED)).strength > 0.9


def test_silent_when_training_turns_up_as_well():
    both = case(TEN_CLASSES, train_loss=TURNED - 0.1, val_loss=TURNED)
    assert observe(both).strength < 0.05


def test_silent_on_a_slight_rise_and_on_a_learning_run():
    slight = np.concatenate([falling(2.3, 0.4, 10), np.linspace(0.4, 0.45, 20)])
    assert (
        observe(case(TEN_CLASSES, train_loss=falling(2.3, 0.1, 30), val_loss=slight)).strength < 0.1
    )
    assert observe(healthy()).strength < 0.05


def test_not_measured_without_validation_or_with_few_points():
    assert observe(case(train_loss=[1.0] * 9)) is None
    assert observe(case(train_loss=[1.0] * 3, val_loss=[1.0] * 3)) is None


def test_a_slight_rise_counts_when_the_accuracy_falls_with_it():
    slight = np.concatenate([falling(2.3, 0.9, 10), np.linspace(0.9, 1.1, 20)])
    falls = np.concatenate([np.linspace(0.1, 0.88, 10), np.linspace(0.88, 0.58, 20)])
    train = falling(2.3, 0.5, 30)
    assert (
        observe(case(TEN_CLASSES, train_loss=train, val_loss=slight, val_accuracy=falls)).strength
        > 0.7
    )
    holds = np.concatenate([np.linspace(0.1, 0.88, 10), np.full(20, 0.88)])
    assert (
        observe(case(TEN_CLASSES, train_loss=train, val_loss=slight, val_accuracy=holds)).strength
        < 0.3
    )


def test_a_falling_accuracy_counts_where_the_loss_hardly_rises():
    flat = np.concatenate([falling(2.3, 0.9, 10), np.full(20, 0.91)])
    falls = np.concatenate([np.linspace(0.1, 0.98, 10), np.linspace(0.98, 0.8, 20)])
    found = observe(
        case(TEN_CLASSES, train_loss=falling(2.3, 0.3, 30), val_loss=flat, val_accuracy=falls)
    )
    assert found.strength > 0.9
    assert "accuracy ends 0.1" in found.text


def test_a_validation_loss_alone_turns_up():
    found = observe(case(val_loss=np.linspace(2.3, 5.6, 12)))

    assert found.strength > 0.8
    assert "no training loss is recorded" in found.text
    assert observe(case(val_loss=falling(2.3, 0.5))).strength < 0.05
    assert observe(case(val_loss=[2.3, 2.0, 1.9])) is None


def test_a_high_first_training_loss_does_not_hide_the_turn():
    train = 0.8 + 5.4 * np.exp(-np.arange(21) / 3)
    assert observe(case(train_loss=train, val_loss=np.linspace(2.1, 2.49, 21))).strength > 0.6
    assert observe(case(train_loss=train, val_loss=np.linspace(2.1, 2.12, 21))).strength < 0.1


def test_an_evaluation_before_the_first_step_is_no_minimum():
    held_out = [0.2, *falling(4.0, 1.0, 12)]
    trained_before = case(
        train_loss=falling(3.0, 0.5, 12),
        val_loss=series("val_loss", held_out, 20 * np.arange(13)),
    )
    assert observe(trained_before).strength < 0.05


def _excerpt(held_out):
    steps = 60_000 + 1000 * np.arange(16)
    return case(
        train_loss=series("train_loss", np.linspace(0.41, 0.3, 16), steps),
        val_loss=series("val_loss", held_out, steps),
    )


def test_an_excerpt_from_the_middle_does_not_rule_a_turn_out():
    assert observe(_excerpt(np.linspace(1.7, 1.72, 16))) is None
    assert observe(_excerpt(np.linspace(1.7, 0.9, 16))) is None


def test_a_turn_within_an_excerpt_is_seen():
    assert observe(_excerpt(np.linspace(1.7, 2.9, 16))).strength > 0.9


def test_a_falling_score_counts_where_no_validation_loss_is_recorded():
    falls = np.concatenate([np.linspace(0.5, 0.86, 10), np.linspace(0.86, 0.7, 20)])
    train = falling(2.3, 0.01, 30)
    for name in ("val_auc", "val_f1", "val_accuracy"):
        found = observe(case(train_loss=train, **{name: falls}))
        assert found.strength > 0.6
        assert f"{name} is best around" in found.text
        assert "ends at 0.7" in found.text


def test_a_score_that_holds_or_falls_with_training_says_nothing():
    train = falling(2.3, 0.01, 30)
    rises = np.concatenate([np.linspace(0.5, 0.86, 10), np.linspace(0.86, 0.84, 20)])
    assert observe(case(train_loss=train, val_auc=rises)) is None
    falls = np.concatenate([np.linspace(0.5, 0.86, 10), np.linspace(0.86, 0.7, 20)])
    assert observe(case(train_loss=TURNED, val_auc=falls)) is None
    assert observe(case(val_auc=falls)) is None
