"""Number types and devices that do not fit together."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

TYPE = "log-type-error"
DEVICE = "log-device-error"

TYPES: tuple[Signature, ...] = (
    signature(
        "scalar-type",
        ("scalar type", "same dtype", "found dtype"),
        r"expected (?:object of )?scalar type|found dtype \w{1,20} but expected|mat1 and mat2 "
        r"(?:must|"
        r"to) have the same dtype|(?:expected|must have) .{0,40}same dtype|"
        r"expected .{1,30} but found (?:Half|Float|Double|BFloat16|Long)",
        "tensors of different number types meet in one operation",
        action=(
            "Convert the input to the number type of the weights, or run the step under autocast."
        ),
        symptom=TYPE,
        entry="device-mismatch",
        since="PyTorch 0.4",
    ),
    signature(
        "input-weight-type",
        "input type",
        r"Input type \(.{1,60}\) and (?:weight|bias) type \(.{1,60}\) should be the same",
        "the input and the weights have different number types or devices",
        action="Move the input to the device of the model and give it the same number type.",
        symptom=TYPE,
        entry="device-mismatch",
        since="PyTorch 0.4",
    ),
    signature(
        "not-implemented-for",
        "not implemented for",
        r"not implemented for '(?:Half|BFloat16|Long|Int|Bool|Byte|Float8\w{0,20})'",
        "the operation does not exist for this number type",
        action=(
            "Use another number type for this operation; half precision needs a device that has it."
        ),
        symptom=TYPE,
        entry="device-mismatch",
        since="PyTorch 0.4",
    ),
    signature(
        "class-probabilities",
        "class probabilities",
        r"Expected floating point type for target with class probabilities",
        "soft targets must be floating point",
        action=(
            "Give class numbers as integers of shape (batch), or probabilities as floating point."
        ),
        symptom=TYPE,
        entry="label-loss-mismatch",
        since="PyTorch 1.10",
    ),
    signature(
        "dtype-expected",
        ("expected dtype", "be cast to"),
        r"expected dtype|can(?:no|')t be cast to the desired output type|cannot be cast to d?type",
        "a value has another number type than the operation takes",
        action="Convert the value to the type that the message names.",
        symptom=TYPE,
        entry="device-mismatch",
        since="PyTorch 1.0",
        strength=0.8,
    ),
    signature(
        "same-device",
        ("same device", "at least two devices"),
        r"Expected all tensors to be on the same device|found at least two devices|"
        r"on cpu or on the same device|Input and (?:parameter|hidden) tensors are not (?:at|"
        r"on) the same device",
        "tensors of one operation lie on different devices",
        action="Move model, inputs and every tensor made inside forward to one device.",
        symptom=DEVICE,
        entry="device-mismatch",
        since="PyTorch 1.5",
    ),
    signature(
        "cpu-cuda-type",
        ("cuda.floattensor", "cuda.halftensor"),
        r"torch\.cuda\.\w{1,20}Tensor.{0,60}torch\.\w{1,20}Tensor|"
        r"torch\.\w{4,20}Tensor\)? .{0,60}torch\.cuda\.",
        "tensors of one operation lie on different devices",
        action="Move model and inputs to one device.",
        symptom=DEVICE,
        entry="device-mismatch",
        since="PyTorch 0.4",
    ),
    signature(
        "device-of-argument",
        ("on cpu, but expected", "device type tensor to numpy", "mps device", "on a cuda device"),
        r"is on CPU, but expected|can't convert cuda:?\d{0,2} device type tensor|"
        r"storage has not been allocated on MPS|deserialize object on a CUDA device",
        "a tensor lies on another device than the operation needs",
        action=(
            "Move the tensor to the device that the operation needs; call .cpu() before .numpy(),"
            " and give map_location when loading."
        ),
        symptom=DEVICE,
        entry="device-mismatch",
        since="PyTorch 1.0",
    ),
    signature(
        "dtensor-mixed",
        "mixed torch.tensor and dtensor",
        r"got mixed torch\.Tensor and DTensor",
        "plain and sharded tensors meet in one operation",
        action=(
            "Turn all tensors of the step into sharded ones, or apply the sharding before "
            "other code holds the parameters."
        ),
        symptom=TYPE,
        entry="device-mismatch",
        since="PyTorch 2.1",
    ),
    signature(
        "string-to-float",
        "could not convert string to float",
        r"could not convert string to float",
        "a column with text was given where numbers are needed",
        action=(
            "Encode the text columns, and check the decimal separator and the signs for "
            "missing values."
        ),
        symptom=TYPE,
        entry="broken-preprocessing",
        since="scikit-learn, NumPy",
    ),
    signature(
        "keras-dtype-object",
        ("unsupported object type", "failed to convert a numpy array to a tensor"),
        r"Failed to convert a NumPy array to a Tensor \(Unsupported object type",
        "an array of Python objects, often of unequal lengths or with missing values, "
        "cannot become a tensor",
        action="Look at the type and length of each row; pad rows and fill in missing values.",
        symptom=TYPE,
        entry="broken-preprocessing",
        since="TensorFlow 2",
    ),
)
