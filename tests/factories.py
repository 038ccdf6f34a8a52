"""One factory per model. `entry()` makes an entry with everything a page shows."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from dictionary import models
from dictionary.figures.presets import (
    chapter_thumbnail,
    entry_figure,
    entry_shape,
    entry_thumbnail,
)
from tests.edition_factories import (
    EditionFactory,
    PlannedFactory,
    RetiredFactory,
    SignalFactory,
    SourceFactory,
)
from tests.symptom_factories import (
    CheckFactory,
    OutcomeFactory,
    PhrasingFactory,
    SymptomFactory,
)

__all__ = [
    "AliasFactory",
    "ChapterFactory",
    "CheckFactory",
    "ConfirmationFactory",
    "EditionFactory",
    "FailureModeFactory",
    "FixFactory",
    "IndicationFactory",
    "OutcomeFactory",
    "PhrasingFactory",
    "PlannedFactory",
    "PlannedRelationFactory",
    "ReferenceFactory",
    "RelationFactory",
    "RetiredFactory",
    "SightingFactory",
    "SignalFactory",
    "SourceFactory",
    "SymptomFactory",
    "entry",
]


class ChapterFactory(DjangoModelFactory):
    class Meta:
        model = models.Chapter
        django_get_or_create = ("slug",)

    slug = factory.Sequence("chapter-{}".format)
    title = factory.LazyAttribute(lambda chapter: chapter.slug.replace("-", " ").capitalize())
    summary = factory.LazyAttribute(lambda chapter: f"What goes wrong in {chapter.title}.")
    intro = "The training loss and the validation loss are read together."
    intro_html = "<p>The training loss and the validation loss are read together.</p>"
    curve = "validation-turns-up"
    thumbnail_svg = factory.LazyAttribute(
        lambda chapter: chapter_thumbnail(chapter.slug, chapter.curve)
    )
    position = factory.Sequence(int)


class FailureModeFactory(DjangoModelFactory):
    class Meta:
        model = models.FailureMode

    code = factory.Sequence(lambda number: f"LY-{number + 1:04d}")
    slug = factory.Sequence("failure-{}".format)
    term = factory.LazyAttribute(lambda entry: entry.slug.replace("-", " ").capitalize())
    chapter = factory.SubFactory(ChapterFactory)
    position = factory.Sequence(int)
    summary = factory.LazyAttribute(
        lambda entry: f"{entry.term}: the training loss moves as it should not, and here is why."
    )
    phase = ["optimizer"]
    kind = "dynamics"
    applies_to = {"frameworks": ["any"], "architectures": ["any"], "tasks": ["any"]}
    severity = 3
    severity_reason = "The run is lost, the data is not."
    silence = "noisy"
    prevalence = "common"
    urgency = "look-soon"
    curve_preset = "validation-turns-up"
    curve_alt = "The training loss falls; the validation loss falls and then rises."
    thumbnail_svg = factory.LazyAttribute(
        lambda entry: entry_thumbnail(entry.slug, entry.curve_preset, entry.curve_alt)
    )
    figure_svg = factory.LazyAttribute(
        lambda entry: entry_figure(entry.slug, entry.curve_preset, entry.curve_alt)
    )
    shape_svg = factory.LazyAttribute(
        lambda entry: entry_shape(entry.slug, entry.curve_preset, entry.curve_alt)
    )
    entry_class = "fault"
    solution = "Divide the learning rate by ten and start again."
    causes = [
        {
            "key": "batch-size",
            "text": "The rate is too high for the batch size.",
            "likelihood": "often",
        }
    ]
    definition = "The step is longer than the valley is wide."
    definition_html = "<p>The step is longer than the valley is wide.</p>"
    mechanism = "Each step jumps over the minimum, since $\\eta > 2/L$."
    mechanism_html = "<p>Each step jumps over the minimum.</p>"
    rescue = "partly"
    rescue_text = "Go back to the last checkpoint before the rise."
    rescue_html = "<p>Go back to the last checkpoint before the rise.</p>"
    example_explanation = "The two differ in the rate."
    example_html = "<p>The two differ in the rate.</p>"
    example_bad = "rate = 10.0\n"
    example_good = "rate = 0.1\n"
    example_diff_html = '<div class="highlight"><pre><code>rate = 10.0\n</code></pre></div>'
    status = "reviewed"
    since = dt.date(2026, 11, 22)
    changed = dt.date(2026, 11, 22)


class IndicationFactory(DjangoModelFactory):
    class Meta:
        model = models.Indication

    failure_mode = factory.SubFactory(FailureModeFactory)
    symptom = factory.SubFactory(SymptomFactory)
    frequency = 4
    evoking = 3
    note = ""
    position = factory.Sequence(int)


class ConfirmationFactory(DjangoModelFactory):
    class Meta:
        model = models.Confirmation

    failure_mode = factory.SubFactory(FailureModeFactory)
    the_check = factory.SubFactory(CheckFactory)
    outcomes = [
        {"result": "The loss swings at the usual rate.", "verdict": "confirms"},
        {"result": "The loss swings at every rate.", "verdict": "excludes"},
    ]
    position = factory.Sequence(int)


class AliasFactory(DjangoModelFactory):
    class Meta:
        model = models.Alias

    failure_mode = factory.SubFactory(FailureModeFactory)
    text = factory.Sequence("other name {}".format)
    kind = "synonym"
    position = factory.Sequence(int)


class FixFactory(DjangoModelFactory):
    class Meta:
        model = models.Fix

    failure_mode = factory.SubFactory(FailureModeFactory)
    title = factory.Sequence("Change setting number {}".format)
    kind = "root"
    effort = "minutes"
    needs_rerun = "no"
    text = "Divide the rate by ten."
    text_html = "<p>Divide the rate by ten.</p>"
    side_effects = ""
    verify = "The loss falls without swings over the next epoch."
    position = factory.Sequence(int)


class RelationFactory(DjangoModelFactory):
    class Meta:
        model = models.Relation

    source = factory.SubFactory(FailureModeFactory)
    target = factory.SubFactory(FailureModeFactory)
    type = "look-alike"
    note = "The other one shows in the gradient norm first."
    position = factory.Sequence(int)


class ReferenceFactory(DjangoModelFactory):
    class Meta:
        model = models.Reference

    failure_mode = factory.SubFactory(FailureModeFactory)
    title = factory.Sequence("A study of failure {}".format)
    authors = "A. Author, B. Author"
    year = 2019
    type = "paper"
    url = factory.Sequence("https://example.org/paper/{}".format)
    primary = False
    supports = "That the step size bounds the curvature."
    accessed = dt.date(2026, 11, 22)
    position = factory.Sequence(int)


class SightingFactory(DjangoModelFactory):
    class Meta:
        model = models.Sighting

    failure_mode = factory.SubFactory(FailureModeFactory)
    title = factory.Sequence("My run fails in way {}".format)
    project = "example/project"
    url = factory.Sequence("https://example.org/issues/{}".format)
    date = dt.date(2024, 3, 5)
    shows = "The loss swings at every step."
    accessed = dt.date(2026, 11, 22)
    position = factory.Sequence(int)


class PlannedRelationFactory(DjangoModelFactory):
    class Meta:
        model = models.PlannedRelation

    source = factory.SubFactory(FailureModeFactory)
    planned = factory.SubFactory(PlannedFactory)
    type = "look-alike"
    note = "The planned one shows in the gradient norm first."
    position = factory.Sequence(int)


def entry(slug, **fields):
    """A published entry: two indications (one against), a confirmation, an alias, three fixes, two
    references.
    """
    failure_mode = FailureModeFactory(slug=slug, **fields)
    IndicationFactory(failure_mode=failure_mode)
    IndicationFactory(failure_mode=failure_mode, frequency=0, evoking=-3)
    ConfirmationFactory(failure_mode=failure_mode)
    AliasFactory(failure_mode=failure_mode)
    for kind in ("stopgap", "root", "prevention"):
        FixFactory(failure_mode=failure_mode, kind=kind)
    ReferenceFactory(failure_mode=failure_mode, primary=True)
    ReferenceFactory(failure_mode=failure_mode, type="documentation")
    return failure_mode
