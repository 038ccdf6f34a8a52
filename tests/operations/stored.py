"""An attempt as a visitor leaves it, for tests of what is stored."""

from quizzes.models import Attempt, AttemptItem, Learner, Quiz, Response


def stored_attempt(answers=2, key="a" * 64):
    learner, _ = Learner.objects.get_or_create(key_hash=key)
    quiz = Quiz.objects.first() or Quiz.objects.create(slug="mixed", title="Mixed", kinds=["x"])
    attempt = Attempt.objects.create(quiz=quiz, learner=learner, seed=7, edition="e" * 64)
    for position in range(answers):
        item = AttemptItem.objects.create(
            attempt=attempt,
            position=position,
            kind="definition-to-term",
            entry="overfitting",
            prompt="What is it? \u2028 ü",
            body={"options": ["a", "b"], "weights": [0.1, 1e-300]},
            scoring={"right": "a"},
        )
        Response.objects.create(item=item, answer={"chosen": "b"}, revision=3)
    return attempt
