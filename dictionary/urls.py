from django.urls import path, re_path

from dictionary import views

urlpatterns = [
    path("", views.home, name="home"),
    path("dictionary/", views.index, name="index"),
    path("dictionary/<slug:slug>/", views.chapter, name="chapter"),
    path("e/<slug:slug>/", views.entry, name="entry"),
    path("e/<slug:slug>.json", views.entry_json, name="entry-json"),
    path("e/<slug:slug>.md", views.entry_markdown, name="entry-markdown"),
    re_path(r"^LY-(?P<number>[0-9]{4})/?$", views.entry_by_code, name="entry-by-code"),
    path("symptoms/", views.symptom_index, name="symptoms"),
    path("s/<slug:slug>/", views.symptom, name="symptom"),
    path("checks/", views.check_index, name="checks"),
    path("checks/<slug:slug>/", views.check, name="check"),
    path("search/", views.search_page, name="search"),
    path("shortcuts/", views.shortcuts, name="shortcuts"),
    path("about/", views.about, name="about"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
]
