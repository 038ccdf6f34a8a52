from lab import effects

SCORES = {"val_accuracy": [0.9] * 5, "val_loss": [0.3] * 5, "train_loss": [0.3] * 5}


def test_a_clearly_lower_score_shows_a_fault_and_a_like_one_does_not():
    assert effects.worse_score(SCORES, SCORES | {"val_accuracy": [0.7] * 5})
    assert effects.worse_score(SCORES, SCORES | {"val_accuracy": [0.88] * 5}) is None


def test_a_spike_must_come_back_down():
    assert effects.spiked(SCORES, {"train_loss": [1, 0.5, 0.4, 4, 0.4, 0.3, 0.3]})
    assert effects.spiked(SCORES, {"train_loss": [1, 0.5, 0.4, 4, 4, 4, 4]}) is None


def test_validation_that_turns_up_needs_a_falling_training_loss():
    rising = SCORES | {"val_loss": [0.5, 0.3, 0.4, 0.6, 0.8, 0.9, 0.9], "train_loss": [0.01] * 7}

    assert effects.turned_up(SCORES, rising)
    assert effects.turned_up(SCORES, rising | {"train_loss": [0.3] * 7}) is None


def test_nan_shows_only_beside_a_finite_twin():
    broken = SCORES | {"train_loss": [0.3, float("nan")], "val_accuracy": [float("nan")] * 5}

    assert effects.not_finite(SCORES, broken)
    assert effects.not_finite(SCORES, SCORES) is None
    assert effects.not_finite(broken, broken) is None


def test_a_higher_loss_shows_unless_both_are_nearly_perfect():
    perfect = SCORES | {"val_loss": [0.7, 0.001, 0.001, 0.001]}

    assert effects.worse_loss(1.5)(SCORES, SCORES | {"val_loss": [0.6] * 5})
    slightly_higher = perfect | {"val_loss": [0.7, 0.004, 0.004, 0.004]}
    assert effects.worse_loss(1.5)(perfect, slightly_higher) is None
    assert effects.worse_loss(1.5)(perfect, perfect | {"val_loss": [float("nan")] * 4})


def test_both_effects_must_show():
    lower = SCORES | {"val_accuracy": [0.7] * 5}
    both = effects.both(effects.worse_score, effects.higher_training_loss)

    assert both(SCORES, lower) is None
    text = both(SCORES, lower | {"train_loss": [0.9] * 5})
    score, loss = text.split("; ")
    assert score == "final validation score 0.700 against twin 0.900"
    assert loss == "final training loss 0.9 against twin 0.3"


def test_a_loss_stalls_only_after_it_fell():
    falls_then_stalls = [1.0, 0.8, 0.6, 0.6, 0.6, 0.6, 0.6]

    assert effects.stalls(SCORES, {"train_loss": falls_then_stalls})
    assert effects.stalls(SCORES, {"train_loss": [0.6] * 7}) is None
    assert effects.stalls(SCORES, {"train_loss": [1.0, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2]}) is None


def test_a_leak_shows_in_the_gap_to_the_test_set():
    honest = {"val_accuracy": [0.9] * 3, "test_accuracy": [0.88] * 3}
    leaky = {"val_accuracy": [0.99] * 3, "test_accuracy": [0.6] * 3}

    assert effects.test_below_validation(honest, leaky)
    assert effects.test_below_validation(honest, honest) is None


def test_a_collapsed_loss_scale_counts_as_overflow():
    assert effects.overflowed(SCORES, SCORES | {"loss_scale": [16384.0, 512.0]})
    assert effects.overflowed(SCORES, SCORES | {"loss_scale": [16384.0, 16384.0]}) is None


def test_a_lost_class_needs_a_twin_that_recalls_it():
    lost = {"per_class_recall": [[0.9, None, 0.1]]}
    balanced = {"per_class_recall": [[0.9, None, 0.8]]}

    assert effects.lost_minority(balanced, lost)
    assert effects.lost_minority(lost, lost) is None


def test_forgetting_needs_a_twin_that_remembers():
    forgets = {"task_a_accuracy": [0.9, 0.9, 0.3, 0.3, 0.3]}
    remembers = {"task_a_accuracy": [0.9] * 5}

    assert effects.forgot(remembers, forgets)
    assert effects.forgot(forgets, forgets) is None


def test_a_validation_loss_swings_compared_with_its_twin():
    calm = {"val_loss": [0.5, 0.5, 0.5, 0.51, 0.5, 0.51]}
    wild = {"val_loss": [0.5, 0.9, 0.4, 0.8, 0.3, 0.9]}

    assert effects.swings(calm, wild)
    assert effects.swings(wild, wild) is None


def test_a_measure_that_is_not_logged_falls_back_to_the_score():
    silent = effects.level_of("dead_fraction", 0.6)

    assert silent(SCORES, SCORES | {"dead_fraction": [0.8] * 3}) == "dead_fraction 0.80"
    assert silent(SCORES, SCORES | {"dead_fraction": [0.2] * 3}) is None
    assert silent(SCORES, SCORES | {"val_accuracy": [0.5] * 5})


def test_gradients_are_compared_with_the_twin():
    large = SCORES | {"grad_norm": [50.0] * 5}
    twin = SCORES | {"grad_norm": [1.0] * 5}

    assert effects.gradient_ratio(10)(twin, large) == "gradient norm 50 times the twin's"
    assert effects.gradient_ratio(10)(twin, twin) is None
    assert effects.gradient_ratio(0.1)(large, twin)
