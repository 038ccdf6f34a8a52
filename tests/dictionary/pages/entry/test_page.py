"""What the page of an entry shows, in its order."""

from types import SimpleNamespace

import pytest

from dictionary import queries
from dictionary.pages.entry.page import deciding_signs, first_check, page_of, versions_of
from tests import factories


def sign(pk, evoking, frequency=3):
    return SimpleNamespace(pk=pk, evoking=evoking, frequency=frequency)


def check(*verdicts):
    return SimpleNamespace(outcomes=[{"verdict": verdict} for verdict in verdicts])


@pytest.mark.parametrize(
    ("strengths", "deciding"),
    [
        ([1, 5, 4, 3], [5, 4]),
        ([5, 5, 4, 4], [5, 5, 4]),
        ([1, 3, 2, 2], [3, 2, 2]),
        ([], []),
    ],
)
def test_at_most_three_signs_decide(strengths, deciding):
    signs = [sign(pk, evoking) for pk, evoking in enumerate(strengths)]

    assert [each.evoking for each in deciding_signs(signs)] == deciding


def test_the_first_check_can_confirm_and_exclude():
    half, whole = check("confirms", "undecided"), check("confirms", "excludes")

    assert first_check([half, whole]) is whole
    assert first_check([half]) is half
    assert first_check([]) is None


def test_versions_are_told_where_a_name_is_gone():
    fix = SimpleNamespace(
        apis=[
            {"name": "torch.a", "package": "torch", "since": "2.0"},
            {"name": "torch.b", "package": "torch", "since": "2.0", "until": "2.9"},
        ]
    )

    assert versions_of(fix) == "torch.b: torch 2.0 to 2.9."
    assert versions_of(SimpleNamespace(apis=[])) == ""


def test_fixes_name_the_numbers_of_their_causes(content):
    entry = content["overfitting"]
    entry.causes = [{"key": "a", "text": "A."}, {"key": "b", "text": "B."}]
    entry.save()
    entry.fixes.filter(kind="root").update(for_cause=["b", "gone"])

    page = page_of(queries.entry_with_parts().get(slug="overfitting"))

    assert [shown.causes for shown in page.fixes] == [[], [(2, "b")], []]
    assert not page.has_snippets


def test_slugs_are_named(content):
    factories.PlannedFactory(slug="early-one")
    entry = content["overfitting"]
    entry.points_to = "underfitting"
    entry.find_the_cause = [{"result": "R", "cause": "C", "entry": "early-one"}]
    entry.boundaries = [{"text": "T", "failure_mode": "nothing"}]
    entry.save()

    page = page_of(queries.entry_with_parts().get(slug="overfitting"))

    assert page.points_to.url == "/e/underfitting/"
    assert page.find_the_cause[0]["entry"].term == "Early one"
    assert page.boundaries == [{"text": "T", "entry": None}]
