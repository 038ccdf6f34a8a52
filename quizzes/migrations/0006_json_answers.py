from django.db import migrations, models


class Migration(migrations.Migration):
    """New columns beside the old. 0007 fills them, 0008 takes the old ones out.

    The old columns may be null from here on, so that taking them out can be undone.
    """

    dependencies = [("quizzes", "0005_attempts_belong_to_learners")]
    operations = [
        migrations.AddField(
            model_name="attemptitem",
            name="prompt",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="response",
            name="given",
            field=models.JSONField(null=True),
        ),
        migrations.AlterField(
            model_name="response",
            name="answer",
            field=models.CharField(max_length=8, null=True),
        ),
        migrations.AlterField(
            model_name="attempt",
            name="rules",
            field=models.JSONField(null=True),
        ),
    ]
