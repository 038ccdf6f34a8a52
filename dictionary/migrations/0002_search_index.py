from django.db import migrations

from dictionary.search import postgres, sqlite

BACKENDS = {"sqlite": sqlite, "postgresql": postgres}


def create(apps, schema_editor):
    schema_editor.execute(BACKENDS[schema_editor.connection.vendor].CREATE)


def drop(apps, schema_editor):
    schema_editor.execute(BACKENDS[schema_editor.connection.vendor].DROP)


class Migration(migrations.Migration):
    dependencies = [("dictionary", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
