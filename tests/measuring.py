"""The real records of what the engine measures: symptoms, signals and sources."""

from tests.engine.content import real_files

ELSEWHERE = ("failure_modes/", "specimens/")  # most of the time to read goes to these


def files_of_measuring():
    """Return the files of the content without entries and specimens, by path."""
    return {path: data for path, data in real_files().items() if not path.startswith(ELSEWHERE)}
