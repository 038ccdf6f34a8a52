from dictionary import models


def test_a_chapter_counts_its_published_entries(client, loaded):
    models.FailureMode.objects.filter(slug="rate-too-low").update(status="draft")

    (row,) = client.get("/api/v1/chapters/").json()["results"]

    assert row == {
        "slug": "optimization",
        "title": "Optimization",
        "summary": "What goes wrong in optimization.",
        "entries": 1,
        "url": "/dictionary/optimization/",
    }


def test_a_chapter_of_drafts_is_not_listed(client, loaded):
    models.FailureMode.objects.update(status="draft")

    assert client.get("/api/v1/chapters/").json()["results"] == []
