from quizzes.models import Quiz


def test_live_quizzes_are_listed_with_their_kinds(client, loaded):
    rows = client.get("/api/v1/quizzes/").json()["results"]

    live = Quiz.objects.filter(status=Quiz.Status.LIVE)
    assert [row["slug"] for row in rows] == [quiz.slug for quiz in live]
    assert all(set(row) == {"slug", "title", "mode", "kinds"} for row in rows)


def test_other_quizzes_are_not_listed(client, loaded):
    Quiz.objects.update(status="draft")

    assert client.get("/api/v1/quizzes/").json()["count"] == 0
