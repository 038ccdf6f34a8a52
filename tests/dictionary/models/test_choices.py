from io import StringIO
from typing import Literal, get_args

import pytest
from django.core.management import call_command

from content import schema
from dictionary.models import Alias, Check, FailureMode, Fix, Reference, Relation, Signal, Symptom
from dictionary.models.choices import choices_of
from dictionary.relations import INWARD, OUTWARD
from dictionary.scales import FIX_KINDS, SILENCE, SILENCE_MEANS
from engine.rank.next_checks import COST
from engine.scales import PREVALENCE
from quizzes.models import Quiz

VOCABULARIES = {
    FailureMode.Kind: schema.Kind,
    FailureMode.Silence: schema.Silence,
    FailureMode.Prevalence: schema.Prevalence,
    FailureMode.Urgency: schema.Urgency,
    FailureMode.Rescue: schema.RescueVerdict,
    FailureMode.Status: schema.Status,
    Alias.Kind: schema.AliasKind,
    Fix.Kind: schema.FixKind,
    Fix.Effort: schema.Effort,
    Reference.Type: schema.ReferenceType,
    Symptom.Group: schema.SignalGroup,
    Check.Cost: schema.Cost,
    Signal.Kind: schema.SignalKind,
    Quiz.Mode: schema.QuizMode,
    Quiz.Status: schema.QuizStatus,
}


def test_values_become_choices_with_labels():
    choices = choices_of("Cost", Literal["seconds", "one run", "error-string"])

    assert choices.choices == [
        ("seconds", "Seconds"),
        ("one run", "One Run"),
        ("error-string", "Error String"),
    ]
    assert choices("one run") == "one run"


def test_a_label_of_its_own_is_kept():
    choices = choices_of("Urgency", Literal["stop-now", "watch"], {"stop-now": "stop now"})

    assert choices.labels == ["stop now", "Watch"]


def test_a_value_outside_the_vocabulary_is_no_choice():
    with pytest.raises(ValueError, match="days"):
        choices_of("Cost", Literal["seconds"])("days")


@pytest.mark.parametrize("choices", VOCABULARIES, ids=lambda choices: choices.__qualname__)
def test_models_have_the_values_of_the_schema(choices):
    assert tuple(choices.values) == get_args(VOCABULARIES[choices])


def test_a_look_alike_is_a_relation_beside_those_of_the_schema():
    assert set(Relation.Type.values) == {*get_args(schema.RelationType), "look-alike"}


@pytest.mark.parametrize(
    ("table", "vocabulary"),
    [
        (COST, schema.Cost),
        (PREVALENCE, schema.Prevalence),
        (SILENCE, schema.Silence),
        (SILENCE_MEANS, schema.Silence),
        (FIX_KINDS, schema.FixKind),
        (OUTWARD, schema.RelationType),
        (INWARD, schema.RelationType),
    ],
)
def test_tables_have_a_row_for_every_value(table, vocabulary):
    assert set(table) == set(get_args(vocabulary))


@pytest.mark.django_db
def test_the_schema_needs_no_migration():
    out = StringIO()

    call_command("makemigrations", check=True, dry_run=True, stdout=out)

    assert "No changes" in out.getvalue()
