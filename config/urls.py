from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("dictionary.urls")),
    path("", include("quizzes.urls")),
    path("", include("diagnostics_api.urls")),
]
