from content import schema
from diagnostics_api.page.shown_fixes import fixes_of
from tests.diagnostics_api.small import small_published

ENTRY = small_published().library.entries["rate-too-high"]


def with_fix(**changes):
    fix = ENTRY.fixes[0].model_copy(update=changes)
    (shown,) = fixes_of(ENTRY.model_copy(update={"fixes": [fix]}))
    return shown


def test_a_fix_shows_its_text_as_html():
    assert "<p>Use <em>less</em>.</p>" in with_fix(text="Use *less*.", snippets=[]).html


def test_a_fix_shows_its_code_by_framework():
    snippet = schema.Snippet(framework="pytorch", code="rate = 1")
    shown = with_fix(text="Less.", snippets=[snippet])

    assert "PyTorch" in shown.html
    assert "rate" in shown.html
    assert "<pre" in shown.html


def test_text_of_a_fix_is_escaped():
    assert "<script>" not in with_fix(text="a <script> b", snippets=[]).html


def test_fixes_keep_their_order():
    assert [shown.fix for shown in fixes_of(ENTRY)] == list(ENTRY.fixes)
