from django.urls import path

from web import machines, security_txt, standing

urlpatterns = [
    path("about/", standing.about, name="about"),
    path("shortcuts/", standing.shortcuts, name="shortcuts"),
    path("favicon.ico", machines.favicon, name="favicon"),
    path("robots.txt", machines.robots, name="robots"),
    path("opensearch.xml", machines.opensearch, name="opensearch"),
    path(
        ".well-known/security.txt",
        security_txt.security_txt,
        name="security-txt",
    ),
]
