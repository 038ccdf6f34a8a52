import pytest

from dictionary.editions import edition_in_force
from quizzes.attempts import keep, start
from quizzes.models import Quiz


def test_quizzes_are_edited(admin_client, quiz):
    address = f"/admin/quizzes/quiz/{quiz.pk}/change/"
    values = {
        "slug": "mixed",
        "title": "All of it",
        "summary": "All.",
        "mode": "practice",
        "status": "live",
    }
    wrong = admin_client.post(address, {**values, "position": "0", "kinds": ["riddle"]})
    assert "riddle is not one of the available choices" in wrong.content.decode()
    assert (
        admin_client.post(
            address, {**values, "position": "0", "kinds": ["term-to-fix"]}
        ).status_code
        == 302
    )
    changed = Quiz.objects.get(slug="mixed")
    assert (changed.title, changed.kinds) == ("All of it", ["term-to-fix"])


@pytest.mark.parametrize(
    ("ticked", "kept"),
    [
        (
            ["definition-to-term", "symptoms-to-term", "term-to-fix"],
            ["symptoms-to-term", "definition-to-term", "term-to-fix"],
        ),
        (["definition-to-term", "symptoms-to-term"], ["symptoms-to-term", "definition-to-term"]),
    ],
)
def test_an_edit_keeps_the_order_of_the_kinds(admin_client, quiz, ticked, kept):
    """The boxes are sent in the order of KINDS, which is not that of the quiz."""
    values = {"title": "All of it", "summary": "All.", "mode": "practice", "status": "live"}

    admin_client.post(
        f"/admin/quizzes/quiz/{quiz.pk}/change/", {**values, "position": "0", "kinds": ticked}
    )

    assert Quiz.objects.get(slug="mixed").kinds == kept


def test_a_new_quiz_has_the_kinds_that_were_ticked(admin_client, db):
    values = {"slug": "new", "title": "New", "summary": "New.", "mode": "practice"}

    admin_client.post(
        "/admin/quizzes/quiz/add/",
        {**values, "status": "live", "position": "9", "kinds": ["term-to-fix"]},
    )

    assert Quiz.objects.get(slug="new").kinds == ["term-to-fix"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"slug": "Mixed_Bag"}, "Use small letters and digits"),
        ({"slug": "a--b"}, "Use small letters and digits"),
        ({"title": "A bit of everything"}, "Another quiz has this title."),
    ],
)
def test_what_the_content_file_refuses_is_refused(admin_client, quizzes, change, message):
    values = {"slug": "new", "title": "New", "summary": "New.", "mode": "practice"}

    page = admin_client.post(
        "/admin/quizzes/quiz/add/",
        {**values, "status": "live", "position": "9", "kinds": ["term-to-fix"], **change},
    )

    assert message in page.content.decode()
    assert Quiz.objects.count() == len(quizzes)


def test_an_edited_quiz_makes_a_new_edition(admin_client, dictionary, quiz):
    before = edition_in_force()
    values = {
        "title": "All of it",
        "summary": "All.",
        "mode": "practice",
        "status": "live",
        "position": "0",
    }

    admin_client.post(
        f"/admin/quizzes/quiz/{quiz.pk}/change/", {**values, "kinds": ["term-to-fix"]}
    )

    assert edition_in_force().is_edited
    assert edition_in_force().content_hash != before.content_hash


def test_the_slug_of_a_quiz_is_fixed(admin_client, quiz):
    values = {
        "title": "All of it",
        "summary": "All.",
        "mode": "practice",
        "status": "live",
        "position": "0",
    }
    admin_client.post(
        f"/admin/quizzes/quiz/{quiz.pk}/change/",
        {**values, "slug": "other", "kinds": ["term-to-fix"]},
    )
    assert Quiz.objects.get(pk=quiz.pk).slug == "mixed"


def test_attempts_are_only_looked_at(admin_client, dictionary, quiz):
    attempt = start(quiz, "a" * 64)
    keep(attempt)
    address = f"/admin/quizzes/attempt/{attempt.pk}/change/"
    page = admin_client.get(address)
    assert page.status_code == 200
    assert attempt.learner.key_hash not in page.content.decode()
    assert admin_client.post(address, {"score": "9"}).status_code == 403
    assert admin_client.get("/admin/quizzes/attempt/add/").status_code == 403
