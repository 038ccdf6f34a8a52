from benchmarks.slowest_texts import KINDS, Kind, golden_texts, hostile_texts


def test_names_are_different():
    names = [kind.name for kind in KINDS]

    assert len(set(names)) == len(names)


def test_a_text_is_head_pieces_and_tail():
    kind = Kind("list", "{n}", head="[", tail="]", joint=", ")

    assert kind.text(8) == "[0, 1, 2]"


def test_words_and_names_are_ever_new():
    lines = Kind("words", "{word} {hex}\n").text(20_000).splitlines()

    assert len(set(lines)) == len(lines)
    assert all(word.isalpha() for word in (line.split()[0] for line in lines))


def test_golden_texts_are_repeated_to_the_length():
    texts = {name: content for name, _, content in golden_texts(2_000)}

    assert len(texts) > 100
    assert {len(content) for content in texts.values()} == {2_000}
    assert not any(b"\0" in content for content in texts.values())


def test_hostile_texts_are_made_to_a_length():
    assert all(len(make(2_000)) >= 1_000 for make in hostile_texts().values())
