from django.urls import URLPattern, path, re_path
from drf_spectacular.views import SpectacularAPIView

from diagnostics_api.page import view
from diagnostics_api.rest import docs, lists
from diagnostics_api.rest.diagnoses import DiagnosesView
from diagnostics_api.rest.problems import not_found

urlpatterns: list[URLPattern] = [
    path("diagnose/", view.diagnose, name="diagnose"),
    path("api/v1/diagnoses/", DiagnosesView.as_view(), name="api-diagnoses"),
    path("api/v1/failure-modes/", lists.FailureModesView.as_view(), name="api-failure-modes"),
    path(
        "api/v1/failure-modes/<slug:slug>/",
        lists.FailureModeView.as_view(),
        name="api-failure-mode",
    ),
    path("api/v1/chapters/", lists.ChaptersView.as_view(), name="api-chapters"),
    path("api/v1/symptoms/", lists.SymptomsView.as_view(), name="api-symptoms"),
    path("api/v1/symptoms/<slug:slug>/", lists.SymptomView.as_view(), name="api-symptom"),
    path("api/v1/checks/", lists.ChecksView.as_view(), name="api-checks"),
    path("api/v1/quizzes/", lists.QuizzesView.as_view(), name="api-quizzes"),
    path("api/schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("api/docs/", docs.DocsView.as_view(), name="api-docs"),
    re_path(r"^api(?:/(?P<rest>(?s:.*)))?\Z", not_found, name="api-not-found"),
]
