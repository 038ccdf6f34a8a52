from django.db import migrations

BATCH = 500
RULES = {"right": 1, "wrong": 0, "blank": 0}  # points in all attempts so far


def batches(queryset):
    """Yield lists of rows by growing primary key, so that rows can be changed meanwhile."""
    last = 0
    while rows := list(queryset.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield rows
        last = rows[-1].pk


def forward(apps, schema_editor):
    """Give each item its prompt and its points, and each response its answer as JSON."""
    item_model = apps.get_model("quizzes", "AttemptItem")
    for items in batches(item_model.objects.select_related("attempt")):
        for item in items:
            item.prompt = item.body.pop("stem", "")
            item.scoring["points"] = item.attempt.rules["right"]
        item_model.objects.bulk_update(items, ["prompt", "body", "scoring"])

    response_model = apps.get_model("quizzes", "Response")
    for responses in batches(response_model.objects.all()):
        for response in responses:
            response.given = {"option": response.answer}
        response_model.objects.bulk_update(responses, ["given"])


def backward(apps, schema_editor):
    attempt_model = apps.get_model("quizzes", "Attempt")
    attempt_model.objects.update(rules=RULES)

    item_model = apps.get_model("quizzes", "AttemptItem")
    for items in batches(item_model.objects.all()):
        for item in items:
            item.body["stem"] = item.prompt
            item.scoring.pop("points", None)
        item_model.objects.bulk_update(items, ["body", "scoring"])

    response_model = apps.get_model("quizzes", "Response")
    for responses in batches(response_model.objects.all()):
        for response in responses:
            response.answer = response.given["option"]
        response_model.objects.bulk_update(responses, ["answer"])


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0006_json_answers")]
    operations = [migrations.RunPython(forward, backward)]
