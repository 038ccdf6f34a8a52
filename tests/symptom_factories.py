"""Factories of symptoms and checks, with what belongs to them."""

import factory
from factory.django import DjangoModelFactory

from dictionary import models


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
