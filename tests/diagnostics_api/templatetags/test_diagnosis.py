import pytest

from diagnostics_api.templatetags.diagnosis import sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the loss", "The loss"), ("val_loss is", "val_loss is"), ("", ""), ("x.y is", "x.y is")],
)
def test_sentence(text, expected):
    assert sentence(text) == expected
