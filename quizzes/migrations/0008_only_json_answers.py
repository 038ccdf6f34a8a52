from django.db import migrations, models


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
    ]
