from benchmarks.bm25 import Bm25


def test_bm25_ranks_the_document_with_the_rare_word_first():
    index = Bm25({"one": "loss loss nan", "two": "loss goes up", "three": "memory"})

    assert index.ranked("nan loss")[0] == "one"
    assert index.ranked("unknown") == ["one", "three", "two"]
