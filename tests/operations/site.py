"""A site in use and its backup, for tests of both."""

import json
import zipfile

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from dictionary.models import FailureMode
from operations.backup.archive import MANIFEST
from operations.backup.parts import label, models_of_backup
from operations.backup.restore import _delete_rows
from tests.operations.stored import stored_attempt
from tests.site import make_content


def all_rows():
    """Every row of every model, with its relations to many."""
    return {
        label(model): [
            (
                row,
                [
                    sorted(getattr(instance, field.name).values_list("pk", flat=True))
                    for field in model._meta.local_many_to_many
                ],
            )
            for row, instance in zip(
                model._base_manager.order_by("pk").values(),
                model._base_manager.order_by("pk"),
                strict=True,
            )
        ]
        for model in models_of_backup()
    }


def make_accounts():
    editors = Group.objects.create(name="editors")
    change = Permission.objects.get(codename="change_failuremode")
    editors.permissions.add(change)
    editor = User.objects.create_user("editor", password="a password of some length")
    editor.groups.add(editors)
    LogEntry.objects.create(
        user=editor,
        content_type=ContentType.objects.get_for_model(FailureMode),
        object_id="1",
        object_repr="Overfitting",
        action_flag=CHANGE,
    )


def make_site():
    make_content()
    make_accounts()
    stored_attempt()
    FailureMode.objects.filter(slug="overfitting").update(term="Edited in the admin")


def empty():
    """What a database is after migrate."""
    with transaction.atomic():
        _delete_rows(models_of_backup())


def manifest_of(path):
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read(MANIFEST))


def changed(path, name, change):
    """Write the backup anew, with the text of one file changed."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files[name] = change(files[name].decode()).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)


def in_manifest(path, **values):
    changed(path, MANIFEST, lambda text: json.dumps(json.loads(text) | values))
