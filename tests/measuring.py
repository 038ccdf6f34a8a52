"""The real records of what the engine measures: symptoms, signals and sources."""

from django.conf import settings

from content.files import read_files

ELSEWHERE = ("failure_modes/", "specimens/")  # most of the time to read goes to these


def files_of_measuring():
    """Return the files of the content without entries and specimens, by path."""
    every = read_files(settings.FIXTURES_DIR)
    return {path: data for path, data in every.items() if not path.startswith(ELSEWHERE)}
