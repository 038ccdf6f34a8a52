import re

import pytest

from content.programs import snippets_to_html
from tests import factories


@pytest.fixture
def text(client, content):
    return client.get("/e/overfitting/").content.decode()


def test_sections_stand_in_the_order_that_a_person_in_an_incident_needs(text):
    order = re.findall(r'<(?:h2|section)[^>]* id="([a-z-]+)"', text)
    first_screen = ["act-first", "rescue", "rescue-title", "act-now"]
    assert order[:4] == first_screen
    assert order[4:] == [
        "symptoms",
        "confirm",
        "causes",
        "fix",
        "look-alikes",
        "why",
        "example",
        "references",
    ]
    [bar] = re.findall(r'<nav class="toc".+?</nav>', text, re.DOTALL)
    assert re.findall(r'href="#([a-z-]+)"', bar) == order[4:]
    assert 'href="/diagnose/"' in bar


def test_the_first_screen_has_name_shape_and_three_answers(text):
    places = [
        text.index("<h1>Overfitting"),
        text.index('<figure class="entry-shape">'),
        text.index("Is it this?"),
        text.index("Can I save this run?"),
        text.index("What do I do now?"),
        text.index('<nav class="toc"'),
        text.index('id="symptoms"'),
    ]
    assert places == sorted(places)


def test_the_first_screen_says_what_confirms_what_excludes_and_what_to_copy(client, content):
    fix = content["overfitting"].fixes.get(kind="stopgap")
    fix.snippets = [{"framework": "pytorch", "code": "a < b\n"}]
    fix.save()
    factories.ConfirmationFactory(failure_mode=content["overfitting"], position=0)

    text = client.get("/e/overfitting/").content.decode()

    [act] = re.findall(r'<div class="act">.+?<nav class="toc"', text, re.DOTALL)
    assert "<b>Yes:</b>" in act
    assert "<b>No:</b>" in act
    assert f"Stopgap: {fix.title}, PyTorch" in " ".join(act.split())
    assert "a &lt; b" in act


def test_symptoms_carry_their_frequency_and_what_speaks_against_stands_apart(text):
    assert re.search(r'class="often-fill"\s+width="80%"[^>]*/></svg>usually', text)
    assert text.index("Is it really this?") < text.index("Speaks against it")


def test_fixes_stand_now_root_prevention(text):
    assert re.findall(r'<p class="label">(Now|Root|Prevent)</p>', text) == [
        "Now",
        "Root",
        "Prevent",
    ]


def test_links_between_entries_are_read_from_both_sides(client, content):
    assert "Causes" in client.get("/e/underfitting/").content.decode()
    nan_loss = client.get("/e/nan-loss/").content.decode()
    assert "Caused by" in nan_loss
    assert 'href="/e/underfitting/"' in nan_loss


def test_a_link_to_a_draft_is_left_out(client, content):
    draft = factories.entry("hidden-draft", status="draft")
    factories.RelationFactory(source=content["overfitting"], target=draft, type="causes")
    factories.RelationFactory(source=draft, target=content["overfitting"], type="masks")
    assert "hidden-draft" not in client.get("/e/overfitting/").content.decode()


def test_an_entry_without_example_and_curve_has_neither_section(client, content):
    factories.entry("bare", example_bad="", curve_preset="", curve_alt="")
    text = client.get("/e/bare/").content.decode()
    assert 'id="example"' not in text
    assert "<figure" not in text
    assert 'href="#example"' not in text


def test_an_unknown_curve_is_no_figure(client, content):
    factories.entry("odd", curve_preset="no-such-shape")

    response = client.get("/e/odd/")

    assert response.status_code == 200
    assert "<figure" not in response.content.decode()


def test_the_entry_shows_what_was_recorded(client, content):
    entry = content["overfitting"]
    entry.recording_bad_svg = '<svg class="of-the-bad-run"></svg>'
    entry.save()

    text = client.get("/e/overfitting/").content.decode()

    [figure] = re.findall(r'<figure class="figure recorded">.+?</figure>', text, re.DOTALL)
    assert re.search(r'</span> Fails</p>\s*<svg class="of-the-bad-run">', figure)
    assert text.count("Recorded from the programs below") == 1


def test_the_pager_leads_through_the_chapter(client, text):
    assert 'rel="next" class="pager-next" href="/e/underfitting/"' in text
    assert 'rel="prev"' not in text
    assert 'rel="prev" href="/e/overfitting/"' in client.get("/e/underfitting/").content.decode()


def test_head_names_address_and_twins(text):
    assert '<link rel="canonical" href="http://testserver/e/overfitting/">' in text
    assert '<meta property="og:title" content="Overfitting">' in text
    assert 'type="application/json" href="/e/overfitting.json"' in text
    assert 'type="text/markdown" href="/e/overfitting.md"' in text


@pytest.mark.parametrize("size", [1, 12])
def test_an_entry_takes_at_most_thirteen_queries(
    client, content, django_assert_max_num_queries, size
):
    for _ in range(size):
        factories.IndicationFactory(failure_mode=content["overfitting"])
        factories.ConfirmationFactory(failure_mode=content["overfitting"])
        factories.RelationFactory(
            source=content["overfitting"], target=factories.entry(f"next-{_}")
        )
    with django_assert_max_num_queries(13):
        client.get("/e/overfitting/")


@pytest.mark.parametrize(
    "path",
    [
        "/e/no-such-entry/",
        "/e/secret-draft/",
        "/e/secret-draft.json",
        "/e/secret-draft.md",
        "/LY-9999",
    ],
)
def test_what_is_not_published_is_not_found(client, content, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/LY-0001", "/LY-0001/"])
def test_the_number_leads_to_the_entry(client, content, path):
    response = client.get(path)
    assert response.status_code == 301
    assert response.url == "/e/overfitting/"


def test_a_retired_entry_leads_to_the_one_that_it_was_merged_into(client, content):
    factories.RetiredFactory(code="LY-0900", slug="old-name", survivor="overfitting")

    for path in ("/e/old-name/", "/LY-0900"):
        response = client.get(path)
        assert (response.status_code, response.url) == (301, "/e/overfitting/")
    assert client.get("/e/old-name.json").url == "/e/overfitting.json"


def test_a_retired_entry_without_a_published_survivor_is_not_found(client, content):
    factories.RetiredFactory(code="LY-0900", slug="old-name", survivor="secret-draft")

    assert client.get("/e/old-name/").status_code == 404
    assert client.get("/e/old-name.md").status_code == 404


def test_a_planned_entry_is_named_in_plain_words(client, content):
    factories.PlannedRelationFactory(
        source=content["overfitting"], planned__slug="noisy-one", note="It is normal."
    )
    causes = [{"key": "a", "text": "It is so.", "likelihood": "often", "entry": "noisy-one"}]
    content["overfitting"].causes = causes
    content["overfitting"].save()

    text = client.get("/e/overfitting/").content.decode()

    assert '<th scope="row">Noisy one' in text
    assert "<small>often, see Noisy one" in text
    assert "/e/noisy-one/" not in text
    assert "Noisy one" not in client.get("/dictionary/").content.decode()
    assert "noisy-one" not in client.get("/sitemap.xml").content.decode()
    assert client.get("/e/noisy-one/").status_code == 404


def test_a_pointer_has_definition_solution_and_a_link(client, content):
    factories.FailureModeFactory(
        slug="old-term", entry_class="pointer", points_to="overfitting", rescue="", causes=[]
    )

    text = client.get("/e/old-term/").content.decode()

    assert "The step is longer than the valley is wide." in text
    assert "Divide the learning rate by ten and start again." in text
    assert 'The entry on it is <a href="/e/overfitting/">Overfitting</a>' in text
    assert "Can I save this run?" not in text


def test_a_normal_page_shows_where_normal_ends(client, content):
    boundaries = [{"text": "The score falls.", "failure_mode": "overfitting"}]
    factories.FailureModeFactory(slug="rise", entry_class="normal", boundaries=boundaries)

    text = client.get("/e/rise/").content.decode()

    assert "Where normal ends" in text
    assert "The score falls." in text


def test_a_normal_page_speaks_of_a_healthy_run(client, content):
    normal = factories.FailureModeFactory(slug="rise", entry_class="normal")
    factories.IndicationFactory(failure_mode=normal)
    outcomes = [
        {"result": "It is level.", "verdict": "confirms"},
        {"result": "It stays behind.", "verdict": "excludes"},
    ]
    factories.ConfirmationFactory(failure_mode=normal, outcomes=outcomes)

    text = client.get("/e/rise/").content.decode()

    assert re.search(r'confirms"><dt>Normal</dt>\s*<dd>It is level.</dd>', text)
    assert re.search(r'check-result excludes">\s*<dt>Not normal</dt>', text)
    assert "Is it really normal?" in text
    for title in ("What you see", "Make sure in one step"):
        assert f">{title}<" in text
    assert "the share of such failures" not in text
    assert "Signs that decide" not in text


@pytest.mark.parametrize(("entry_class", "shown"), [("fault", True), ("habit", False)])
def test_why_no_program_shows_it_is_said_of_what_a_run_can_show(
    client, content, entry_class, shown
):
    factories.FailureModeFactory(
        slug="rise", entry_class=entry_class, no_specimen="It needs a cluster.", example_bad=""
    )

    assert ("It needs a cluster." in client.get("/e/rise/").content.decode()) == shown


def test_a_finding_shows_how_to_find_the_cause(client, content):
    row = {"result": "The norm climbs.", "cause": "exploding gradients", "entry": "underfitting"}
    factories.FailureModeFactory(slug="nan", entry_class="finding", find_the_cause=[row])

    text = client.get("/e/nan/").content.decode()

    assert "<td>The norm climbs.</td>" in text
    assert '<a href="/e/underfitting/">Underfitting</a>' in text


def test_fixes_show_their_code_cause_and_whether_to_start_again(client, content):
    fix = content["overfitting"].fixes.get(kind="root")
    fix.needs_rerun = "from scratch"
    fix.for_cause = ["batch-size"]
    fix.snippets = [{"framework": "pytorch", "code": "a = 1\nb = 2\nc = a + b\n"}]
    fix.snippets_html = snippets_to_html(fix.snippets)
    fix.save()

    text = client.get("/e/overfitting/").content.decode()

    assert '<a href="#cause-batch-size">cause 1</a>' in text
    assert re.search(r'<p class="note">\w+, start again</p>', text)
    assert '<p class="label">PyTorch</p>' in text
    assert "stand for your own" in text
