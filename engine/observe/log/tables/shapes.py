"""Shapes that do not fit together."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

SHAPE = "log-shape-error"
BROADCAST = "log-broadcast-warning"
SINGLE_VALUE = "log-batchnorm-single-value"

SHAPES: tuple[Signature, ...] = (
    signature(
        "matmul-shapes",
        "mat1 and mat2 shapes",
        r"mat1 and mat2 shapes cannot be multiplied",
        "a layer expects another number of features than it gets",
        action=(
            "Print the shape before the layer named in the traceback, and set the layer's "
            "in_features to its last size."
        ),
        symptom=SHAPE,
        entry="shape-mismatch",
        since="PyTorch 1.8",
    ),
    signature(
        "linear-shapes",
        "input and weight.t shapes",
        r"input and weight\.T shapes cannot be multiplied",
        "a layer expects another number of features than it gets",
        action=(
            "Print the shape before the layer named in the traceback, and set the layer's "
            "in_features to its last size."
        ),
        symptom=SHAPE,
        entry="shape-mismatch",
        since="PyTorch 2",
    ),
    signature(
        "size-of-tensor",
        "size of tensor a",
        r"size of tensor a \(\d{1,12}\) must match the size of tensor b",
        "two tensors cannot be broadcast against each other",
        action="Print both shapes before the line named in the traceback.",
        symptom=SHAPE,
        entry="shape-mismatch",
        since="PyTorch 0.4",
    ),
    signature(
        "cat-sizes",
        "sizes of tensors must match",
        r"Sizes of tensors must match except in dimension",
        "tensors that are joined differ in another dimension",
        action=(
            "Print the shapes of all tensors that are joined; all sizes but the joined one must "
            "agree."
        ),
        symptom=SHAPE,
        entry="shape-mismatch",
        since="PyTorch 0.4",
    ),
    signature(
        "invalid-view",
        ("is invalid for input of size", "view size is not compatible"),
        r"shape '.{1,80}' is invalid for input of size|view size is not compatible",
        "a tensor is reshaped to another number of elements",
        action=(
            "Compute the number of elements on both sides; use reshape where the tensor is not "
            "contiguous."
        ),
        symptom=SHAPE,
        entry="shape-mismatch",
        since="PyTorch 0.4",
    ),
    signature(
        "conv-channels",
        "given groups=",
        r"Given groups=\d{1,9}, weight of size .{1,80} expected input",
        "a convolution expects another number of channels, often channels first against last",
        action="Permute the image to channels first, or set in_channels to the channels it has.",
        symptom=SHAPE,
        entry="shape-mismatch",
        since="PyTorch 0.4",
    ),
    signature(
        "kernel-larger",
        "calculated padded input size",
        r"Calculated padded input size per channel",
        "the image has become smaller than the kernel",
        action="Use larger images, fewer strides or pooling layers, or padding.",
        symptom=SHAPE,
        entry="shape-mismatch",
        since="PyTorch 0.4",
    ),
    signature(
        "batch-sizes-differ",
        "to match target batch_size",
        r"Expected input batch_size \(\d{1,12}\) to match target batch_size",
        "predictions and targets differ in number",
        action=(
            "Print the shapes of output and target: a flattening that takes in the batch axis is "
            "the usual reason."
        ),
        symptom=SHAPE,
        entry="shape-mismatch",
        since="PyTorch 0.4",
    ),
    signature(
        "target-size",
        "expected target size",
        r"Expected target size",
        "the loss expects its classes on another axis",
        action="Move the classes of the output to axis 1: (batch, classes, ...).",
        symptom=SHAPE,
        entry="shape-mismatch",
        since="PyTorch 0.4",
    ),
    signature(
        "keras-incompatible",
        ("incompatible", "shapes must be equal"),
        r"Shapes? .{1,200}(?:are|is) incompatible|is incompatible with the "
        r"layer|"
        r"Incompatible shapes:",
        "a layer or loss gets a shape it does not take",
        action=(
            "Compare the shapes in the message with the input shape of the layer and with the "
            "labels."
        ),
        symptom=SHAPE,
        entry="shape-mismatch",
        since="TensorFlow 2, Keras 3",
    ),
    signature(
        "numpy-broadcast",
        "could not be broadcast",
        r"could not be broadcast together",
        "two arrays cannot be broadcast against each other",
        action="Print both shapes before the line named in the traceback.",
        symptom=SHAPE,
        entry="shape-mismatch",
        since="NumPy 1",
    ),
    signature(
        "inconsistent-samples",
        "inconsistent numbers of samples",
        r"inconsistent numbers of samples",
        "inputs and targets differ in number",
        action=(
            "Print the lengths of inputs and targets, and find the step that dropped rows of one "
            "of them."
        ),
        symptom=SHAPE,
        entry="inputs-labels-misaligned",
        since="scikit-learn 0.17",
    ),
    signature(
        "dimension-mismatch",
        "shape mismatch",
        r"\bshape mismatch\b",
        "two arrays do not fit together",
        action="Print both shapes before the line named in the traceback.",
        symptom=SHAPE,
        entry="shape-mismatch",
        strength=0.8,
    ),
    signature(
        "broadcast-target",
        ("different to the input size", "have the same size", "due to broadcasting"),
        r"Using a target size .{1,80} that is different to the input size|"
        r"[Pp]lease ensure they have the same size|incorrect results due to broadcasting",
        "predictions and targets have different shapes and are silently broadcast",
        action=(
            "Give output and target the same shape: squeeze the output or add an axis to the "
            "target."
        ),
        symptom=BROADCAST,
        entry="shape-broadcast-bug",
        since="PyTorch 1.0",
        ends_run=False,
    ),
    signature(
        "batchnorm-single",
        ("more than 1 value per channel", "more than one value per channel"),
        r"Expected more than (?:1|one) value per channel when training",
        "batch norm got a batch with a single value per channel",
        action="Drop the last incomplete batch, or use a batch of more than one sample.",
        symptom=SINGLE_VALUE,
        entry="batchnorm-small-batch",
        since="PyTorch 0.4",
    ),
    signature(
        "same-rank-keras",
        "must have the same rank",
        r"Arguments `?target`? and `?output`? must have the same (?:rank|shape)",
        "labels and predictions have different numbers of axes for this loss",
        action="Use the sparse loss for class numbers and the plain one for one-hot labels.",
        symptom=SHAPE,
        entry="label-loss-mismatch",
        since="Keras 3",
    ),
    signature(
        "unpadded-texts",
        "activate truncation and/or padding",
        r"Unable to create tensor, you should probably activate truncation and/or padding",
        "the texts of a batch have different lengths and are not padded",
        action="Tokenize with padding=True and truncation=True, or use a collator that pads.",
        symptom=SHAPE,
        entry="shape-mismatch",
        since="Transformers 3",
    ),
    signature(
        "two-dimensional-array",
        "expected 2d array",
        r"Expected 2D array, got (?:1D|scalar) array",
        "the features must be a table of rows and columns",
        action="Reshape a single feature with reshape(-1, 1), a single sample with reshape(1, -1).",
        symptom=SHAPE,
        entry="shape-mismatch",
        since="scikit-learn 0.19",
    ),
)
