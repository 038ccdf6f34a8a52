"""Tokens: too long, beyond the table, not padded, all masked."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

INDEX = "log-index-out-of-range"
NO_LABELS = "log-no-usable-labels"
CUT = "log-truncated-input"
TYPE = "log-type-error"

TOKENS: tuple[Signature, ...] = (
    signature(
        "source-index",
        ("srcindex < srcselectdimsize", "idx >= 0 && idx"),
        r"srcIndex < srcSelectDimSize|idx(?:_\w{1,10})? >= 0 && idx",
        "a token or row index is beyond the table it looks up",
        action=(
            "Compare the largest token number with the rows of the embedding; resize it after "
            "adding tokens."
        ),
        symptom=INDEX,
        entry="device-side-assert",
        since="PyTorch 0.4",
    ),
    signature(
        "index-in-self",
        ("index out of range in self", "vectorized_gather_kernel", "index out of bounds"),
        r"index out of range in self|vectorized_gather_kernel.{0,80}index out of bounds|"
        r"\bindex out of bounds: the len",
        "an index is beyond the embedding table",
        action=(
            "Compare the largest token number with the rows of the embedding; resize it after "
            "adding tokens."
        ),
        symptom=INDEX,
        entry="device-side-assert",
        since="PyTorch 1.5",
    ),
    signature(
        "indices-tensorflow",
        "is not in [0,",
        r"indices\[.{1,60}\] = -?\d{1,12} is not in \[0,",
        "an index is beyond the embedding table",
        action="Compare the largest token number with the rows of the embedding.",
        symptom=INDEX,
        entry="device-side-assert",
        since="TensorFlow 1",
    ),
    signature(
        "labels-masked",
        "are -100",
        r"labels .{0,60}are -100",
        "every label is masked, so nothing is learned from these samples",
        action=(
            "Decode one collated batch and look at the labels; fix the response template or raise"
            " the maximum length."
        ),
        symptom=NO_LABELS,
        entry="all-labels-ignored",
        since="TRL 0.4",
        ends_run=False,
    ),
    signature(
        "columns-ignored",
        "don't have a corresponding argument",
        r"columns in the \w{1,20} set don't have a corresponding argument",
        "columns were dropped, the labels may be among them",
        action="Check that the columns named are not needed; labels must not be among them.",
        symptom=NO_LABELS,
        role="advice",
        kind="tool-did-so",
        since="Transformers 3",
        strength=0.3,
        ends_run=False,
    ),
    signature(
        "tokens-too-long",
        ("longer than the specified maximum", "result in indexing errors", "overflowing tokens"),
        r"will result in indexing errors|overflowing tokens are not returned|"
        r"Token indices sequence length is longer than the specified maximum",
        "texts are longer than the model takes",
        action="Set truncation and a maximum length for the tokenizer.",
        symptom=CUT,
        role="advice",
        entry="context-truncation",
        since="Transformers 2",
        ends_run=False,
    ),
    signature(
        "truncation-missing",
        "truncation",
        r"truncation was not explicitly activated|Asking to truncate to max_length but no "
        r"maximum length",
        "the tokenizer was not told how to cut long texts",
        action="Pass truncation=True and a maximum length to the tokenizer.",
        symptom=CUT,
        role="advice",
        entry="context-truncation",
        since="Transformers 3",
        strength=0.6,
        ends_run=False,
    ),
    signature(
        "input-cut",
        "truncat",
        r"tokens? truncated to \d|(?:inputs?|samples?|sequences?|texts?|examples?) (?:were|was|are|"
        r"will be|have been) truncated",
        "long inputs were cut",
        action=(
            "Count how many samples are cut and whether the answer lies in the part that is lost."
        ),
        symptom=CUT,
        role="advice",
        kind="tool-did-so",
        entry="context-truncation",
        strength=0.8,
        ends_run=False,
    ),
    signature(
        "missing-pad-token",
        "does not have a padding token",
        r"Asking to pad but the tokenizer does not have a padding token",
        "the tokenizer has no token to pad with",
        action="Set a padding token; a token of its own is safer than the end-of-sequence token.",
        symptom=TYPE,
        entry="eos-masked-as-padding",
        since="Transformers 3",
    ),
    signature(
        "pad-equals-eos",
        "pad token is same as eos token",
        r"pad token is same as eos token",
        "padding and end of sequence share one token, so the mask cannot be guessed",
        action="Pass the attention mask, and use another token for padding when you train.",
        role="advice",
        entry="eos-masked-as-padding",
        since="Transformers 4.39",
        ends_run=False,
    ),
)
