import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dictionary.models import FailureMode
from dictionary.search import find, rebuild_index, search
from tests import factories

pytestmark = pytest.mark.usefixtures("library")


def first(query):
    return search(query)[0].url


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("overfitting", "/e/overfitting/"),
        ("overfits", "/e/overfitting/"),
        ("overf", "/e/overfitting/"),
        ("OVERFIT", "/e/overfitting/"),
        ("high variance", "/e/overfitting/"),
        ("vanishi", "/e/vanishing-gradients/"),
        ("vanish gradient", "/e/vanishing-gradients/"),
        ("gradients vanishing", "/e/vanishing-gradients/"),
        ("learning rate too hi", "/e/learning-rate-too-high/"),
        ("lr too high", "/e/learning-rate-too-high/"),
        ("oom", "/e/gpu-out-of-memory/"),
        ("nan", "/e/nan-loss/"),
        ("jumping all over", "/s/loss-oscillates/"),
        ("sweep learning rate", "/checks/rate-sweep/"),
        ("first layers stand still", "/e/vanishing-gradients/"),
    ],
)
def test_stems_beginnings_other_names_and_texts_are_found(query, expected):
    assert first(query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "CUDA out of memory. Tried to allocate 2.00 GiB",
        "RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 7.93 GiB total "
        "capacity)",
        'Traceback (most recent call last):\n  File "train.py", line 12, in <module>\n    '
        "loss.backward()\n"
        "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 512.00 MiB. GPU has "
        "a total capacity of\n" * 40,
    ],
)
def test_a_pasted_error_is_found(query):
    assert first(query) == "/e/gpu-out-of-memory/"


def test_an_entry_stands_before_a_symptom_of_the_same_name():
    symptom = factories.SymptomFactory(
        slug="memory-error", statement="The device runs out of memory."
    )
    factories.PhrasingFactory(
        symptom=symptom, text="CUDA out of memory. Tried to allocate 2.00 GiB"
    )
    factories.IndicationFactory(
        symptom=symptom, failure_mode=FailureMode.objects.get(slug="gpu-out-of-memory")
    )
    rebuild_index()
    factories.EditionFactory()
    urls = [hit.url for hit in search("CUDA out of memory. Tried to allocate 2.00 GiB")]
    assert urls[:2] == ["/e/gpu-out-of-memory/", "/s/memory-error/"]


def test_whole_words_stand_before_longer_ones():
    factories.FailureModeFactory(
        slug="missing-zero-grad", term="Missing zero_grad", summary="Sums of steps. grad zero"
    )
    factories.FailureModeFactory(
        slug="many", term="Gradients near zero", summary="gradient gradients grading zero zero"
    )
    rebuild_index()
    factories.EditionFactory()
    assert first("zero_grad") == "/e/missing-zero-grad/"


@pytest.mark.parametrize(
    ("query", "corrected", "expected"),
    [
        ("vanising gradint", "vanishing gradients", "/e/vanishing-gradients/"),
        ("overtifting", "overfitting", "/e/overfitting/"),
        ("lerning rate", "learning rate", "/e/learning-rate-too-high/"),
    ],
)
def test_a_mistyped_word_is_corrected_and_told(query, corrected, expected):
    found = find(query)
    assert found.corrected == corrected
    assert expected in [hit.url for hit in found.hits[:3]]


def test_what_is_found_as_typed_is_not_corrected():
    assert find("overfitting").corrected == ""


def test_the_number_of_an_entry_finds_it_first():
    code = FailureMode.objects.get(slug="nan-loss").code
    assert first(code) == first(code.lower()) == "/e/nan-loss/"


def test_the_exact_name_stands_before_what_begins_so():
    factories.FailureModeFactory(slug="longer", term="Overfitting to the validation set")
    rebuild_index()
    factories.EditionFactory()
    assert [hit.url for hit in search("overfitting")[:2]] == ["/e/overfitting/", "/e/longer/"]


def test_all_words_stand_before_some():
    urls = [hit.url for hit in search("loss swings")]
    assert set(urls[:2]) == {"/s/loss-oscillates/", "/e/learning-rate-too-high/"}


@pytest.mark.parametrize(
    "query", ["", "   ", "💥", "!!! ???", "()", '"', "''", "\x00", "\N{ZERO WIDTH SPACE}"]
)
def test_a_text_without_words_finds_nothing(query):
    assert search(query) == []


@pytest.mark.parametrize("query", ["qqqqqqqq", "xkcdxkcd zzzz"])
def test_words_that_nothing_holds_find_nothing(query):
    found = find(query)
    assert found.hits == []
    assert found.corrected == ""


@pytest.mark.parametrize(
    "query",
    [
        'overfitting"',
        "overfitting AND",
        "NOT overfitting",
        "NEAR(overfitting)",
        "title:overfitting",
        "overfitting*",
        "-overfitting",
        "overfitting & | ! <->",
        "overfitting'); DROP TABLE dictionary_search; --",
        "overfitting \\ % _ {}",
        "overfitting\x00",
    ],
)
def test_operators_of_the_databases_are_only_text(query):
    assert any(hit.url == "/e/overfitting/" for hit in search(query))


@pytest.mark.parametrize(
    "query", ["overfitting " * 900, "x" * 10_000, "é" * 10_000, "a b c d e f g h i j k " * 800]
)
def test_ten_thousand_characters_are_no_error(query):
    assert len(search(query)) <= 30


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=80))
def test_any_text_is_searched(query):
    for hit in search(query):
        assert hit.url.startswith(("/e/", "/s/", "/checks/"))


def test_what_was_looked_for_is_marked_and_all_else_escaped():
    factories.FailureModeFactory(
        slug="hostile", term="<b>Bold</b> & overfits", summary="<script>alert(1)</script> x"
    )
    rebuild_index()
    factories.EditionFactory()
    [hit] = [hit for hit in search("bold") if hit.url == "/e/hostile/"]
    assert hit.title_html == "&lt;b&gt;<mark>Bold</mark>&lt;/b&gt; &amp; overfits"
    assert "<script" not in hit.snippet_html


def test_the_snippet_is_the_sentence_that_holds_the_words():
    [hit] = [hit for hit in search("valley wide") if hit.url == "/e/overfitting/"]
    assert (
        hit.snippet_html == "The step is longer than the <mark>valley</mark> is <mark>wide</mark>."
    )


def test_drafts_and_symptoms_without_entries_are_not_found():
    factories.SymptomFactory(slug="unused", statement="A zebra is seen.")
    rebuild_index()
    assert all("hidden" not in hit.url for hit in search("hidden overfitting draft"))
    assert search("zebra") == []


def test_the_limit_holds():
    assert len(search("loss", limit=2)) == 2
    assert search("loss", limit=0) == []


def test_a_rebuilt_index_forgets_what_is_gone():
    FailureMode.objects.filter(slug="vanishing-gradients").delete()
    rebuild_index()
    factories.EditionFactory()
    assert all(hit.url != "/e/vanishing-gradients/" for hit in search("vanishing gradients"))


def test_a_search_takes_few_queries(django_assert_max_num_queries):
    search("warm up")
    with django_assert_max_num_queries(8):
        search("overfiting lerning")
