"""Entries, a symptom and a check to search in."""

from dictionary.search import rebuild_index
from tests import factories

ENTRIES = {
    "overfitting": (
        "The model memorises its training data and gets worse on new data.",
        ["overfit", "high variance"],
    ),
    "vanishing-gradients": (
        "Gradients shrink toward the input until the first layers stand still.",
        [],
    ),
    "learning-rate-too-high": (
        "Each step overshoots, so the loss swings or climbs.",
        ["lr too high"],
    ),
    "gpu-out-of-memory": (
        "The run asks for more memory than the device has left.",
        ["OOM", "CUDA out of memory. Tried to allocate", "torch.cuda.OutOfMemoryError"],
    ),
    "nan-loss": ("The loss is no longer a number from some step on.", ["loss is nan"]),
}


def make_library():
    chapter = factories.ChapterFactory(slug="all")
    for slug, (summary, aliases) in ENTRIES.items():
        term = slug.replace("-", " ").capitalize().replace("Gpu", "GPU").replace("Nan", "NaN")
        entry = factories.FailureModeFactory(slug=slug, term=term, summary=summary, chapter=chapter)
        factories.IndicationFactory(failure_mode=entry, symptom__slug=f"sign-{entry.pk}")
        for alias in aliases:
            kind = "error-string" if "." in alias else "synonym"
            factories.AliasFactory(failure_mode=entry, text=alias, kind=kind)
    factories.entry("hidden", status="draft", term="Hidden overfitting draft")
    swings = factories.SymptomFactory(
        slug="loss-oscillates", statement="The loss swings up and down."
    )
    factories.IndicationFactory(
        symptom=swings, failure_mode__slug="other", failure_mode__chapter=chapter
    )
    factories.PhrasingFactory(symptom=swings, text="my loss is jumping all over the place")
    factories.CheckFactory(
        slug="rate-sweep", title="Sweep the learning rate", summary="Train briefly at many rates."
    )
    factories.EditionFactory()
    rebuild_index()
