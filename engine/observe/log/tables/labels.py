"""Labels and classes outside their range, or lost on the way."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

INDEX = "log-index-out-of-range"
NO_LABELS = "log-no-usable-labels"
TYPE = "log-type-error"
METRIC = "log-metric-ill-defined"

LABELS: tuple[Signature, ...] = (
    signature(
        "device-side-assert",
        "device-side assert",
        r"device-side assert triggered",
        "an index was outside its range on the device; the trace names a later operation",
        action=(
            "Run again with CUDA_LAUNCH_BLOCKING=1, or one batch on the CPU, to see the true "
            "place; check labels and token numbers."
        ),
        symptom=INDEX,
        entry="device-side-assert",
        since="PyTorch 0.4",
    ),
    signature(
        "target-range",
        ("t >= 0 && t < n_classes", "target >= 0", "nll_loss"),
        r"t >= 0 && t < n_classes|cur_target >= 0 && cur_target < n_classes|"
        r"nll_loss\w{0,60}: .{0,60}Assertion|target >= 0",
        "a label lies outside the classes of the output layer",
        action="Compare the smallest and the largest label with the number of outputs.",
        symptom=INDEX,
        entry="device-side-assert",
        since="PyTorch 1.0",
    ),
    signature(
        "target-out-of-bounds",
        "is out of bounds",
        r"Target -?\d{1,12} is out of bounds",
        "a label lies outside the classes of the output layer",
        action="Compare the smallest and the largest label with the number of outputs.",
        symptom=INDEX,
        entry="device-side-assert",
        since="PyTorch 1.5",
    ),
    signature(
        "label-outside-tensorflow",
        "valid range of",
        r"Received a label value of -?\d{1,12} which is outside the valid range",
        "a label lies outside the classes of the output layer",
        action="Compare the smallest and the largest label with the number of outputs.",
        symptom=INDEX,
        entry="device-side-assert",
        since="TensorFlow 1",
    ),
    signature(
        "unseen-labels",
        "previously unseen labels",
        r"y contains previously unseen labels",
        "a label of the evaluation data never stood in the training data",
        action=(
            "Fit the encoder on the labels of all splits, or map unknown labels to a class of "
            "their own."
        ),
        symptom=INDEX,
        entry="class-id-mapping-error",
        since="scikit-learn 0.18",
        strength=0.8,
    ),
    signature(
        "no-loss-returned",
        (
            "did not return a loss",
            "no loss found",
            "match the model's forward",
            "keyerror: 'labels'",
        ),
        r"No columns in the dataset match|KeyError: 'labels'|"
        r"The model did not return a loss from the inputs|No loss found\. You may have forgotten",
        "the labels never reached the model",
        action=(
            "Pass the labels under the name that the model's forward takes, and keep their column."
        ),
        symptom=NO_LABELS,
        entry="all-labels-ignored",
        since="Transformers 3",
    ),
    signature(
        "one-class",
        ("greater than one; got 1", "got 1 class"),
        r"number of classes.{0,60}greater than one; got 1|needs samples of at least 2 classes",
        "the targets hold a single class",
        action="Count the classes of the training part; split with stratification.",
        symptom=NO_LABELS,
        entry="bad-split",
        since="scikit-learn 0.20",
    ),
    signature(
        "unknown-label-type",
        "unknown label type",
        r"Unknown label type: ",
        "a classifier got continuous or unknown targets",
        action="Turn the labels into integers for classification, or use a regressor.",
        symptom=TYPE,
        entry="label-loss-mismatch",
        since="scikit-learn 0.18",
    ),
    signature(
        "mix-of-targets",
        "can't handle a mix of",
        r"Classification metrics can't handle a mix of",
        "scores were given where a metric needs class labels",
        action="Turn probabilities into classes first (argmax or a threshold).",
        symptom=TYPE,
        entry="wrong-metric",
        since="scikit-learn 0.19",
    ),
    signature(
        "empty-array",
        "found array with 0",
        r"Found array with 0 (?:sample|feature)\(s\)",
        "no rows or no columns are left",
        action=(
            "Print the shape after each step of the preparation and find the one that "
            "drops everything."
        ),
        symptom=NO_LABELS,
        entry="broken-preprocessing",
        since="scikit-learn 0.17",
    ),
    signature(
        "folds-exceed-members",
        "cannot be greater than the number of",
        r"n_splits=\d{1,9} cannot be greater than the number of (?:members|samples)",
        "more folds were asked for than a class has members",
        action="Use fewer folds, or merge the rarest classes.",
        symptom=METRIC,
        entry="bad-split",
        since="scikit-learn 0.18",
    ),
    signature(
        "xgboost-label-range",
        ("label must be in", "label set cannot be empty"),
        r"label must be in [\[(]0, ?(?:1[\])]|num_class\))|Label set cannot be empty",
        "a label lies outside what the objective takes",
        action=(
            "Number the classes from 0, set num_class, and choose the objective that fits "
            "the labels."
        ),
        symptom=INDEX,
        entry="class-id-mapping-error",
        since="XGBoost 0.7",
    ),
)
