from engine.observe.normal.mixed_sample_accuracy import read
from tests.engine.cases import TEN_CLASSES, case, falling

EPOCHS = 20
HELD_OUT = 1 - falling(0.9, 0.1, EPOCHS)
MIXED = {**TEN_CLASSES, "augmentation": "mixup"}


def run(config=MIXED, train=HELD_OUT - 0.2, **more):
    return case(config, train_accuracy=train, val_accuracy=HELD_OUT, **more)


def test_plain_training_images_score_well():
    clean = {
        "train_clean_accuracy": HELD_OUT + 0.02,
        "train_clean_loss": falling(2.3, 0.4, EPOCHS),
    }

    assert read(run(**clean)).state == "holds"


def test_plain_training_images_are_not_learned():
    found = read(run(train_clean_loss=falling(2.3, 1.8, EPOCHS)))

    assert (found.state, found.beyond) == ("broken", "harmful-augmentation")


def test_a_low_validation_loss_shows_it_too():
    assert read(run(val_loss=falling(2.3, 0.4, EPOCHS))).state == "holds"
    assert read(run(val_loss=falling(2.3, 1.5, EPOCHS))).state == "not-measured"
    assert read(run()).state == "not-measured"


def test_between_the_bounds_it_is_left_open():
    assert read(run(train_clean_loss=falling(2.3, 1.1, EPOCHS))).state == "not-measured"


def test_the_strength_of_mixing_states_it():
    config = {**TEN_CLASSES, "cutmix_alpha": 1.0}

    assert read(run(config, val_loss=falling(2.3, 0.4, EPOCHS))).state == "holds"
    assert read(run({**TEN_CLASSES, "mixup": False})).state == "not-measured"


def test_training_ahead_is_not_shown():
    assert read(run(train=HELD_OUT + 0.05)).state == "not-shown"
