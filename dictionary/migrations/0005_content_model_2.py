from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def outcomes_from_texts(apps: Any, schema_editor: Any) -> None:
    """Keep the two results of each confirmation as outcomes with verdicts."""
    confirmations = apps.get_model("dictionary", "Confirmation")
    for row in confirmations.objects.all():
        row.outcomes = [
            {"result": row.if_present, "verdict": "confirms"},
            {"result": row.if_absent, "verdict": "excludes"},
        ]
        row.save(update_fields=["outcomes"])


def texts_from_outcomes(apps: Any, schema_editor: Any) -> None:
    """Keep the first result of either verdict."""
    confirmations = apps.get_model("dictionary", "Confirmation")
    for row in confirmations.objects.all():
        results = {each["verdict"]: each["result"] for each in reversed(row.outcomes)}
        row.if_present = results.get("confirms", "")
        row.if_absent = results.get("excludes", "")
        row.save(update_fields=["if_present", "if_absent"])


class Migration(migrations.Migration):
    dependencies = [
        ("dictionary", "0004_sources"),
    ]

    operations = [
        migrations.CreateModel(
            name="Planned",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=60, unique=True)),
                ("term", models.CharField(max_length=70)),
                ("chapter", models.SlugField(max_length=60)),
                (
                    "entry_class",
                    models.CharField(
                        choices=[
                            ("fault", "Fault"),
                            ("family", "Family"),
                            ("finding", "Finding"),
                            ("loud", "Loud"),
                            ("normal", "Normal"),
                            ("habit", "Habit"),
                            ("pointer", "Pointer"),
                        ],
                        max_length=10,
                        verbose_name="class",
                    ),
                ),
                ("gloss", models.CharField(max_length=300)),
                ("position", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name_plural": "planned entries",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Retired",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=7, unique=True, verbose_name="id")),
                ("slug", models.SlugField(max_length=60, unique=True)),
                ("term", models.CharField(max_length=300)),
                ("survivor", models.SlugField(max_length=60)),
                ("retired_on", models.DateField()),
                ("position", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name_plural": "retired entries",
                "ordering": ["position"],
            },
        ),
        migrations.AddField(
            model_name="confirmation",
            name="outcomes",
            field=models.JSONField(
                default=list, help_text="list of {result, verdict, symptom, when}"
            ),
        ),
        migrations.AlterField(
            model_name="confirmation",
            name="if_absent",
            field=models.CharField(max_length=300, default=""),
        ),
        migrations.AlterField(
            model_name="confirmation",
            name="if_present",
            field=models.CharField(max_length=300, default=""),
        ),
        migrations.RunPython(outcomes_from_texts, texts_from_outcomes),
        migrations.RemoveField(
            model_name="confirmation",
            name="if_absent",
        ),
        migrations.RemoveField(
            model_name="confirmation",
            name="if_present",
        ),
        migrations.AddField(
            model_name="failuremode",
            name="boundaries",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="list of {text, failure_mode}: where normal ends",
            ),
        ),
        migrations.AddField(
            model_name="failuremode",
            name="entry_class",
            field=models.CharField(
                choices=[
                    ("fault", "Fault"),
                    ("family", "Family"),
                    ("finding", "Finding"),
                    ("loud", "Loud"),
                    ("normal", "Normal"),
                    ("habit", "Habit"),
                    ("pointer", "Pointer"),
                ],
                default="fault",
                max_length=10,
                verbose_name="class",
            ),
        ),
        migrations.AddField(
            model_name="failuremode",
            name="example_difference",
            field=models.CharField(
                blank=True,
                help_text="what differs, the code of both sides in backticks",
                max_length=300,
            ),
        ),
        migrations.AddField(
            model_name="failuremode",
            name="example_series",
            field=models.JSONField(
                blank=True, default=list, help_text="names of the recorded series that are drawn"
            ),
        ),
        migrations.AddField(
            model_name="failuremode",
            name="find_the_cause",
            field=models.JSONField(
                blank=True, default=list, help_text="list of {result, cause, entry, check}"
            ),
        ),
        migrations.AddField(
            model_name="failuremode",
            name="numbers",
            field=models.JSONField(
                blank=True, default=list, help_text="list of {value, kind, source}"
            ),
        ),
        migrations.AddField(
            model_name="failuremode",
            name="points_to",
            field=models.SlugField(
                blank=True, help_text="a pointer: the entry that covers the term", max_length=60
            ),
        ),
        migrations.AddField(
            model_name="failuremode",
            name="ranks_as_itself",
            field=models.BooleanField(
                default=False, help_text="a family that is named although one of its children leads"
            ),
        ),
        migrations.AddField(
            model_name="failuremode",
            name="solution",
            field=models.CharField(
                default="", help_text="what to do, in plain words", max_length=200
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="fix",
            name="apis",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="list of {name, argument, package, since, until}",
            ),
        ),
        migrations.AddField(
            model_name="fix",
            name="for_cause",
            field=models.JSONField(
                blank=True, default=list, help_text="keys of causes; empty for all of them"
            ),
        ),
        migrations.AddField(
            model_name="fix",
            name="needs_rerun",
            field=models.CharField(
                choices=[("no", "No"), ("resume", "Resume"), ("from scratch", "From Scratch")],
                default="no",
                max_length=15,
            ),
        ),
        migrations.AddField(
            model_name="fix",
            name="snippets",
            field=models.JSONField(
                blank=True, default=list, help_text="list of {framework, code}: 3 to 10 lines each"
            ),
        ),
        migrations.AddField(
            model_name="fix",
            name="snippets_html",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.AddField(
            model_name="reference",
            name="carries",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="parts of the entry: definition, mechanism, fixes",
            ),
        ),
        migrations.AddField(
            model_name="symptom",
            name="formerly",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="slugs of symptoms that were merged into this one",
            ),
        ),
        migrations.AlterField(
            model_name="alias",
            name="kind",
            field=models.CharField(
                choices=[
                    ("synonym", "Synonym"),
                    ("abbreviation", "Abbreviation"),
                    ("misspelling", "Misspelling"),
                    ("error-string", "Error String"),
                    ("rule-name", "Rule Name"),
                    ("kind-of", "Kind Of"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="failuremode",
            name="causes",
            field=models.JSONField(
                blank=True, default=list, help_text="list of {key, text, likelihood, entry}"
            ),
        ),
        migrations.AlterField(
            model_name="failuremode",
            name="example_explanation",
            field=models.TextField(
                blank=True, help_text="Markdown, with figures as {{bad.val_loss.min:.2f}}"
            ),
        ),
        migrations.AlterField(
            model_name="failuremode",
            name="mechanism",
            field=models.TextField(blank=True, help_text="Markdown"),
        ),
        migrations.AlterField(
            model_name="failuremode",
            name="rescue",
            field=models.CharField(
                blank=True,
                choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="failuremode",
            name="rescue_text",
            field=models.TextField(blank=True, help_text="Markdown"),
        ),
        migrations.AlterField(
            model_name="fix",
            name="effort",
            field=models.CharField(
                choices=[("minutes", "Minutes"), ("hours", "Hours"), ("days", "Days")],
                help_text="until the result is seen, without the run",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="reference",
            name="type",
            field=models.CharField(
                choices=[
                    ("paper", "Paper"),
                    ("documentation", "Documentation"),
                    ("post", "Post"),
                    ("book", "Book"),
                    ("source", "Source"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="symptom",
            name="group",
            field=models.CharField(
                choices=[
                    ("loss", "Loss"),
                    ("validation", "Validation"),
                    ("gradients", "Gradients"),
                    ("activations", "Activations"),
                    ("updates", "Updates"),
                    ("metrics", "Metrics"),
                    ("outputs", "Outputs"),
                    ("configuration", "Configuration"),
                    ("experiments", "Experiments"),
                    ("data", "Data"),
                    ("speed", "Speed"),
                    ("memory", "Memory"),
                    ("logs", "Logs"),
                    ("distributed", "Distributed"),
                    ("generation", "Generation"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="PlannedRelation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("parent-of", "Parent Of"),
                            ("causes", "Causes"),
                            ("masks", "Masks"),
                            ("often-with", "Often With"),
                            ("look-alike", "Look Alike"),
                        ],
                        max_length=20,
                    ),
                ),
                ("note", models.CharField(max_length=300)),
                ("position", models.PositiveIntegerField(default=0)),
                (
                    "planned",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relations",
                        to="dictionary.planned",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planned_relations",
                        to="dictionary.failuremode",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source", "planned", "type"), name="planned_relation_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sighting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("project", models.CharField(max_length=300)),
                ("url", models.URLField(max_length=300)),
                ("date", models.DateField()),
                ("version", models.CharField(blank=True, max_length=300)),
                ("shows", models.CharField(max_length=300)),
                ("accessed", models.DateField()),
                ("position", models.PositiveIntegerField(default=0)),
                (
                    "failure_mode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sightings",
                        to="dictionary.failuremode",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("failure_mode", "url"), name="sighting_once_per_entry"
                    )
                ],
            },
        ),
    ]
