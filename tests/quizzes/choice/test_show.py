from quizzes.choice.show import show_open, show_solved
from quizzes.records import Question

QUESTION = Question(
    prompt="Which?",
    body={
        "shown": ["Text"],
        "options": [{"id": "aaaa", "text": "One"}, {"id": "bbbb", "text": "Two"}],
    },
    scoring={
        "key": "aaaa",
        "points": 1,
        "why": {"aaaa": "It is.", "bbbb": "It is not."},
        "entries": {"aaaa": "one", "bbbb": "two"},
    },
)


def test_the_open_choice_marks_what_is_chosen():
    content = show_open(QUESTION.body, {"option": "bbbb"})

    assert content.shown == ["Text"]
    assert [option.number for option in content.options] == [1, 2]
    assert [option.is_chosen for option in content.options] == [False, True]


def test_without_an_answer_nothing_is_marked():
    assert not any(option.is_chosen for option in show_open(QUESTION.body, None).options)
    assert not any(option.is_chosen for option in show_solved(QUESTION, None, {}).options)


def test_the_solved_choice_explains_every_option():
    content = show_solved(QUESTION, {"option": "bbbb"}, {"one": "Do one.", "two": "Do two."})

    assert [(option.is_key, option.is_chosen) for option in content.options] == [
        (True, False),
        (False, True),
    ]
    assert [option.why for option in content.options] == ["It is.", "It is not."]
    assert [option.entry for option in content.options] == ["one", "two"]
    assert [option.solution for option in content.options] == ["Do one.", ""]


def test_entries_that_are_not_published_are_not_linked():
    assert [option.entry for option in show_solved(QUESTION, None, {"two": ""}).options] == [
        "",
        "two",
    ]
