from dictionary.views.checks import check, check_index
from dictionary.views.entries import entry, entry_by_code, entry_json, entry_markdown
from dictionary.views.home import about, home, shortcuts
from dictionary.views.index import chapter, index
from dictionary.views.machine import favicon, opensearch, robots, sitemap
from dictionary.views.search import search_page
from dictionary.views.symptoms import symptom, symptom_index

__all__ = [
    "about",
    "chapter",
    "check",
    "check_index",
    "entry",
    "entry_by_code",
    "entry_json",
    "entry_markdown",
    "favicon",
    "home",
    "index",
    "opensearch",
    "robots",
    "search_page",
    "shortcuts",
    "sitemap",
    "symptom",
    "symptom_index",
]
