import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    """Learners beside the owners of attempts. 0004 fills them, 0005 takes the owners out.

    Three migrations, because PostgreSQL does not alter a table whose rows the same transaction
    has changed.
    """

    dependencies = [("quizzes", "0002_first_quizzes")]
    operations = [
        migrations.CreateModel(
            name="Learner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key_hash", models.CharField(max_length=64, unique=True)),
                ("created", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.AddField(
            model_name="attempt",
            name="learner",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attempts",
                to="quizzes.learner",
            ),
        ),
        migrations.AlterField(  # so that taking the owners out can be undone
            model_name="attempt",
            name="owner",
            field=models.CharField(db_index=True, max_length=64, null=True),
        ),
    ]
