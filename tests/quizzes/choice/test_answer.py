import pytest

from quizzes.choice.answer import answer_text, outline, read_answer
from quizzes.kind import AnswerError

BODY = {
    "shown": ["A text", "More"],
    "options": [{"id": "aaaa", "text": "One"}, {"id": "bbbb", "text": "Two"}],
}


def test_the_chosen_option_is_read():
    assert read_answer(BODY, {"option": ["bbbb"]}) == {"option": "bbbb"}
    assert answer_text(BODY, {"option": "bbbb"}) == "Two"


@pytest.mark.parametrize("form", [{}, {"option": [""]}])
def test_without_a_choice_there_is_no_answer(form):
    assert read_answer(BODY, form) is None


@pytest.mark.parametrize("sent", ["cccc", "AAAA", "One", "aaaa ", "\u0663"])
def test_an_option_of_another_question_is_refused(sent):
    with pytest.raises(AnswerError, match="does not fit the question"):
        read_answer(BODY, {"option": [sent]})


def test_the_outline_is_the_first_text_shown():
    assert outline(BODY) == "A text"
    assert outline({**BODY, "shown": []}) == ""
