from textwrap import dedent

import pytest

from engine.read.parts.config_text import parse
from engine.read.settings.merges import with_merges


def parsed(text):
    return parse(dedent(text).strip(), "c.yaml")


def test_a_block_that_is_merged_is_written_out_and_its_template_left_out():
    assert parsed(
        """
        base: &base
          lr: 0.01
          batch_size: 32
        train:
          <<: *base
          optimizer: adam
        """
    ) == {"train": {"optimizer": "adam", "lr": 0.01, "batch_size": 32.0}}


def test_what_a_block_sets_itself_stands_over_what_it_merges():
    assert parsed(
        """
        base: &base
          lr: 0.01
          sizes:
            width: 8
        train:
          lr: 0.5
          <<: *base
        """
    ) == {"train": {"lr": 0.5, "sizes": {"width": 8.0}}}


def test_of_several_merged_blocks_the_first_that_has_a_key_gives_it():
    assert parsed(
        """
        one: &one
          lr: 0.1
        two: &two
          lr: 0.2
          epochs: 3
        train:
          <<: [*one, *two]
        """
    ) == {"train": {"lr": 0.1, "epochs": 3.0}}


def test_a_key_may_stand_for_a_whole_block():
    assert parsed(
        """
        common:
          adam: &adam
            name: adam
            lr: 0.001
        model:
          optimizer: *adam
          width: 8
        """
    ) == {
        "common": {"adam": {"name": "adam", "lr": 0.001}},
        "model": {"optimizer": {"name": "adam", "lr": 0.001}, "width": 8.0},
    }


def test_a_merged_block_may_merge_another():
    assert parsed(
        """
        a: &a
          lr: 0.1
        b: &b
          <<: *a
          epochs: 2
        train:
          <<: *b
        """
    ) == {"train": {"epochs": 2.0, "lr": 0.1}}


def test_a_block_that_is_not_there_adds_nothing():
    assert parsed("train:\n  <<: *nowhere\n  lr: 0.1\n  epochs: 3\n") == {
        "train": {"lr": 0.1, "epochs": 3.0}
    }


@pytest.mark.parametrize("text", ["lr: 0.1\nnote: 2 * 3\n", "a: &x 0.1\nb: 2\n", ""])
def test_lines_without_a_merge_stay_as_they_are(text):
    assert with_merges(text.splitlines()) == text.splitlines()


def test_an_anchor_of_a_scalar_is_left_to_the_reader_of_values():
    assert parsed("a: &rate 0.1\nlr: *rate\nepochs: 3\n") == {"a": 0.1, "lr": 0.1, "epochs": 3.0}


def test_blocks_that_double_with_each_line_stay_small():
    lines = ["b0: &b0", *(f"  k{each}: 1" for each in range(50))]
    for each in range(1, 40):
        lines += [f"b{each}: &b{each}", f"  x: *b{each - 1}", f"  y: *b{each - 1}"]

    assert len(with_merges(lines)) <= 20_000
