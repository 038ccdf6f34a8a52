import pytest

from quizzes import attempts, show


@pytest.fixture
def attempt(dictionary, quiz):
    return attempts.start(quiz, "a" * 64)


def items(attempt):
    return list(attempts.items_of(attempt))


def right_answer(item):
    return {"option": item.scoring["key"]}


def test_an_open_question_fills_in_the_stored_answer(attempt):
    item = items(attempt)[0]
    attempts.answer(item, right_answer(item), 0)

    question = show.open_question(items(attempt)[0])

    assert question.revision == 1
    assert [option.id for option in question.content.options if option.is_chosen] == [
        item.scoring["key"]
    ]


def test_an_answer_that_was_not_stored_goes_before_the_stored_one(attempt):
    item = items(attempt)[0]
    attempts.answer(item, right_answer(item), 0)
    other = next(
        option["id"] for option in item.body["options"] if option["id"] != item.scoring["key"]
    )

    question = show.open_question(items(attempt)[0], {"option": other})

    assert [option.id for option in question.content.options if option.is_chosen] == [other]


def test_a_question_names_the_template_and_scripts_of_its_kind(attempt):
    question = show.open_question(items(attempt)[0])
    assert question.template == "quizzes/kinds/symptoms_to_term.html"
    assert question.scripts == ("js/quiz.js",)
    assert not question.is_solved


def test_a_solved_question_has_its_mark(attempt):
    first, *_ = items(attempt)
    attempts.answer(first, right_answer(first), 0)

    solved = [show.solved_question(item, {}) for item in items(attempt)[:2]]

    assert [(question.mark.points, question.is_answered) for question in solved] == [
        (1, True),
        (0, False),
    ]
    assert all(question.is_solved for question in solved)


def test_lines_tell_questions_apart_and_say_the_answers(attempt):
    first = items(attempt)[0]
    attempts.answer(first, right_answer(first), 0)

    answered, _, fix, *_ = show.lines(items(attempt))

    texts = {option["id"]: option["text"] for option in first.body["options"]}
    assert (answered.answer, answered.is_answered) == (texts[first.scoring["key"]], True)
    assert answered.outline == first.body["shown"][0]
    assert (fix.answer, fix.is_answered) == ("", False)
    assert fix.outline == items(attempt)[2].prompt


def test_steps_mark_the_question_of_now_and_the_answered(attempt):
    first = items(attempt)[0]
    attempts.answer(first, right_answer(first), 0)

    steps = show.steps(items(attempt), now=2)

    assert [step.is_answered for step in steps] == [True, False, False, False, False, False]
    assert [step.position for step in steps if step.is_now] == [2]
