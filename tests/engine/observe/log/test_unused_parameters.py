"""Numbers of parameters become names where a list of names is pasted with them."""

import pytest

from engine.observe.log.unused_parameters import read_unused_parameters
from engine.run import Case

MESSAGE = "[rank1]: Parameter indices which did not receive grad for rank 1: 1 2"
NAMES = ("encoder.weight", "encoder.bias", "decoder.head.weight")


def read(*lines, description=""):
    return read_unused_parameters(Case(log=lines, description=description))


@pytest.mark.parametrize(
    "listed",
    [
        NAMES,
        [f"{number} {name}" for number, name in enumerate(NAMES)],
        [f"{number}: {name}" for number, name in enumerate(NAMES)],
        [f"('{name}', torch.Size([3, 4]))" for name in NAMES],
        [f"{name} torch.Size([3, 4]) True" for name in NAMES],
        ["frozen.weight False", *NAMES],
    ],
)
def test_names_are_found_in_a_list_of_any_form(listed):
    found = read(MESSAGE, "", *listed)

    assert found is not None
    assert found.rank == "1"
    assert found.indices == (1, 2)
    assert found.names == NAMES[1:]
    assert found.sentence == (
        "On rank 1, 2 parameters took no part in the loss: encoder.bias, decoder.head.weight."
    )


def test_names_may_stand_in_the_description():
    found = read(MESSAGE, description="The names are:\n" + "\n".join(NAMES))

    assert found is not None
    assert found.names == NAMES[1:]


def test_names_of_the_message_itself_are_taken():
    line = "Parameters which did not receive grad for rank 0: aux.weight, aux.bias"

    found = read(line, "Parameter indices which did not receive grad for rank 0: 4 5")

    assert found is not None
    assert (found.indices, found.names) == ((4, 5), ("aux.weight", "aux.bias"))
    alone = read(line)
    assert alone is not None
    assert alone.names == ("aux.weight", "aux.bias")


def test_without_names_the_sentence_asks_for_them():
    found = read("Parameter indices which did not receive grad for rank 0: 130")

    assert found is not None
    assert found.names == ()
    assert "parameter 130 took no part" in found.sentence
    assert "named_parameters()" in found.sentence


def test_a_list_that_is_too_short_gives_no_names():
    found = read("Parameter indices which did not receive grad for rank 0: 1 7", *NAMES)

    assert found is not None
    assert found.names == ()


def test_lines_of_a_program_are_no_list():
    code = ("model.head.reset()", "model.body.freeze = True", "loss.mean.backward()")

    found = read(MESSAGE, *code)

    assert found is not None
    assert found.names == ()


def test_a_long_list_is_cut_in_the_sentence_only():
    names = [f"layer.{number}.weight" for number in range(40)]
    numbers = " ".join(map(str, range(40)))

    found = read(f"Parameter indices which did not receive grad for rank 0: {numbers}", *names)

    assert found is not None
    assert len(found.names) == 40
    assert found.sentence.endswith("and 28 more.")


@pytest.mark.parametrize("lines", [(), ("all parameters did receive grad for rank 0",), NAMES])
def test_without_the_message_there_is_nothing(lines):
    assert read(*lines) is None
