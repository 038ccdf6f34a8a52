"""The real content, read once per test process."""

from functools import cache
from pathlib import Path

from content.to_knowledge import knowledge_from_files

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"


@cache
def real_knowledge():
    return knowledge_from_files(FIXTURES)
