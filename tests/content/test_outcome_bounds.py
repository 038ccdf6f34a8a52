import pytest

from content.outcome_bounds import BoundError, parse_bound


@pytest.mark.parametrize(
    ("text", "values", "met"),
    [
        ("val_loss / train_loss > 1.5", {"val_loss": 2.0, "train_loss": 1.0}, True),
        ("val_loss / train_loss > 1.5", {"val_loss": 1.0, "train_loss": 1.0}, False),
        ("train_accuracy - val_accuracy > 0.1", {"train_accuracy": 1, "val_accuracy": 0.5}, True),
        ("loss_scale < 1", {"loss_scale": 0.5}, True),
        ("train_loss > 1e-3", {"train_loss": 0.0}, False),
        ("val_loss / train_loss > 1.5", {"val_loss": 2.0}, None),
        ("val_loss / train_loss > 1.5", {"val_loss": 2.0, "train_loss": 0.0}, None),
    ],
)
def test_a_bound_is_tried_on_last_values(text, values, met):
    assert parse_bound(text).is_met(values) is met


@pytest.mark.parametrize("text", ["", "val_loss", "val_loss is high", "a * b > 1", "a > b"])
def test_another_text_is_no_bound(text):
    with pytest.raises(BoundError, match="a bound is written"):
        parse_bound(text)
