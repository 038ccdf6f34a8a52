import json
import math
from pathlib import Path

import pytest

from dictionary.recordings import chosen_curves, described, parse, recorded_figures
from tests import factories

SPECIMENS = Path(__file__).resolve().parents[2] / "fixtures" / "specimens"
ROWS = [
    {
        "epoch": epoch,
        "train_loss": 2.0 / epoch,
        "val_loss": 1.0 + epoch,
        "val_accuracy": 0.5,
        "test_accuracy": 0.25,
    }
    for epoch in range(1, 6)
]


def lines(rows):
    return "\n".join(json.dumps(row) for row in rows)


def names(rows, preset):
    return [curve.label for curve in chosen_curves(rows, preset)[0]]


@pytest.mark.parametrize(
    "path", sorted(SPECIMENS.glob("*/*.jsonl")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_every_recording_can_be_read(path):
    rows = parse(path.read_text())
    assert rows
    assert isinstance(chosen_curves(rows, "validation-turns-up")[0], list)


def test_settings_and_blank_lines_are_no_rows():
    assert parse('{"config": {"lr": 1}}\n\n{"epoch": 1, "train_loss": NaN}\n')[0]["epoch"] == 1


def test_a_printed_message_is_no_row():
    assert parse('torch.OutOfMemoryError: CUDA out of memory.\n{"epoch": 1}') == [{"epoch": 1}]


def test_an_object_that_is_broken_off_is_an_error():
    with pytest.raises(ValueError, match="Expecting"):
        parse('{"epoch": 1, "train_loss": ')


def test_losses_are_shown_unless_the_entry_shows_in_scores():
    assert names(ROWS, "validation-turns-up") == ["training", "validation"]
    assert names(ROWS, "test-leaves-validation") == ["validation", "test"]
    assert chosen_curves(ROWS, "test-leaves-validation")[1].y == "score"


def test_the_lowest_recall_is_taken_from_all_classes():
    rows = parse(
        lines(
            [
                {"epoch": e, "val_accuracy": 0.9, "per_class_recall": [0.99, 0.0, 0.4]}
                for e in (1, 2)
            ]
        )
    )
    curves, _ = chosen_curves(rows, "majority-share")
    assert [curve.label for curve in curves] == ["validation", "lowest recall of a class"]
    assert list(curves[1].y) == [0.0, 0.0]


def test_a_loss_of_every_step_goes_before_one_of_every_epoch():
    rows = [{"step": step, "train_loss_step": 1.0 / step} for step in range(1, 9)]
    curves, labels = chosen_curves([*rows, *ROWS], "sawtooth")
    assert len(curves[0].x) == 8
    assert labels.x == "step"


def test_gradients_per_layer_are_shown_over_the_layers():
    rows = [{"epoch": 1, "grad_norm_by_layer": [1e-6, 1e-3, 1.0]}]
    [curve] = chosen_curves(rows, "gradient-fades")[0]
    assert list(curve.x) == [1, 2, 3]
    assert list(curve.y) == [1e-6, 1e-3, 1.0]


@pytest.mark.parametrize(
    "rows", [[], [{"epoch": 1, "train_loss": 1.0}], [{"epoch": 1, "train_loss": None}] * 3]
)
def test_too_few_points_are_no_curve(rows):
    assert chosen_curves(rows, "gradient-fades")[0] == []


def test_a_description_names_the_numbers():
    curves, labels = chosen_curves(ROWS, "plateau")
    assert described(curves, labels).startswith(
        "Training: from 2 to 0.4; between 0.4 (epoch 5) and 2."
    )


def test_a_description_tells_of_nan():
    rows = [{"epoch": 1, "train_loss": 1.0}, {"epoch": 2, "train_loss": math.nan}]
    assert "from 1 to 1, then not a number" in described(*chosen_curves(rows, "becomes-nan"))
    rows = [{"epoch": epoch, "train_loss": math.nan} for epoch in (1, 2)]
    assert described(*chosen_curves(rows, "becomes-nan")) == "Training: not a number."


@pytest.fixture
def fixtures(settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    folder = tmp_path / "specimens" / "overfitting"
    folder.mkdir(parents=True)
    recorded_figures.cache_clear()
    return folder


def test_both_runs_are_drawn_on_one_axis(fixtures):
    (fixtures / "bad.jsonl").write_text(
        lines({"epoch": e, "train_loss": 8.0 * e} for e in (1, 2, 3))
    )
    (fixtures / "good.jsonl").write_text(
        lines({"epoch": e, "train_loss": 0.1 * e} for e in (1, 2, 3))
    )
    bad, good = recorded_figures("overfitting", "plateau", "one")
    assert ">20<" in bad
    assert ">20<" in good


def test_an_entry_without_recording_has_no_figure(fixtures):
    assert recorded_figures("overfitting", "plateau", "two") == ("", "")


def test_the_entry_page_shows_what_was_recorded(client, content, fixtures):
    (fixtures / "bad.jsonl").write_text(lines(ROWS))
    text = client.get("/e/overfitting/").content.decode()
    assert "Recorded from the example that fails" in text
    assert "Recorded from the example that works" not in text
    factories.EditionFactory()
    (fixtures / "good.jsonl").write_text(lines(ROWS))
    assert "Recorded from the example that works" in client.get("/e/overfitting/").content.decode()
