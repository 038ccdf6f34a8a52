"""A file that is not whole is refused before anything changes."""

import json
from zipfile import ZipFile

import pytest

from operations.backup.archive import MANIFEST, reading
from operations.backup.manifest import BackupError
from operations.backup.restore import restore
from tests.operations.site import all_rows, changed, in_manifest

LOCAL_HEADER = 30  # bytes in front of the name of a part
pytestmark = pytest.mark.django_db(transaction=True)


def damage_rows(path):
    changed(path, "rows/quizzes.attempt.jsonl", lambda text: text.replace("open", "lost"))


def damage_bytes(path):
    """Damage what a part holds: of a zip file, names and times of parts stand in it twice."""
    with ZipFile(path) as archive:
        largest = max(archive.infolist(), key=lambda part: part.compress_size)
    start = largest.header_offset + LOCAL_HEADER + len(largest.filename)
    whole = bytearray(path.read_bytes())
    whole[start + largest.compress_size // 2] ^= 0xFF
    path.write_bytes(whole)


DAMAGES = {
    "rows": (damage_rows, "rows of quizzes.attempt are not those"),
    "bytes": (damage_bytes, "not those that were saved|no whole backup"),
    "half": (lambda path: path.write_bytes(path.read_bytes()[:5000]), "no whole backup"),
    "text": (lambda path: path.write_text("no archive"), "no whole backup"),
    "gone": (lambda path: path.unlink(), "cannot read .*No such file"),
    "format": (lambda path: in_manifest(path, format=2), "has format 2; this version reads 1"),
    "product": (lambda path: in_manifest(path, product="other"), "manifest cannot be read"),
    "no manifest": (lambda path: changed(path, MANIFEST, lambda _: "{"), "manifest cannot be read"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_backup_that_is_not_whole_changes_nothing(backup, name):
    damage, message = DAMAGES[name]
    damage(backup)
    before = all_rows()

    with pytest.raises(BackupError, match=message):
        restore(backup, overwrite=True)
    assert all_rows() == before


def test_parts_can_be_read_line_by_line(backup):
    with reading(backup) as opened:
        (part,) = (part for part in opened.manifest.parts if part.model == "quizzes.attemptitem")
        with opened.lines(part) as lines:
            rows = [json.loads(line) for line in lines]

    assert [row["fields"]["prompt"] for row in rows] == ["What is it? \u2028 ü"] * part.rows
