from django.db import migrations

DEFINITION, SYMPTOMS, FIX = "definition-to-term", "symptoms-to-term", "term-to-fix"

QUIZZES = [
    (
        "mixed",
        "A bit of everything",
        "Ten questions of all kinds, in turns.",
        [SYMPTOMS, DEFINITION, FIX],
    ),
    (
        "symptoms",
        "Name it from its symptoms",
        "Three things that a run shows; which failure explains them best?",
        [SYMPTOMS],
    ),
    (
        "definitions",
        "Name it from its definition",
        "What happens, told without the name; which failure is it?",
        [DEFINITION],
    ),
    ("fixes", "Pick the fix", "A failure by its name; which change removes the cause?", [FIX]),
]


def make(apps, schema_editor):
    quiz = apps.get_model("quizzes", "Quiz")
    for position, (slug, title, summary, kinds) in enumerate(QUIZZES):
        quiz.objects.create(slug=slug, title=title, summary=summary, kinds=kinds, position=position)


def unmake(apps, schema_editor):
    apps.get_model("quizzes", "Quiz").objects.filter(
        slug__in=[slug for slug, *_ in QUIZZES]
    ).delete()


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0001_initial")]
    operations = [migrations.RunPython(make, unmake)]
