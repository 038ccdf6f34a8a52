from django.urls import URLPattern, path, re_path

from dictionary.exports.view import entry_export
from dictionary.pages.accuracy import view as accuracy_pages
from dictionary.pages.chapter.view import chapter
from dictionary.pages.checks.view import check, check_index
from dictionary.pages.compare.view import compare
from dictionary.pages.entry.view import entry, entry_by_code
from dictionary.pages.glossary.view import glossary
from dictionary.pages.home.view import home
from dictionary.pages.index.view import index
from dictionary.pages.search.view import search_page
from dictionary.pages.symptoms.view import symptom, symptom_index
from dictionary.pages.views.view import view

urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("dictionary/", index, name="index"),
    path("dictionary/<slug:slug>/", chapter, name="chapter"),
    path("compare/", compare, name="compare"),
    path("e/<slug:slug>/", entry, name="entry"),
    path("e/<slug:slug>.<slug:suffix>", entry_export, name="entry-export"),
    re_path(r"^LY-(?P<number>[0-9]{4})/?$", entry_by_code, name="entry-by-code"),
    path("symptoms/", symptom_index, name="symptoms"),
    path("s/<slug:slug>/", symptom, name="symptom"),
    path("checks/", check_index, name="checks"),
    path("checks/<slug:slug>/", check, name="check"),
    path("search/", search_page, name="search"),
    path("glossary/", glossary, name="glossary"),
    path("views/<slug:slug>/", view, name="view"),
    path("accuracy/", accuracy_pages.accuracy, name="accuracy"),
    path("accuracy/misses/", accuracy_pages.misses, name="accuracy-misses"),
    path("accuracy/rules/", accuracy_pages.rules, name="accuracy-rules"),
    path("accuracy.json", accuracy_pages.as_json, name="accuracy-json"),
]
