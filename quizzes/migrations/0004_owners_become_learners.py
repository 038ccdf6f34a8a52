from django.db import migrations
from django.db.models import Min, OuterRef, Subquery


def make_learners(apps, schema_editor):
    """Make one learner of each owner, as old as the owner's first attempt."""
    attempt_model = apps.get_model("quizzes", "Attempt")
    learner_model = apps.get_model("quizzes", "Learner")

    owners = attempt_model.objects.order_by().values_list("owner").annotate(first=Min("started"))
    learners = [learner_model(key_hash=owner, created=first) for owner, first in owners]
    learner_model.objects.bulk_create(learners, batch_size=500)

    of_owner = learner_model.objects.filter(key_hash=OuterRef("owner")).values("pk")[:1]
    attempt_model.objects.update(learner_id=Subquery(of_owner))


def make_owners(apps, schema_editor):
    attempt_model = apps.get_model("quizzes", "Attempt")
    learner_model = apps.get_model("quizzes", "Learner")

    of_learner = learner_model.objects.filter(pk=OuterRef("learner_id")).values("key_hash")[:1]
    attempt_model.objects.filter(learner__isnull=False).update(owner=Subquery(of_learner))


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0003_learner")]
    operations = [migrations.RunPython(make_learners, make_owners)]
