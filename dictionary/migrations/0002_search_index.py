from django.db import migrations

from dictionary.search import postgres, sqlite


def create(apps, schema_editor):
    backend = {"sqlite": sqlite, "postgresql": postgres}[schema_editor.connection.vendor]
    schema_editor.execute(backend.CREATE)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE dictionary_search")


class Migration(migrations.Migration):
    dependencies = [("dictionary", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
