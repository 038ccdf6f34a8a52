"""One factory per model. `entry()` makes an entry with everything a page shows."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from dictionary import models
from dictionary.figures.presets import chapter_thumbnail, entry_figure, entry_thumbnail


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
    causes = [{"text": "The rate is too high for the batch size.", "likelihood": "usual"}]
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
    example_bad_html = '<div class="highlight"><pre><code>rate = 10.0\n</code></pre></div>'
    example_good = "rate = 0.1\n"
    example_good_html = '<div class="highlight"><pre><code>rate = 0.1\n</code></pre></div>'
    status = "reviewed"
    since = dt.date(2026, 11, 22)
    changed = dt.date(2026, 11, 22)


class SymptomFactory(DjangoModelFactory):
    class Meta:
        model = models.Symptom
        django_get_or_create = ("slug",)

    slug = factory.Sequence("symptom-{}".format)
    statement = factory.LazyAttribute(lambda symptom: symptom.slug.replace("-", " ").capitalize())
    group = "loss"
    facet = ""
    importance = 3
    background = 0.05
    measure = "Look at the training loss."
    measure_html = "<p>Look at the training loss.</p>"
    detector = ""
    position = factory.Sequence(int)


class PhrasingFactory(DjangoModelFactory):
    class Meta:
        model = models.Phrasing

    symptom = factory.SubFactory(SymptomFactory)
    text = factory.Sequence("my loss does thing number {}".format)
    position = factory.Sequence(int)


class IndicationFactory(DjangoModelFactory):
    class Meta:
        model = models.Indication

    failure_mode = factory.SubFactory(FailureModeFactory)
    symptom = factory.SubFactory(SymptomFactory)
    frequency = 4
    evoking = 3
    note = ""
    position = factory.Sequence(int)


class CheckFactory(DjangoModelFactory):
    class Meta:
        model = models.Check
        django_get_or_create = ("slug",)

    slug = factory.Sequence("check-{}".format)
    title = factory.LazyAttribute(lambda check: check.slug.replace("-", " ").capitalize())
    cost = "minutes"
    summary = "A short procedure with a known answer."
    procedure = "1. Take one batch.\n2. Train on it."
    procedure_html = "<ol><li>Take one batch.</li><li>Train on it.</li></ol>"
    position = factory.Sequence(int)


class OutcomeFactory(DjangoModelFactory):
    class Meta:
        model = models.Outcome

    the_check = factory.SubFactory(CheckFactory)
    symptom = factory.SubFactory(SymptomFactory)
    question = "Does the loss stay above zero?"
    if_yes = "Something between the data and the loss is broken."
    if_no = "The model can learn; look at the data."
    position = factory.Sequence(int)


class ConfirmationFactory(DjangoModelFactory):
    class Meta:
        model = models.Confirmation

    failure_mode = factory.SubFactory(FailureModeFactory)
    the_check = factory.SubFactory(CheckFactory)
    if_present = "The loss swings at the usual rate and falls at a tenth of it."
    if_absent = "The loss swings at every rate."
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


class EditionFactory(DjangoModelFactory):
    class Meta:
        model = models.Edition

    name = "2026.11"
    content_hash = factory.Sequence("{:064x}".format)
    files_hash = factory.SelfAttribute("content_hash")
    entries = 1


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = models.Source

    slug = factory.Sequence("source-{}".format)
    name = factory.LazyAttribute(lambda source: source.slug)
    title = factory.LazyAttribute(lambda source: f"The title of {source.slug}")
    kind = "judgment"
    url = ""
    about = "What it is."
    position = factory.Sequence(int)


class SignalFactory(DjangoModelFactory):
    class Meta:
        model = models.Signal

    name = factory.Sequence("signal_{}".format)
    kind = "metric"
    title = factory.LazyAttribute(lambda signal: signal.name.replace("_", " "))
    unit = ""
    aliases = factory.LazyAttribute(lambda signal: [f"other {signal.name}"])
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
