import numpy as np

from engine.observe.curves.gradients.gradient_norm_spikes import observe
from engine.scales import SEEN
from tests.engine.cases import case, falling, healthy, noisy, series


def test_an_isolated_peak():
    norm = noisy(np.full(300, 0.5), 0.3)
    norm[200] = 20.0
    found = observe(case(grad_norm_step=norm))
    assert found.strength > 0.9
    assert (found.span.start, found.span.end) == (199, 201)
    assert "at step 200" in found.text


def test_epoch_means_show_it_too():
    norm = np.full(30, 0.5)
    norm[20] = 12.0
    assert observe(case(grad_norm=norm)).strength > 0.9


def test_silent_on_noise_and_on_a_large_beginning():
    assert observe(case(grad_norm_step=noisy(np.full(300, 0.5), 0.35))).strength < 0.3
    assert observe(case(grad_norm_step=noisy(falling(20, 0.5, 300, rate=60), 0.2))).strength < 0.1


def test_silent_when_a_norm_near_zero_multiplies():
    norm = np.concatenate([np.full(50, 1.0), np.full(250, 1e-3)])
    norm[250] = 0.05
    assert observe(case(grad_norm_step=norm)).strength < 0.05


def test_not_measured_with_few_points():
    assert observe(case(grad_norm=[1.0, 9.0, 1.0])) is None
    assert observe(healthy()) is None


def test_a_norm_without_any_peak_has_a_span_that_runs_forward():
    found = observe(case(grad_norm=[0.0] * 12))

    assert found.strength < 0.05
    assert (found.span.start, found.span.end) == (20, 40)


STEPS = np.arange(80)


def warmed_up(peak_at):
    """A norm of one high point, with the loss and the rate of a short warm-up beside it."""
    norm = np.where(peak_at > STEPS, 3.0, 0.3)
    norm[peak_at] = 30.0
    rate = np.minimum(STEPS / 10, 1.0) * 1e-4
    return {
        "grad_norm": series("grad_norm", norm, STEPS),
        "train_loss": series("train_loss", falling(2.3, 0.5, 80), STEPS),
        "lr": series("lr", rate, STEPS),
    }


def test_the_warm_up_is_not_searched():
    assert observe(case(**warmed_up(9))).strength < 0.05


def test_a_single_peak_needs_an_answer_in_the_loss():
    unanswered = warmed_up(40)
    assert observe(case(**unanswered)).strength < SEEN

    loss = falling(2.3, 0.5, 80)
    loss[41] = 5.0
    answered = unanswered | {"train_loss": series("train_loss", loss, STEPS)}
    assert observe(case(**answered)).strength > 0.9
    assert observe(case(grad_norm=unanswered["grad_norm"])).strength > 0.9
