"""Models, tokenizers and data sets of the Hugging Face libraries."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

CHECKPOINT = "log-checkpoint-mismatch"
INSTALL = "log-installation-error"
TYPE = "log-type-error"
NO_LABELS = "log-no-usable-labels"

HUB: tuple[Signature, ...] = (
    signature(
        "cannot-load-tokenizer",
        ("can't load tokenizer for", "can't load the configuration of", "can't load the model for"),
        r"Can't load (?:tokenizer for|the configuration of|the model for|feature "
        r"extractor for|image processor for) '",
        "files of the model or its tokenizer were not found under that name",
        action=(
            "Check the name and the folder; a folder of the same name in the working "
            "folder hides the model."
        ),
        symptom=CHECKPOINT,
        kind="environment",
        since="Transformers 4",
    ),
    signature(
        "unknown-architecture",
        (
            "does not recognize this architecture",
            "unrecognized model in",
            "unrecognized configuration class",
        ),
        r"does not recognize this architecture|Unrecognized (?:model in|configuration class)",
        "this version of Transformers does not know the model",
        action="Install a newer Transformers, or load the model with the class that it belongs to.",
        symptom=INSTALL,
        kind="environment",
        since="Transformers 4",
    ),
    signature(
        "remote-code",
        ("trust_remote_code=true", "requires you to execute the"),
        r"set the option `?trust_remote_code=True`? to remove this error|requires you to "
        r"execute the",
        "the model brings its own code, which runs only when you allow it",
        action="Read the code, then pass trust_remote_code=True; pin its revision.",
        kind="tool-did-so",
        since="Transformers 4",
    ),
    signature(
        "tokenizers-variant",
        "any variant of untagged enum",
        r"data did not match any variant of untagged enum",
        "the tokenizer's file was written by a newer version of tokenizers",
        action="Install newer tokenizers and Transformers.",
        symptom=INSTALL,
        kind="environment",
        since="tokenizers 0.10",
    ),
    signature(
        "sentencepiece-missing",
        ("make sure you have `sentencepiece`", "couldn't instantiate the backend tokenizer"),
        r"make sure you have `?(?:sentencepiece|tiktoken)`?|Couldn't instantiate the "
        r"backend tokenizer",
        "the tokenizer needs a package that is not installed",
        action="Install sentencepiece, tiktoken or protobuf, and start again.",
        symptom=INSTALL,
        kind="environment",
        since="Transformers 4",
    ),
    signature(
        "dataset-not-found",
        ("cannot be accessed", "datasetnotfounderror"),
        r"DatasetNotFoundError|doesn't exist on the Hub or cannot be accessed",
        "no data set of that name was found, or it needs a login",
        action="Check the spelling, log in, and accept its terms.",
        kind="environment",
        since="Datasets 2",
    ),
    signature(
        "dataset-generation",
        "an error occurred while generating the dataset",
        r"An error occurred while generating the dataset",
        "building the data set stopped at a file or a row",
        action="Read the error above this one: it names the file, the column or the type.",
        role="consequence",
        entry="corrupted-samples",
        since="Datasets 2",
    ),
    signature(
        "dataset-cast",
        ("couldn't cast", "casterror"),
        r"(?:TypeError|CastError|ValueError): Couldn't cast",
        "the files of a data set have different columns or types",
        action="Name the features, or make the columns of all files equal.",
        symptom=TYPE,
        entry="broken-preprocessing",
        since="Datasets 2",
    ),
    signature(
        "dataset-column",
        "not in the dataset. current columns",
        r"not in the dataset\. Current columns in the dataset",
        "a column that is named does not exist",
        action="Print column_names of the data set, and use a name from there.",
        symptom=NO_LABELS,
        since="Datasets 1",
        strength=0.6,
    ),
    signature(
        "eval-strategy",
        "requires the save and eval strategy to match",
        r"requires the save and eval strategy to match",
        "keeping the best model needs saving and evaluation at the same times",
        action="Set save_strategy and eval_strategy to the same value.",
        kind="environment",
        since="Transformers 4",
    ),
    signature(
        "no-eval-dataset",
        "requires an eval_dataset",
        r"evaluation requires an eval_dataset",
        "evaluation was asked for without data for it",
        action='Pass eval_dataset, or set eval_strategy to "no".',
        kind="environment",
        since="Transformers 4",
    ),
    signature(
        "metric-for-best",
        "early stopping required metric_for_best_model",
        r"early stopping required metric_for_best_model, but did not find",
        "early stopping is switched off, since the metric it watches is not there",
        action="Name a metric that the evaluation gives, with its prefix (eval_loss).",
        entry="early-stopping-misconfigured",
        since="Transformers 4",
        ends_run=False,
    ),
)
