from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.observe.code.findings import MAX_FINDINGS, read_code
from engine.observe.code.rules import RULES
from engine.run import Case, Snippet
from tests.engine.observe.code.rules.fragments import SPECIMENS
from tests.together import together

FIXTURES = SPECIMENS.parent
LOOP = """for x, y in loader:
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
GOOD = sorted(path.parent.name for path in SPECIMENS.glob("*/good.py"))
LEAST_FOUND = 45  # bad programs of the executed pairs; 47 were found when this was written


def found(*texts):
    return read_code(Case(code=tuple(Snippet(f"{n}.py", 1, text) for n, text in enumerate(texts))))


def test_a_finding_says_what_where_and_why():
    [finding] = found(LOOP)

    assert finding.rule == "gradients-not-cleared"
    assert finding.failure_mode == "missing-zero-grad"
    assert 0.9 < finding.certainty <= 1
    assert (finding.name, finding.line) == ("0.py", 3)
    assert finding.quoted == "loss.backward()"
    assert finding.sentence.endswith(".")


def test_inputs_are_programs_of_their_own():
    assert [finding.name for finding in found(LOOP, "x = 1", LOOP)] == ["0.py", "2.py"]


def test_snippets_of_one_input_belong_together():
    first = Snippet("log", 2, "net = nn.Sequential(nn.Linear(2, 2), nn.Softmax(dim=1))")
    second = Snippet("log", 9, "loss = F.cross_entropy(net(x), y)")

    assert [finding.line for finding in read_code(Case(code=(first, second)))] == [9]
    assert read_code(Case(code=(first,))) == ()


def test_findings_of_one_rule_are_few():
    text = "\n".join("x = (x / 255).long()" for _ in range(50))

    assert len(found(text)) == MAX_FINDINGS


def test_unit_tests_of_libraries_are_left_out():
    indented = "".join(f"    {line}\n" for line in LOOP.splitlines())

    assert found(f"def test_step():\n{indented}    assert loss\n") == ()
    assert found(f"def test(model):\n{indented}")


@pytest.mark.parametrize(
    "text",
    [
        f"total = 0\n{LOOP}    total += {' + '.join(['loss'] * 2500)}\n",
        f"y = {' + '.join(['[0] * 5'] * 2000)}\na_train, a_test = y[:5], y[5:]\n",
        f"m.fit(x{'.a()' * 2500})\nm.predict(x_test{'.b()' * 2500})\n",
        f"a = {'-' * 3000}1\nAdam(p, weight_decay=a)\n",
    ],
)
def test_deep_expressions_are_read(text):
    assert len(found(text)) <= 2


def test_no_program_text_has_no_findings():
    assert read_code(Case()) == ()
    assert found("") == ()


def test_rules_have_names_of_their_own_and_known_entries():
    names = [rule.name for rule in RULES]
    planned = (FIXTURES / "planned.yaml").read_text(encoding="utf-8")
    known = {path.stem for path in Path(FIXTURES / "failure_modes").rglob("*.md")}

    assert len(set(names)) == len(names)
    for rule in RULES:
        assert rule.failure_mode in known or f"- slug: {rule.failure_mode}\n" in planned


@together("slug", GOOD)
def test_good_specimens_have_no_finding(slug):
    assert found((SPECIMENS / slug / "good.py").read_text(encoding="utf-8")) == ()


def test_bad_specimens_are_found_by_their_code_alone():
    programs = [(SPECIMENS / slug / "bad.py").read_text(encoding="utf-8") for slug in GOOD]

    assert sum(bool(found(program)) for program in programs) >= LEAST_FOUND


@settings(max_examples=50)
@given(st.data())
def test_any_cut_of_a_program_is_read(data):
    slug = data.draw(
        st.sampled_from(["double-softmax", "missing-zero-grad", "vanishing-gradients"])
    )
    text = (SPECIMENS / slug / "bad.py").read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert all(finding.line >= 1 for finding in found(text[start:end]))
