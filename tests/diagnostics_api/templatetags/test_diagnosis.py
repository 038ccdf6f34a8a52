import pytest

from diagnostics_api.templatetags.diagnosis import role_in_words, sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the loss", "The loss"), ("val_loss is", "val_loss is"), ("", ""), ("x.y is", "x.y is")],
)
def test_sentence(text, expected):
    assert sentence(text) == expected


def test_roles_have_plain_words():
    assert role_in_words("root") == "first cause"
    with pytest.raises(KeyError):
        role_in_words("other")
