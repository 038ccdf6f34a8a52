"""The real content, read once per test process."""

from functools import cache
from pathlib import Path

from content.content import content_of_folder
from content.to_knowledge import knowledge_from_files

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"


@cache
def real_knowledge():
    return knowledge_from_files(FIXTURES)


@cache
def real_content():
    return content_of_folder(FIXTURES)
