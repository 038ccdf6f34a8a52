"""The real content, read once per test process."""

from functools import cache
from pathlib import Path

from content.content import HashedContent, content_of, hashed_content_of_folder
from content.files import hash_files, read_files
from content.to_knowledge import knowledge_of, with_measured
from tests.parsed import parsed

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"


@cache
def real_files():
    return read_files(FIXTURES)


@cache
def hashed_content():
    """What hashed_content_of_folder returns. Raise ContentError with all problems."""
    files = real_files()
    return HashedContent(content_of(parsed(files)), hash_files(files))


def read_once(root):
    """Return the content of a folder; that of the project, which no test changes, is read once."""
    is_ours = root.resolve() == FIXTURES.resolve()
    return hashed_content() if is_ours else hashed_content_of_folder(root)


@cache
def real_knowledge():
    """What knowledge_from_files returns, without reading the files again."""
    read = hashed_content()
    return with_measured(knowledge_of(read.content, read.hash), FIXTURES)


def real_content():
    return hashed_content().content
