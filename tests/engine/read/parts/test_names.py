from engine import names
from engine.names import normalized
from engine.read.parts.names import Names, nested_endings


def test_endings_of_a_path_come_longest_first():
    assert list(nested_endings("a.b.c")) == ["a.b.c", "b.c", "c"]
    assert list(nested_endings("a")) == ["a"]
    assert list(nested_endings("")) == [""]
    assert list(nested_endings("a..b.")) == ["a..b.", ".b.", "b.", ""]


def test_of_a_long_path_only_the_endings_as_long_as_a_name_come():
    endings = list(nested_endings("part." * 1000 + "lr"))

    assert endings[-1] == "lr"
    assert max(map(len, endings)) <= names.MAX_NAME


def test_the_last_part_of_a_path_comes_however_long_it_is():
    assert list(nested_endings("a." + "x" * 500)) == ["x" * 500]


def test_the_cache_of_names_keeps_no_long_text_alive():
    before = names._normalized.cache_info().currsize

    for end in "abc":
        assert normalized("z" * 100_000 + end) == "z" * names.MAX_NAME

    assert names._normalized.cache_info().currsize <= before + 1


def test_looking_a_name_up_without_remembering_gives_the_same():
    table = Names({"lr": "learning_rate"})

    assert table.looked_up("LR") == table.canonical("LR") == "learning_rate"
    assert table.looked_up("odd") is None
