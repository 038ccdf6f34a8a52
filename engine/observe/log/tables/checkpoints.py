"""Checkpoints that are missing, damaged or of another model."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

CHECKPOINT = "log-checkpoint-mismatch"

CHECKPOINTS: tuple[Signature, ...] = (
    signature(
        "state-dict",
        "in loading state_dict",
        r"Error\(s\) in loading state_dict",
        "the checkpoint does not fit the model",
        action=(
            "Compare the names and shapes that follow; remove a prefix such as module. that a "
            "wrapper added."
        ),
        symptom=CHECKPOINT,
        entry="silent-partial-load",
        since="PyTorch 0.4",
    ),
    signature(
        "size-mismatch",
        "size mismatch for",
        r"size mismatch for .{1,200}copying a param",
        "a parameter in the checkpoint has another shape",
        action=(
            "Build the model with the configuration of the checkpoint; for a new head, leave that"
            " parameter out."
        ),
        symptom=CHECKPOINT,
        entry="silent-partial-load",
        since="PyTorch 0.4",
    ),
    signature(
        "missing-keys",
        ("missing key", "unexpected key", "missing_keys"),
        r"_IncompatibleKeys\(missing_keys=\[[^\]]|(?:Missing|Unexpected) key(?:\(s\)|s)? "
        r"(?:in|found)",
        "the checkpoint lacks parameters or has others",
        action=(
            "Compare the names: a prefix from a wrapper, another version of the model, or a new "
            "head."
        ),
        symptom=CHECKPOINT,
        entry="silent-partial-load",
        since="PyTorch 0.4",
        ends_run=False,
    ),
    signature(
        "weights-only",
        "weights only load failed",
        r"Weights only load failed",
        "the checkpoint holds more than weights and was refused",
        action=(
            "If you trust the file, load it with weights_only=False, or allow the classes that "
            "the message names."
        ),
        symptom=CHECKPOINT,
        kind="environment",
        entry="checkpoint-corruption",
        since="PyTorch 2.6",
    ),
    signature(
        "no-checkpoint",
        "no valid checkpoint",
        r"No valid checkpoint found in output directory",
        "there was no checkpoint to resume from",
        action="Check the path of the output directory, or start without resuming.",
        symptom=CHECKPOINT,
        kind="environment",
        since="Transformers 4",
    ),
    signature(
        "broken-archive",
        ("pytorchstreamreader", "invalid header", "incompletemetadata", "metadataincomplete"),
        r"PytorchStreamReader failed|HeaderTooLarge|MetadataIncompleteBuffer|InvalidHeader|"
        r"unpickling stack underflow",
        "the checkpoint file is incomplete or damaged",
        action=(
            "Load the checkpoint before it, and compare the size of this file with the others; "
            "download it again."
        ),
        symptom=CHECKPOINT,
        entry="checkpoint-corruption",
        since="PyTorch 1.6, safetensors 0.2",
    ),
    signature(
        "parameter-group-size",
        "parameter group",
        r"loaded state dict (?:contains|has) a (?:parameter group|different number of parameter "
        r"groups)",
        "the optimizer's state does not fit the model",
        action=(
            "Build the optimizer with the groups of the earlier run, or resume with the weights "
            "alone."
        ),
        symptom=CHECKPOINT,
        entry="checkpoint-resume-bug",
        since="PyTorch 0.4",
    ),
    signature(
        "unused-weights",
        "were not used when initializing",
        r"weights of the (?:model )?checkpoint .{0,160}were not used when initializing",
        "some weights of the checkpoint were left out, which is normal for a changed head",
        action="Check that only the old head is listed.",
        symptom=CHECKPOINT,
        role="advice",
        entry="silent-partial-load",
        since="Transformers 2",
        until="Transformers 4",
        strength=0.35,
        ends_run=False,
    ),
    signature(
        "missing-weights-file",
        "does not appear to have a file named",
        r"does not appear to have (?:a file|files) named",
        "the folder or repository lacks the file that the loader wants",
        action=(
            "List its files: weights may be in another format, a subfolder, or not "
            "downloaded in full."
        ),
        symptom=CHECKPOINT,
        kind="environment",
        since="Transformers 4",
    ),
    signature(
        "not-a-model-name",
        "is not a local folder and is not a valid model",
        r"is not a local folder and is not a valid model identifier",
        "neither a local folder nor a model of that name was found",
        action="Check the spelling and the working folder; log in for private models.",
        symptom=CHECKPOINT,
        kind="environment",
        since="Transformers 3",
    ),
    signature(
        "safetensors-header",
        ("error while deserializing", "safetensors_rust.safetensorerror"),
        r"SafetensorError: Error while (?:de)?serializing|Error while deserializing header",
        "the file with the weights is cut, empty, or no such file at all (such as a "
        "pointer of Git LFS)",
        action="Compare its size with the source, and download it again.",
        symptom=CHECKPOINT,
        entry="checkpoint-corruption",
        since="safetensors 0.3",
    ),
    signature(
        "shared-tensors",
        "tensors share memory",
        r"Some tensors share memory, this will lead to duplicate memory",
        "tied weights cannot be written to one safetensors file as they are",
        action="Save with save_pretrained or save_model, which know of tied weights.",
        symptom=CHECKPOINT,
        since="safetensors 0.3",
        strength=0.6,
    ),
    signature(
        "trainer-missing-keys",
        "keys in the checkpoint model loaded",
        r"There were (?:missing|unexpected) keys in the checkpoint model loaded",
        "the resumed checkpoint lacks parameters of the model, or has others",
        action="Compare the names; tied weights such as lm_head may be listed without harm.",
        symptom=CHECKPOINT,
        entry="silent-partial-load",
        since="Transformers 4",
        strength=0.6,
        ends_run=False,
    ),
    signature(
        "reinit-size-mismatch",
        "reinit due to size mismatch",
        r"Reinit due to size mismatch",
        "a parameter of the checkpoint has another shape and starts fresh instead",
        action=(
            "Load the model with the configuration of the checkpoint; for a new head this "
            "is as it should be."
        ),
        symptom=CHECKPOINT,
        entry="silent-partial-load",
        since="Transformers 5",
        strength=0.6,
        ends_run=False,
    ),
    signature(
        "unexpected-keys-note",
        "can be ignored when loading from different task",
        r"UNEXPECTED:?.{0,40}can be ignored when loading from different task",
        "the checkpoint holds parameters that this model does not have",
        action="Check that only the old head is listed.",
        symptom=CHECKPOINT,
        role="advice",
        entry="silent-partial-load",
        since="Transformers 5",
        strength=0.35,
        ends_run=False,
    ),
    signature(
        "megatron-no-metadata",
        ("could not find the metadata file", "will not load any checkpoints"),
        r"WARNING: could not find the metadata file|will not load any checkpoints and "
        r"will start from random",
        "Megatron found no checkpoint and starts from random weights",
        action=(
            "Check the path of --load and its file latest_checkpointed_iteration.txt "
            "before you go on."
        ),
        symptom=CHECKPOINT,
        entry="checkpoint-resume-bug",
        since="Megatron-LM 1",
        ends_run=False,
    ),
    signature(
        "keras-variables",
        ("variables during loading", "objects could not be loaded", "layer count mismatch"),
        r"expected \d{1,9} variables, but received \d{1,9} variables during loading|"
        r"objects could not be loaded|Layer count mismatch when loading weights",
        "the saved weights belong to another architecture",
        action="Build the model as it was when it was saved; load by name only on purpose.",
        symptom=CHECKPOINT,
        entry="silent-partial-load",
        since="Keras 2 and 3",
    ),
    signature(
        "keras-file-format",
        ("file format not supported", "file signature not found"),
        r"File format not supported: filepath=|file signature not found",
        "the file is no saved model of a kind that Keras reads",
        action=(
            "Save as .keras, and compare the size of the file; older folders need another loader."
        ),
        symptom=CHECKPOINT,
        kind="environment",
        entry="checkpoint-corruption",
        since="Keras 3, h5py",
        strength=0.8,
    ),
    signature(
        "checkpoint-key-error",
        ("keyerror: 'state_dict'", "keyerror: 'model_state_dict'", "keyerror: 'optimizer"),
        r"KeyError: '(?:model_state_dict|state_dict|optimizer\w{0,20}|lr_scheduler|epoch)'",
        "the checkpoint has no part of that name",
        action="Print the keys of the loaded file, and take the one that it has.",
        symptom=CHECKPOINT,
        entry="checkpoint-resume-bug",
        since="PyTorch",
        strength=0.7,
    ),
    signature(
        "sharded-checkpoint",
        "used a dp world size of",
        r"checkpoint being loaded used a DP world size of \d",
        "a checkpoint that was split over ranks is loaded on another number of ranks",
        action="Use the same number of ranks, or convert the checkpoint first.",
        symptom=CHECKPOINT,
        entry="sharded-checkpoint-mismatch",
        since="DeepSpeed",
    ),
)
