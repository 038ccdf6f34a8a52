"""The fast reader and the exact one say the same of every text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostics_api.service.json_body import parse_body
from engine.read import ReadError
from engine.read.parts import json_text
from tests.together import together

documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
TEXTS = {
    "not finite": '{"a": [NaN, 1, -Infinity], "b": Infinity}',
    "colon in a text": '{"a": "say \\": no", "b": {"c\\":": 1}}',
    "key twice": '{"a": 1, "b": {"c": 1, "c": 2}}',
    "key twice in a list": '{"a": [{"b": 1, "b": 2}]}',
    "keys in a list of lists": '{"a": [[{"b": 1}], {"c": "d: e"}]}',
    "key twice, spaced": '{"a" : 1,\n "a"\n: 2}',
    "cut": '{"metrics": {"train_loss": [1, 2',
    "no number": '{"a": 01}',
    "digits": '{"a": ' + "1" * 5000 + "}",
    "half of a character": r'{"a": "\ud83d"}',
    "deep": "[" * 100_000,
    "two documents": '{"a": 1} {"b": 2}',
    "beyond the range": '{"a": 1e999}',
    "empty": "",
}


def said(parse, text):
    """Return the document, or the error, as something that can be compared."""
    try:
        return json.dumps(parse(text))
    except ReadError as error:
        return str(error)


@together("text", TEXTS.values())
def test_both_readers_say_the_same(text):
    assert said(parse_body, text) == said(json_text.parse, text)


@given(documents)
def test_any_document_comes_back(document):
    assert parse_body(json.dumps(document)) == document


def test_a_key_that_stands_twice_is_refused():
    with pytest.raises(ReadError, match="stands twice"):
        parse_body('{"metrics": {"loss": [1]}, "metrics": {}}')
