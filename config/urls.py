from django.contrib import admin
from django.urls import include, path

from config import health, sitemap
from operations.metrics.view import metrics

urlpatterns = [
    path("admin/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("", include("web.urls")),
    path("", include("dictionary.urls")),
    path("", include("quizzes.urls")),
    path("", include("diagnostics_api.urls")),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler500 = "config.errors.server_error"
