"""Factories of what an edition holds besides its entries: names, sources, signals."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from dictionary import models


class PlannedFactory(DjangoModelFactory):
    class Meta:
        model = models.Planned
        django_get_or_create = ("slug",)

    slug = factory.Sequence("planned-{}".format)
    term = factory.LazyAttribute(lambda planned: planned.slug.replace("-", " ").capitalize())
    chapter = "optimization"
    entry_class = "fault"
    gloss = "what it is in a line"
    position = factory.Sequence(int)


class RetiredFactory(DjangoModelFactory):
    class Meta:
        model = models.Retired

    code = factory.Sequence(lambda number: f"LY-9{number:03d}")
    slug = factory.Sequence("retired-{}".format)
    term = "Old name"
    survivor = "overfitting"
    retired_on = dt.date(2026, 11, 22)
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
