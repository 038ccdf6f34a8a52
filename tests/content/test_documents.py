from itertools import pairwise

from content import documents
from content.documents import Place, read_yaml
from tests.together import together

TEXT = """\
- name: one
  list:
    - a
    - b: 1
- name: two
"""


def test_every_value_knows_its_line():
    document, problems = read_yaml("x.yaml", TEXT)
    assert problems == []
    assert document.data == [{"name": "one", "list": ["a", {"b": 1}]}, {"name": "two"}]
    assert document.line((0, "list", 1, "b")) == 4
    assert document.line((1, "name")) == 5


def test_what_is_missing_has_the_line_of_what_is_around_it():
    document, _ = read_yaml("x.yaml", TEXT, first_line=10)
    assert document.line((0, "list", 7, "nothing")) == 11
    assert document.line(("nothing",)) == 10


@together(
    "text, line, message",
    [
        ("a: 1\nb: [1\n", 3, "not readable as YAML"),
        ("a: 1\n  b: 2\n", 2, "not readable as YAML: mapping values are not allowed"),
        ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' is given twice"),
        ("a: 1\n? [b]\n: 2\n", 2, "not readable as YAML: found unhashable key"),
        ("- &a\n  b: *a\n", 1, "not readable as YAML: aliases such as *name are not read"),
        ("- &a 1\n- *a\n", 1, "not readable as YAML: aliases such as *name are not read"),
        ("[" * 3000 + "]" * 3000, 1, "nested too deeply"),
        ("a: 2026-02-31\n", 1, "not readable as YAML: day is out of range"),
        (
            "a: !!python/object:os.system x\n",
            1,
            "not readable as YAML: could not determine a constructor",
        ),
    ],
)
def test_bad_yaml_is_a_problem_with_a_line(text, line, message):
    _, problems = read_yaml("x.yaml", text)
    [problem] = problems
    assert (problem.path, problem.line) == ("x.yaml", line)
    assert message in problem.message
    assert str(problem).startswith(f"x.yaml:{line}: ")


def test_an_empty_file_holds_nothing():
    document, problems = read_yaml("x.yaml", "# only a comment\n")
    assert (document.data, problems) == (None, [])


def test_nested_aliases_cost_no_more_than_their_text(monkeypatch):
    """Seven lists of nine aliases each stand for 9^7 values: they took five minutes."""
    names = "abcdefgh"
    lists = [f"  - &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in pairwise(names)]
    text = "\n".join(["- - &a 1", *lists])

    places = []
    monkeypatch.setattr(documents, "Place", lambda *place: places.append(place) or Place(*place))

    document, [problem] = read_yaml("checks.yaml", text)

    assert document.data is None
    assert "aliases" in problem.message
    assert len(places) < len(text)
