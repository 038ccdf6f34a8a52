"""The small content as the doors get it, without a database."""

from functools import cache

from content.content import HashedContent
from content.to_knowledge import knowledge_of
from diagnostics_api.service.answer import answer_to
from diagnostics_api.service.fields import read_fields
from diagnostics_api.service.library import library_of
from diagnostics_api.service.published import Published
from tests.diagnostics_api.conftest import told_apart
from tests.small_content import small_content


@cache
def small_published():
    hashed = HashedContent(small_content(**told_apart()), "small")
    return Published(knowledge_of(hashed.content, hashed.hash), library_of(hashed))


def answered(**fields):
    published = small_published()
    return answer_to(read_fields(fields, published.knowledge), published)
