import pickle

from content.files import hash_files
from dictionary.loading.load import load
from dictionary.search.documents import documents_of
from dictionary.search.lexicon import build_lexicon, lexicon
from tests.small_content import small_content, small_files


def small_lexicon():
    return build_lexicon(documents_of(small_content()))


def test_an_empty_database_gives_an_empty_lexicon(db):
    assert lexicon() == build_lexicon([])


def test_the_lexicon_is_made_once_per_edition(db, django_assert_num_queries):
    load(small_content(), hash_files(small_files()))
    first = lexicon()

    with django_assert_num_queries(1):
        assert lexicon() is first


def test_names_lead_to_their_documents():
    assert small_lexicon().named("ly 0050") == ["/e/rate-too-high/"]
    assert small_lexicon().named("nothing of the kind") == []


def test_entries_stand_before_others_of_the_same_beginning():
    titled = small_lexicon().titled("l")

    assert titled == ["/checks/learning-rate-sweep/", "/s/loss-diverges/", "/s/loss-oscillates/"]
    assert small_lexicon().titled("rate") == ["/e/rate-too-high/", "/e/rate-too-low/"]


def test_the_order_of_documents_does_not_matter():
    documents = list(documents_of(small_content()))

    assert build_lexicon(documents[::-1]) == build_lexicon(documents)


def test_a_lexicon_can_be_kept_on_disk():
    assert pickle.loads(pickle.dumps(small_lexicon())) == small_lexicon()  # noqa: S301 (our own)
