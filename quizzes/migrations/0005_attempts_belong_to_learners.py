import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0004_owners_become_learners")]
    operations = [
        migrations.RemoveConstraint(
            model_name="attempt", name="one_open_attempt_per_owner_and_quiz"
        ),
        migrations.RemoveField(model_name="attempt", name="owner"),
        migrations.AlterField(
            model_name="attempt",
            name="learner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attempts",
                to="quizzes.learner",
            ),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")),
                fields=("learner", "quiz"),
                name="one_open_attempt_per_learner_and_quiz",
            ),
        ),
    ]
