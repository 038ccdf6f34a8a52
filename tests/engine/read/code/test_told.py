from engine.read.code.told import told_apart

QUESTION = "Why is my loss nan?\n\nloss = f(x)\nloss.backward()\n\nIt begins at step 3."


def test_words_and_program_text_are_parted():
    told = told_apart(QUESTION)

    assert told.words.split("\n") == ["Why is my loss nan?", "", "", "It begins at step 3."]
    assert [(each.name, each.line) for each in told.code] == [("description", 3)]


def test_words_alone_are_kept_to_the_letter():
    text = "My loss (cross-entropy) = nan.\r\nlr = 0.1\n"

    assert told_apart(text) == (text, ())
