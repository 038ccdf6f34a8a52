from __future__ import annotations

from drf_spectacular.views import SpectacularSwaggerSplitView


class DocsView(SpectacularSwaggerSplitView):
    """The script stands at an address of its own, so that the page holds none inline."""

    template_name = "diagnostics/api_docs.html"
    url_name = "api-schema"
