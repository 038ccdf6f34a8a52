"""Shapes, number types, devices, labels. Texts of PyTorch 2, TensorFlow 2, Transformers 5."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

SHAPE = "log-shape-error"
TYPE = "log-type-error"
DEVICE = "log-device-error"
INDEX = "log-index-out-of-range"
LABELS = "log-no-usable-labels"

SHAPES: tuple[Signature, ...] = (
    signature(
        "matmul-shapes",
        "mat1 and mat2 shapes",
        r"mat1 and mat2 shapes cannot be multiplied",
        SHAPE,
        "a layer expects another number of features than it gets",
    ),
    signature(
        "linear-shapes",
        "input and weight.t shapes",
        r"input and weight\.T shapes cannot be multiplied",
        SHAPE,
        "a layer expects another number of features than it gets",
    ),
    signature(
        "size-of-tensor",
        "size of tensor a",
        r"size of tensor a \(\d{1,12}\) must match the size of tensor b",
        SHAPE,
        "two tensors cannot be broadcast against each other",
    ),
    signature(
        "cat-sizes",
        "sizes of tensors must match",
        r"Sizes of tensors must match except in dimension",
        SHAPE,
        "tensors that are joined differ in another dimension",
    ),
    signature(
        "invalid-view",
        ("is invalid for input of size", "view size is not compatible"),
        r"shape '.{1,80}' is invalid for input of size|view size is not compatible",
        SHAPE,
        "a tensor is reshaped to another number of elements",
    ),
    signature(
        "conv-channels",
        "given groups=",
        r"Given groups=\d{1,9}, weight of size .{1,80} expected input",
        SHAPE,
        "a convolution expects another number of channels, often channels first against last",
    ),
    signature(
        "kernel-larger",
        "calculated padded input size",
        r"Calculated padded input size per channel",
        SHAPE,
        "the image has become smaller than the kernel",
    ),
    signature(
        "batch-sizes-differ",
        "to match target batch_size",
        r"Expected input batch_size \(\d{1,12}\) to match target batch_size",
        SHAPE,
        "predictions and targets differ in number",
    ),
    signature(
        "target-size",
        "expected target size",
        r"Expected target size",
        SHAPE,
        "the loss expects its classes on another axis",
    ),
    signature(
        "keras-incompatible",
        ("incompatible", "shapes must be equal"),
        r"Shapes? .{1,200}(?:are|is) incompatible|is incompatible with the "
        r"layer|"
        r"Incompatible shapes:",
        SHAPE,
        "a layer or loss gets a shape it does not take",
    ),
    signature(
        "numpy-broadcast",
        "could not be broadcast",
        r"could not be broadcast together",
        SHAPE,
        "two arrays cannot be broadcast against each other",
    ),
    signature(
        "inconsistent-samples",
        "inconsistent numbers of samples",
        r"inconsistent numbers of samples",
        SHAPE,
        "inputs and targets differ in number",
    ),
    signature(
        "dimension-mismatch",
        "shape mismatch",
        r"\bshape mismatch\b",
        SHAPE,
        "two arrays do not fit together",
        strength=0.8,
    ),
    signature(
        "broadcast-target",
        ("different to the input size", "have the same size", "due to broadcasting"),
        r"Using a target size .{1,80} that is different to the input size|"
        r"[Pp]lease ensure they have the same size|incorrect results due to broadcasting",
        "log-broadcast-warning",
        "predictions and targets have different shapes and are silently broadcast",
    ),
    signature(
        "batchnorm-single",
        ("more than 1 value per channel", "more than one value per channel"),
        r"Expected more than (?:1|one) value per channel when training",
        "log-batchnorm-single-value",
        "batch norm got a batch with a single value per channel",
    ),
)

TYPES: tuple[Signature, ...] = (
    signature(
        "scalar-type",
        ("scalar type", "same dtype", "found dtype"),
        r"expected (?:object of )?scalar type|found dtype \w{1,20} but expected|mat1 and mat2 "
        r"(?:must|"
        r"to) have the same dtype|(?:expected|must have) .{0,40}same dtype|"
        r"expected .{1,30} but found (?:Half|Float|Double|BFloat16|Long)",
        TYPE,
        "tensors of different number types meet in one operation",
    ),
    signature(
        "input-weight-type",
        "input type",
        r"Input type \(.{1,60}\) and (?:weight|bias) type \(.{1,60}\) should be the same",
        TYPE,
        "the input and the weights have different number types or devices",
    ),
    signature(
        "not-implemented-for",
        "not implemented for",
        r"not implemented for '(?:Half|BFloat16|Long|Int|Bool|Byte|Float8\w{0,20})'",
        TYPE,
        "the operation does not exist for this number type",
    ),
    signature(
        "class-probabilities",
        "class probabilities",
        r"Expected floating point type for target with class probabilities",
        TYPE,
        "soft targets must be floating point",
    ),
    signature(
        "dtype-expected",
        ("expected dtype", "be cast to"),
        r"expected dtype|can(?:no|')t be cast to the desired output type|cannot be cast to d?type",
        TYPE,
        "a value has another number type than the operation takes",
        strength=0.8,
    ),
    signature(
        "same-device",
        ("same device", "at least two devices"),
        r"Expected all tensors to be on the same device|found at least two devices|"
        r"on cpu or on the same device|Input and (?:parameter|hidden) tensors are not (?:at|"
        r"on) the same device",
        DEVICE,
        "tensors of one operation lie on different devices",
    ),
    signature(
        "cpu-cuda-type",
        ("cuda.floattensor", "cuda.halftensor"),
        r"torch\.cuda\.\w{1,20}Tensor.{0,60}torch\.\w{1,20}Tensor|"
        r"torch\.\w{4,20}Tensor\)? .{0,60}torch\.cuda\.",
        DEVICE,
        "tensors of one operation lie on different devices",
    ),
    signature(
        "device-of-argument",
        ("on cpu, but expected", "device type tensor to numpy", "mps device", "on a cuda device"),
        r"is on CPU, but expected|can't convert cuda:?\d{0,2} device type tensor|"
        r"storage has not been allocated on MPS|deserialize object on a CUDA device",
        DEVICE,
        "a tensor lies on another device than the operation needs",
    ),
)

LABEL_VALUES: tuple[Signature, ...] = (
    signature(
        "device-side-assert",
        "device-side assert",
        r"device-side assert triggered",
        INDEX,
        "an index was outside its range on the device; the trace names a later operation",
    ),
    signature(
        "target-range",
        ("t >= 0 && t < n_classes", "target >= 0", "nll_loss"),
        r"t >= 0 && t < n_classes|cur_target >= 0 && cur_target < n_classes|"
        r"nll_loss\w{0,60}: .{0,60}Assertion|target >= 0",
        INDEX,
        "a label lies outside the classes of the output layer",
    ),
    signature(
        "target-out-of-bounds",
        "is out of bounds",
        r"Target -?\d{1,12} is out of bounds",
        INDEX,
        "a label lies outside the classes of the output layer",
    ),
    signature(
        "label-outside-tensorflow",
        "valid range of",
        r"Received a label value of -?\d{1,12} which is outside the valid range",
        INDEX,
        "a label lies outside the classes of the output layer",
    ),
    signature(
        "source-index",
        ("srcindex < srcselectdimsize", "idx >= 0 && idx"),
        r"srcIndex < srcSelectDimSize|idx(?:_\w{1,10})? >= 0 && idx",
        INDEX,
        "a token or row index is beyond the table it looks up",
    ),
    signature(
        "index-in-self",
        ("index out of range in self", "vectorized_gather_kernel", "index out of bounds"),
        r"index out of range in self|vectorized_gather_kernel.{0,80}index out of bounds|"
        r"\bindex out of bounds: the len",
        INDEX,
        "an index is beyond the embedding table",
    ),
    signature(
        "indices-tensorflow",
        "is not in [0,",
        r"indices\[.{1,60}\] = -?\d{1,12} is not in \[0,",
        INDEX,
        "an index is beyond the embedding table",
    ),
    signature(
        "unseen-labels",
        "previously unseen labels",
        r"y contains previously unseen labels",
        INDEX,
        "a label of the evaluation data never stood in the training data",
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
        LABELS,
        "the labels never reached the model",
    ),
    signature(
        "labels-masked",
        "are -100",
        r"labels .{0,60}are -100",
        LABELS,
        "every label is masked, so nothing is learned from these samples",
    ),
    signature(
        "one-class",
        ("greater than one; got 1", "got 1 class"),
        r"number of classes.{0,60}greater than one; got 1|needs samples of at least 2 classes",
        LABELS,
        "the targets hold a single class",
    ),
    signature(
        "columns-ignored",
        "don't have a corresponding argument",
        r"columns in the \w{1,20} set don't have a corresponding argument",
        LABELS,
        "columns were dropped, the labels may be among them",
        strength=0.3,
    ),
    signature(
        "tokens-too-long",
        ("longer than the specified maximum", "result in indexing errors", "overflowing tokens"),
        r"will result in indexing errors|overflowing tokens are not returned|"
        r"Token indices sequence length is longer than the specified maximum",
        "log-truncated-input",
        "texts are longer than the model takes",
    ),
    signature(
        "truncation-missing",
        "truncation",
        r"truncation was not explicitly activated|Asking to truncate to max_length but no "
        r"maximum length",
        "log-truncated-input",
        "the tokenizer was not told how to cut long texts",
        strength=0.6,
    ),
    signature(
        "input-cut",
        "truncat",
        r"tokens? truncated to \d|(?:inputs?|samples?|sequences?|texts?|examples?) (?:were|was|are|"
        r"will be|have been) truncated",
        "log-truncated-input",
        "long inputs were cut",
        strength=0.8,
    ),
)
