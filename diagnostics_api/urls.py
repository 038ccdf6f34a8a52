from __future__ import annotations

from django.urls import URLPattern, path, re_path
from drf_spectacular.views import SpectacularAPIView

from diagnostics_api.kept.shared_views import delete_shared, shared_answer, shared_report
from diagnostics_api.kept.views import own_answer, own_report, share_answer
from diagnostics_api.page.view import diagnose
from diagnostics_api.rest.diagnoses import DiagnosesView
from diagnostics_api.rest.docs import DocsView
from diagnostics_api.rest.lists.chapters import ChaptersView
from diagnostics_api.rest.lists.checks import ChecksView
from diagnostics_api.rest.lists.failure_modes import FailureModesView, FailureModeView
from diagnostics_api.rest.lists.quizzes import QuizzesView
from diagnostics_api.rest.lists.symptoms import SymptomsView, SymptomView
from diagnostics_api.rest.problems import not_found

urlpatterns: list[URLPattern] = [
    path("diagnose/", diagnose, name="diagnose"),
    path("diagnose/answers/<str:address>/", own_answer, name="diagnose-answer"),
    path("diagnose/answers/<str:address>/share/", share_answer, name="diagnose-share"),
    path("diagnose/answers/<str:address>/report.json", own_report, name="diagnose-report"),
    path("diagnose/shared/<str:address>/", shared_answer, name="diagnose-shared"),
    path(
        "diagnose/shared/<str:address>/report.json",
        shared_report,
        name="diagnose-shared-report",
    ),
    path("diagnose/shared/<str:address>/delete/", delete_shared, name="diagnose-delete"),
    path("api/v1/diagnoses/", DiagnosesView.as_view(), name="api-diagnoses"),
    path("api/v1/failure-modes/", FailureModesView.as_view(), name="api-failure-modes"),
    path(
        "api/v1/failure-modes/<slug:slug>/",
        FailureModeView.as_view(),
        name="api-failure-mode",
    ),
    path("api/v1/chapters/", ChaptersView.as_view(), name="api-chapters"),
    path("api/v1/symptoms/", SymptomsView.as_view(), name="api-symptoms"),
    path(
        "api/v1/symptoms/<slug:slug>/",
        SymptomView.as_view(),
        name="api-symptom",
    ),
    path("api/v1/checks/", ChecksView.as_view(), name="api-checks"),
    path("api/v1/quizzes/", QuizzesView.as_view(), name="api-quizzes"),
    path("api/schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("api/docs/", DocsView.as_view(), name="api-docs"),
    re_path(r"^api(?:/(?P<rest>(?s:.*)))?\Z", not_found, name="api-not-found"),
]
