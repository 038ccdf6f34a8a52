"""One search over entries, symptoms and checks: SQLite FTS5 or PostgreSQL full text behind the same
functions.
"""

from dictionary.search.find import Found, find, search
from dictionary.search.hits import Hit
from dictionary.search.index import index_rows, rebuild_index, write_index

__all__ = ["Found", "Hit", "find", "index_rows", "rebuild_index", "search", "write_index"]
