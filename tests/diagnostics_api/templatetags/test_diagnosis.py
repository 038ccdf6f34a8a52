import pytest

from diagnostics_api.templatetags.diagnosis import inline_code, sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the loss", "The loss"), ("val_loss is", "val_loss is"), ("", ""), ("x.y is", "x.y is")],
)
def test_sentence(text, expected):
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a `b<` c", "a <code>b&lt;</code> c"), ("a ` b <i>", "a ` b &lt;i&gt;"), ("", "")],
)
def test_inline_code(text, expected):
    assert inline_code(text) == expected
