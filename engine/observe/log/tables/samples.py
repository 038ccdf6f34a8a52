"""Samples and batches."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

WORKER_DIED = "log-worker-died"
LOADER = "log-loader-warning"
NO_LABELS = "log-no-usable-labels"
SHAPE = "log-shape-error"
INPUT = "log-invalid-input-values"

SAMPLES: tuple[Signature, ...] = (
    signature(
        "caught-in-worker",
        "in dataloader worker process",
        r"Caught \w{1,60} in DataLoader worker process",
        "a sample raised an error inside a data worker",
        action=(
            "Read the error below this line: it is the worker's own; open that sample outside the"
            " loader."
        ),
        symptom=WORKER_DIED,
        role="consequence",
        entry="dataloader-crash",
        since="PyTorch 1.1",
        strength=0.7,
    ),
    signature(
        "input-slower",
        "your input ran out of data",
        r"Your input ran out of data",
        "the data pipeline ended before the epoch did",
        action="Repeat the data set, or set steps_per_epoch to what it holds.",
        symptom=LOADER,
        since="TensorFlow 2",
        strength=0.8,
        ends_run=False,
    ),
    signature(
        "few-batches",
        "number of training batches",
        r"number of training batches \(\d{1,9}\) is smaller than the logging interval",
        "the loader gives very few batches for each epoch",
        action=(
            "Set log_every_n_steps to a smaller number; check that the data set is not shorter "
            "than you think."
        ),
        symptom=LOADER,
        role="advice",
        since="Lightning 1",
        strength=0.55,
        ends_run=False,
    ),
    signature(
        "no-batches",
        ("no training batches", "zero training batches", "length 0"),
        r"No training batches|DataLoader returned 0 length|num_samples should be a positive",
        "the loader gave no batch at all",
        action=(
            "Print the length of the data set and the batch size; drop_last leaves nothing of a "
            "set smaller than a batch."
        ),
        symptom=NO_LABELS,
        since="PyTorch 1, Lightning 1",
    ),
    signature(
        "ragged-samples",
        "equal size",
        r"(?:stack expects each tensor|"
        r"each element in list of batch should be) (?:to be )?(?:of )?equal size",
        "the samples of one batch have different sizes",
        action="Pad or cut samples to one size, or give the loader a collate function that does.",
        symptom=SHAPE,
        entry="shape-mismatch",
        since="PyTorch 1.4",
    ),
    signature(
        "collate-type",
        "default_collate",
        r"default_collate: batch must contain",
        "a sample holds a type that cannot be stacked into a batch",
        action=(
            "Return arrays, numbers, strings or dicts of them from the data set; a sample that is"
            " None must be left out."
        ),
        symptom=SHAPE,
        entry="shape-mismatch",
        since="PyTorch 1.0",
    ),
    signature(
        "unidentified-image",
        ("cannot identify image file", "image file is truncated"),
        r"cannot identify image file|image file is truncated",
        "an image file is damaged or no image",
        action="Open every file once before training, and move away those that fail.",
        symptom=INPUT,
        entry="corrupted-samples",
        since="Pillow 5",
    ),
    signature(
        "map-process-died",
        "subprocesses has abruptly died",
        r"One of the subprocesses has abruptly died during map operation",
        "a process of a parallel map over the data ended without an error of its own, "
        "most often for lack of memory",
        action=(
            "Run the map with one process to see the error; lower num_proc or writer_batch_size."
        ),
        symptom=WORKER_DIED,
        entry="host-out-of-memory",
        since="Datasets 2",
    ),
)
