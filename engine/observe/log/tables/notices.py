"""What a run announces without failing: fresh weights, recompilations, an early end, rows left out.
Texts of Transformers 4 and 5, TRL, PyTorch 2, TensorFlow 2, Keras 3, Lightning 2, Ultralytics 8.
"""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

FRESH = "log-newly-initialized-weights"
RECOMPILED = "log-recompilation"
STOPPED = "log-early-stop"
IGNORED = "log-rows-ignored"

NOTICES: tuple[Signature, ...] = (
    signature(
        "new-weights",
        "not initialized from the model checkpoint",
        r"were not initialized from the model checkpoint",
        FRESH,
        "some weights start fresh, which is normal for a new head",
    ),
    signature(
        "recompile-limit",
        ("recompile_limit", "cache_size_limit", "recompilelimithit"),
        r"hit config\.(?:accumulated_)?(?:recompile|cache_size)_limit|FailOnRecompileLimitHit",
        RECOMPILED,
        "the compiler gave up on a function after too many recompilations",
    ),
    signature(
        "function-retracing",
        "tf.function retracing",
        r"triggered tf\.function retracing",
        RECOMPILED,
        "a function is traced again and again",
    ),
    signature(
        "lightning-early-stop",
        "did not improve in the last",
        r"did not improve in the last \d{1,9} records",
        STOPPED,
        "early stopping ended the run",
    ),
    signature(
        "keras-early-stop",
        "early stopping",
        r"\bEpoch \d{1,9}: early stopping",
        STOPPED,
        "early stopping ended the run",
    ),
    signature(
        "ultralytics-early-stop",
        "training stopped early as no improvement",
        r"Training stopped early as no improvement",
        STOPPED,
        "early stopping ended the run",
    ),
    signature(
        "response-key-missing",
        ("response key", "instance will be ignored"),
        r"Could not find response key|This instance will be ignored in loss",
        IGNORED,
        "an example without the response template is left out of the loss",
    ),
    signature(
        "corrupt-image-or-label",
        "ignoring corrupt image/label",
        r"ignoring corrupt image/label",
        IGNORED,
        "a file with a broken image or label is left out",
    ),
)
