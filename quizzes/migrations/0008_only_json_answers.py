from django.db import migrations, models
from django.db.migrations.exceptions import IrreversibleError
from django.db.models import Count


def refuse_to_lose(apps, schema_editor):
    """Going back, check before anything changes that the old columns can store every attempt."""
    attempts = {
        *attempts_with_other_answers(apps),
        *attempts_with_fractions(apps),
        *attempts_that_ask_twice(apps),
    }
    if attempts:
        raise IrreversibleError(
            "The old columns store one chosen option for each question, whole points, and one"
            " question for each entry. Delete these attempts first, or stay at this version: "
            + ", ".join(map(str, sorted(attempts)))
        )


def attempts_with_other_answers(apps):
    responses = apps.get_model("quizzes", "Response").objects
    for attempt, answer in responses.values_list("item__attempt_id", "answer").iterator():
        if not isinstance(answer, dict) or set(answer) != {"option"}:
            yield attempt


def attempts_with_fractions(apps):
    attempts = apps.get_model("quizzes", "Attempt").objects.filter(score__isnull=False)
    for attempt, score, maximum in attempts.values_list("pk", "score", "maximum").iterator():
        if score % 1 or maximum % 1:
            yield attempt


def attempts_that_ask_twice(apps):
    items = apps.get_model("quizzes", "AttemptItem").objects.order_by()
    counted = items.values("attempt_id", "entry").annotate(count=Count("pk"))
    return counted.filter(count__gt=1).values_list("attempt_id", flat=True)


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0007_answers_become_json")]
    operations = [
        migrations.RemoveConstraint(model_name="attempt", name="score_up_to_maximum"),
        migrations.RemoveConstraint(model_name="attemptitem", name="no_entry_twice_in_an_attempt"),
        migrations.RemoveField(model_name="attempt", name="rules"),
        migrations.AlterField(
            model_name="attempt",
            name="score",
            field=models.FloatField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="attempt",
            name="maximum",
            field=models.FloatField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("score", None),
                    models.Q(("score__gte", 0), ("score__lte", models.F("maximum"))),
                    _connector="OR",
                ),
                name="score_from_zero_to_maximum",
            ),
        ),
        migrations.RemoveField(model_name="response", name="answer"),
        migrations.RenameField(model_name="response", old_name="given", new_name="answer"),
        migrations.AlterField(
            model_name="response",
            name="answer",
            field=models.JSONField(),
        ),
        migrations.RunPython(migrations.RunPython.noop, refuse_to_lose),
    ]
