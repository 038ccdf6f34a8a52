import numpy as np

from engine.observe.normal.gan_loss_balance import read
from tests.engine.cases import case, falling, noisy

EPOCHS = 20
EVEN = {
    "d_loss": noisy(np.full(EPOCHS, 1.38), 0.03),
    "g_loss": noisy(np.full(EPOCHS, 0.75), 0.05, seed=1),
}
BETTER = falling(0.9, 0.1, EPOCHS)


def test_losses_that_hover_while_samples_get_better():
    found = read(case(**EVEN, sample_distance=BETTER))

    assert found.state == "holds"
    assert "sample_distance goes from 0.9" in found.text


def test_a_discriminator_that_wins():
    accuracies = {"d_real_accuracy": np.ones(EPOCHS), "d_fake_accuracy": np.ones(EPOCHS)}
    found = read(case(d_loss=falling(0.6, 0.001), g_loss=falling(1, 12), **accuracies))

    assert (found.state, found.beyond) == ("broken", "gan-discriminator-dominance")


def test_a_low_loss_without_its_accuracy_is_no_victory():
    uncertain = {"d_fake_accuracy": np.full(EPOCHS, 0.9)}
    found = read(case(d_loss=falling(0.6, 0.001), g_loss=falling(1, 12), **uncertain))

    assert found.state != "broken"


def test_samples_that_lose_variety():
    found = read(case(**EVEN, sample_distance=BETTER, sample_diversity=falling(0.9, 0.1)))
    assert (found.state, found.beyond) == ("broken", "mode-collapse")

    found = read(case({"n_modes": 8.0}, **EVEN, modes_covered=falling(8, 1)))
    assert (found.state, found.beyond) == ("broken", "mode-collapse")


def test_without_better_samples_it_is_left_open():
    assert read(case(**EVEN)).state == "not-measured"
    assert read(case(**EVEN, sample_distance=BETTER[::-1])).state == "not-measured"
    narrow = {"sample_diversity": np.full(EPOCHS, 0.5)}
    assert read(case(**EVEN, sample_distance=BETTER, **narrow)).state == "not-measured"


def test_losses_that_both_fall_are_not_shown():
    assert read(case(d_loss=falling(1.4, 0.5), g_loss=falling(2, 0.5))).state == "not-shown"


def test_one_loss_is_not_measured():
    assert read(case(d_loss=EVEN["d_loss"])).state == "not-measured"
