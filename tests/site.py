"""A small site for the tests of pages, errors, exports and the browser."""

from dictionary.search import rebuild_index
from tests import factories


def make_content():
    """Two chapters, three entries, a draft, an edition and the search index."""
    generalization = factories.ChapterFactory(
        slug="generalization", title="Generalization", position=1
    )
    numerics = factories.ChapterFactory(
        slug="numerics", title="Numerics", position=2, curve="becomes-nan"
    )
    overfitting = factories.entry("overfitting", chapter=generalization, position=1, code="LY-0001")
    underfitting = factories.entry(
        "underfitting", chapter=generalization, position=2, kind="misconfiguration"
    )
    nan_loss = factories.entry(
        "nan-loss", chapter=numerics, position=3, silence="loud", phase=["numerics", "loop"]
    )
    factories.entry("secret-draft", chapter=numerics, position=4, status="draft")
    for source, target in [(overfitting, underfitting), (underfitting, overfitting)]:
        factories.RelationFactory(source=source, target=target, note=f"Not {target.term}.")
    factories.RelationFactory(
        source=underfitting, target=nan_loss, type="causes", note="One leads to the other."
    )
    factories.EditionFactory(name="2026.11", entries=3)
    rebuild_index()
    return {entry.slug: entry for entry in (overfitting, underfitting, nan_loss)}


READING_PAGES = [
    "/",
    "/dictionary/",
    "/dictionary/?kind=dynamics&order=chapter",
    "/dictionary/?kind=nothing",
    "/dictionary/generalization/",
    "/compare/",
    "/compare/?e=overfitting&e=underfitting&e=nan-loss",
    "/e/overfitting/",
    "/symptoms/",
    "/s/turns-up/",
    "/checks/",
    "/checks/half-the-data/",
    "/search/",
    "/search/?q=overfitting",
    "/search/?q=zzzzzz",
    "/shortcuts/",
    "/about/",
    "/accuracy/",
    "/accuracy/misses/",
    "/accuracy/rules/",
    "/accuracy/rules/?order=alarms",
    "/no-such-page/",
]


def make_whole_site():
    """The content and what READING_PAGES name beside it."""
    content = make_content()
    symptom = factories.SymptomFactory(
        slug="turns-up", statement="Validation loss turns up.", group="validation"
    )
    for number in range(4):
        factories.PhrasingFactory(symptom=symptom, text=f"val loss goes up again {number}")
    check = factories.CheckFactory(slug="half-the-data", title="Train on half of the data")
    factories.OutcomeFactory(the_check=check, symptom=symptom)
    for entry in content.values():
        factories.IndicationFactory(failure_mode=entry, symptom=symptom, frequency=5, evoking=4)
        factories.ConfirmationFactory(failure_mode=entry, the_check=check)
    rebuild_index()
    return content
