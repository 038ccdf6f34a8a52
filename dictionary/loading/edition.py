"""Put a new edition in force after an edit in the admin, or after a dump of the edits."""

from __future__ import annotations

import hashlib

from django.db import transaction
from pydantic import BaseModel

from content.content import Content
from dictionary.editions import edition_in_force
from dictionary.loading.from_database import content_of_database
from dictionary.models import Edition


def content_digest(content: Content) -> str:
    """Return the SHA-256 of all records and specimens."""
    digest = hashlib.sha256()
    records: list[BaseModel] = [
        *content.chapters,
        *content.signals,
        *content.symptoms,
        *content.checks,
        *content.sources,
        *content.glossary,
        *content.views,
    ]
    for record in [*records, *content.failure_modes, *content.quizzes]:
        digest.update(record.model_dump_json(warnings=False).encode())
    for slug, specimen in content.specimens.items():
        parts = (
            slug,
            specimen.bad,
            specimen.good,
            specimen.bad_recording,
            specimen.good_recording,
        )
        digest.update("\0".join(parts).encode())
    return digest.hexdigest()


def adopt_files(files_hash: str) -> Edition:
    """Make the edition in force that of the dumped files.

    Raises Edition.DoesNotExist when nothing is loaded.
    """
    edition = edition_in_force()
    if edition is None:
        raise Edition.DoesNotExist("nothing is loaded")
    Edition.objects.filter(content_hash=files_hash).exclude(pk=edition.pk).delete()
    edition.content_hash = edition.files_hash = files_hash
    edition.save()
    return edition


@transaction.atomic
def mark_edited(content: Content | None = None) -> Edition:
    """Put a new edition in force, so that values derived from an edition are made anew.

    content: the content of the database, for callers that have read it already.
    """
    if content is None:
        content = content_of_database()
    before = edition_in_force()
    files_hash = ""
    if before:
        files_hash = before.files_hash
    if before and before.is_edited:
        before.delete()
    edition, _ = Edition.objects.update_or_create(
        content_hash=content_digest(content),
        defaults={
            "files_hash": files_hash,
            "name": content.name,
            "entries": len(content.failure_modes),
        },
    )
    return edition
