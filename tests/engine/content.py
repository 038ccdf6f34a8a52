"""The real content, read once per test process."""

from functools import cache
from pathlib import Path

from content.content import hashed_content_of_folder
from content.to_knowledge import knowledge_of, with_measured

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"


@cache
def hashed_content():
    return hashed_content_of_folder(FIXTURES)


@cache
def real_knowledge():
    """What knowledge_from_files returns, without reading the files again."""
    read = hashed_content()
    return with_measured(knowledge_of(read.content, read.hash), FIXTURES)


def real_content():
    return hashed_content().content
