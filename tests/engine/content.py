"""The real content, read once per test process."""

from functools import cache
from pathlib import Path

from content.content import hashed_content_of_folder
from content.text_model import read_text_model
from content.to_knowledge import knowledge_of

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"


@cache
def hashed_content():
    return hashed_content_of_folder(FIXTURES)


@cache
def real_knowledge():
    """What knowledge_from_files returns, without reading the files again."""
    read = hashed_content()
    return knowledge_of(read.content, read.hash, read_text_model(FIXTURES))


def real_content():
    return hashed_content().content
