"""What the page of an entry shows, in its order."""

from types import SimpleNamespace

import pytest

from dictionary import queries
from dictionary.pages.entry.page import (
    ShownCheck,
    ShownFix,
    deciding_signs,
    first_check,
    first_fix,
    page_of,
    versions_of,
)
from tests import factories


def sign(pk, evoking, frequency=3):
    return SimpleNamespace(pk=pk, evoking=evoking, frequency=frequency)


def check(*verdicts):
    outcomes = [{"verdict": verdict, "result": f"it {verdict}"} for verdict in verdicts]
    return ShownCheck(SimpleNamespace(title="Look"), outcomes)


def fix(kind, *frameworks):
    snippets = [{"framework": framework} for framework in frameworks]
    return ShownFix(SimpleNamespace(kind=kind, snippets=snippets), causes=[], versions="")


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
    assert (whole.decides, half.decides) == (True, False)
    assert (whole.confirms, check("excludes").confirms) == ("it confirms", "")


def test_outcomes_stand_confirming_excluding_undecided(content):
    outcomes = [
        {"result": "c", "verdict": "undecided"},
        {"result": "b", "verdict": "excludes"},
        {"result": "a", "verdict": "confirms"},
    ]
    content["overfitting"].confirmations.all().delete()
    factories.ConfirmationFactory(failure_mode=content["overfitting"], outcomes=outcomes)

    page = page_of(queries.entry_with_parts().get(slug="overfitting"))

    assert [outcome["result"] for outcome in page.first_check.outcomes] == ["a", "b", "c"]


def test_the_first_fix_is_a_stopgap_with_code():
    bare, root, stopgap = fix("stopgap"), fix("root", "pytorch"), fix("stopgap", "keras")

    assert first_fix([bare, root, stopgap]) is stopgap
    assert first_fix([bare, root]) is root
    assert first_fix([bare]) is bare
    assert first_fix([]) is None


def test_a_sign_has_the_figure_of_the_recorded_run(content):
    entry = content["overfitting"]
    slug = entry.indications.first().symptom.slug
    entry.signs_svg = {slug: {"svg": "<svg></svg>", "text": "It is 3."}}
    entry.save()

    page = page_of(queries.entry_with_parts().get(slug="overfitting"))

    shown = {sign.indication.symptom.slug: (sign.figure, sign.measured) for sign in page.deciding}
    assert shown.pop(slug) == ("<svg></svg>", "It is 3.")
    assert set(shown.values()) <= {("", "")}


def test_related_entries_stand_before_after_or_beside(content):
    for number, kind in enumerate(("causes", "masks")):
        factories.RelationFactory(
            source=content["overfitting"], target=factories.entry(f"after-{number}"), type=kind
        )
    factories.RelationFactory(
        source=factories.entry("before"), target=content["overfitting"], type="causes"
    )

    page = page_of(queries.entry_with_parts().get(slug="overfitting"))

    assert "before" in [link.slug for link in page.causes_of]
    assert "after-0" in [link.slug for link in page.leads_to]
    assert "after-1" in [link.slug for link in page.beside]
    assert len(page.related) == len(page.causes_of) + len(page.leads_to) + len(page.beside)


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

    assert [shown.causes for shown in page.fixes] == [[], [(2, "b", "B")], []]
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
