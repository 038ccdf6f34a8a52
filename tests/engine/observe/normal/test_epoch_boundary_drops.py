import numpy as np

from engine.observe.normal.epoch_boundary_drops import read
from tests.engine.cases import case, falling, noise, series

STEPS, EPOCHS = 100, 4
CONFIG = {"task": "classification", "n_classes": 6.0, "n_train": 6400.0, "batch_size": 64.0}
STAIRS = np.repeat([1.5, 1.0, 0.6, 0.3], STEPS)
BORDERS = STEPS * np.arange(1, EPOCHS + 1)


def run(held_out, loss=STAIRS, **more):
    steps = series("train_loss_step", loss + noise(len(loss), 0.02), np.arange(1, len(loss) + 1))
    more = {name: series(name, values, BORDERS) for name, values in more.items()}
    return case(
        CONFIG, train_loss_step=steps, val_loss=series("val_loss", held_out, BORDERS), **more
    )


def test_drops_at_the_borders_with_a_level_validation_loss():
    found = read(run([1.2, 1.19, 1.2, 1.2]))

    assert found.state == "holds"
    assert "above its minimum" in found.text


def test_a_validation_loss_that_climbs_while_the_score_falls():
    found = read(run([1.2, 1.25, 1.3, 1.4], val_accuracy=[0.67, 0.66, 0.65, 0.63]))

    assert (found.state, found.beyond) == ("broken", "overtraining")


def test_a_validation_loss_that_climbs_while_the_score_holds_is_left_open():
    assert read(run([1.2, 1.25, 1.3, 1.4])).state == "not-measured"
    held = run([1.2, 1.25, 1.3, 1.4], val_accuracy=[0.67, 0.67, 0.67, 0.67])
    assert read(held).state == "not-measured"


def test_a_loss_that_follows_the_place_in_the_epoch():
    places = 0.3 * np.sin(np.tile(np.arange(STEPS) / 16, EPOCHS + 2))
    loss = np.repeat([1.5, 1.0, 0.7, 0.5, 0.35, 0.3], STEPS) + places
    steps = series("train_loss_step", loss, np.arange(1, len(loss) + 1))
    found = read(case(CONFIG, train_loss_step=steps))

    assert found.state in {"broken", "not-shown"}
    assert found.state == "not-shown" or found.beyond == "data-not-shuffled"


def test_a_smooth_fall_is_not_shown():
    assert read(run([1.2, 1.1, 1.0, 0.9], falling(1.5, 0.3, STEPS * EPOCHS))).state == "not-shown"


def test_without_epochs_nothing_is_measured():
    assert read(case(train_loss_step=STAIRS)).state == "not-measured"
    assert read(case(CONFIG, train_loss=falling(2, 1))).state == "not-measured"
