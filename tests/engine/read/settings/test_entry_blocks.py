import pytest

from engine.read.settings import blocks, entry_blocks
from engine.read.settings.entry_blocks import BlockReader
from tests.together import together


def unit_of(text):
    return BlockReader(text.splitlines()).at(0)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("lr: 1\nbs: 2\nseed: 3\nEpoch 1/3", 3),
        ("lr: 1\nbs: 2\n\nseed: 3\n\n\nhello", 4),
        ("learning_rate: 0.1\nhello", 1),
        ("optim = dict(\n  lr=1,\n)\nseed = 2\nmodel = 'x'\nhello", 5),
        ("lr: 1\nlayers:\n  - 2\n  - 3\nbs: 2\nhello there", 5),
    ],
)
def test_block(text, end):
    assert unit_of(text).end == end


@together(
    "text",
    [
        "hello",
        "loss: 1\nacc: 2\nlr: 3",
        "model: a\nhello",
        "epoch: 1\nlr: 2",
        "optim = dict(\n  lr=1,\n",
        "lr: 1 loss: 2",
        "name    lr\nhello   there",
        "CUDA available: False\nCUDNN: 8",
    ],
)
def test_no_block(text):
    assert unit_of(text) is None


def test_a_block_in_vain_is_looked_at_once():
    reader = BlockReader([f"value {letter}: 1" for letter in "abcdefgh"])

    assert reader.at(0) is None
    assert reader.refused_until == 8
    assert reader.at(1) is None


def test_values_that_never_close_are_given_up():
    reader = BlockReader(["lr = ["] * 100)

    assert [reader.at(index) for index in range(100)][:20] == [None] * 20
    assert reader.unclosed == 20


def test_values_of_a_long_block_are_read_for_the_names_that_count(monkeypatch):
    read = []

    def counted(text):
        read.append(text)
        return text

    monkeypatch.setattr(entry_blocks, "value_of", counted)
    unit = unit_of("\n".join(f"lr_{number}: 0.{number}" for number in range(2000)))

    assert unit.end == 2000
    assert len(read) < 1000  # 400 when the block ends, and 64 to see that it is no log


def test_only_a_short_block_is_asked_whether_its_names_are_sure(monkeypatch):
    asked = []
    monkeypatch.setattr(entry_blocks, "is_sure_setting", lambda name: asked.append(name) or True)

    assert unit_of("lr: 1\nseed: 2\nbs: 3").end == 3
    assert not asked
    assert unit_of("lr: 1\nseed: 2").end == 2
    assert asked == ["lr", "seed"]


def test_plain_lines_of_a_block_are_taken_apart_once(monkeypatch):
    again = []
    plain_entry_of = blocks.plain_entry_of

    def counted(line):
        again.append(line)
        return plain_entry_of(line)

    monkeypatch.setattr(blocks, "plain_entry_of", counted)
    unit = unit_of("lr: 0.1\noptim:\n  momentum: 0.9\nbs = 3\nseed: 2")

    assert again == ["optim:", "bs = 3"]
    assert unit.settings == {"lr": 0.1, "optim": {"momentum": 0.9}, "bs": 3, "seed": 2}
