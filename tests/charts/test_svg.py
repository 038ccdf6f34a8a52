import itertools
import math
import re
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.frame import HEIGHT, LETTER, WIDTH
from charts.presets import PRESET_NAMES
from charts.records import Curve, Labels, Shade
from charts.svg import figure, preset_figure, thumbnail
from tests.memory import peak_of

EXTREME = [-1.7e308, 1.7e308]
TINY = [5e-324, 2e-323]
ROLES = ("train", "validation", "third", "fourth")
TEXT = ("Training loss", "It falls.")


def parse(svg):
    return ElementTree.fromstring(svg)  # noqa: S314


def classes(svg):
    return [element.get("class") for element in parse(svg).iter() if element.get("class")]


def curve(values, label="train_loss", role="train"):
    return Curve(label, list(range(len(values))), values, role)


@pytest.mark.parametrize("name", PRESET_NAMES)
@pytest.mark.parametrize("draw", [thumbnail, preset_figure])
def test_every_preset_is_drawn_with_title_and_role_and_without_style(name, draw):
    svg = draw(name, "What it shows", "here")
    root = parse(svg)
    assert root.get("role") == "img"
    assert root.find("title").text == "What it shows"
    assert root.find("title").get("id") == root.get("aria-labelledby") == "here-title"
    assert "style=" not in svg
    assert "nan" not in svg.replace("not a number", "").lower()


def test_a_thumbnail_without_alt_is_described_by_the_preset():
    assert (
        "validation loss falls, then rises"
        in parse(thumbnail("validation-turns-up", "", "a")).find("title").text
    )


@pytest.mark.parametrize("draw", [thumbnail, preset_figure])
def test_an_unknown_preset_is_an_error(draw):
    with pytest.raises(KeyError):
        draw("no-such-shape", "", "a")


def test_all_text_is_escaped():
    svg = figure(
        [curve([1, 2], label="<b>&")],
        ('"><script>', "<i>"),
        'x"y',
        labels=Labels("<step>", "<loss>"),
        shade=Shade(0, 1, "<span>"),
    )
    assert parse(svg).find("title").text == '"><script>'
    assert "<script" not in svg
    assert "<b>" not in svg


def test_two_charts_of_one_page_share_no_id():
    page = thumbnail("plateau", "", "one") + thumbnail("plateau", "", "two")
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 2


def test_a_figure_is_described_where_a_description_is_given():
    root = parse(figure([curve([1, 2])], TEXT, "u"))
    assert root.find("desc").text == "It falls."
    assert root.get("aria-describedby") == "u-desc"
    assert parse(figure([curve([1, 2])], ("Only a title", ""), "u")).get("aria-describedby") is None


def test_a_value_that_is_not_a_number_breaks_the_line_and_is_ringed():
    svg = figure([curve([3, 2, math.nan, 1, 1.5])], TEXT, "u")
    [path] = re.findall(r'class="curve train" d="(M[^h"]+)"', svg)
    assert path.count("M") == 2
    assert classes(svg).count("ring") == 2  # on the curve and in the legend
    assert "not a number" in svg


def test_a_healthy_curve_has_no_ring():
    assert "ring" not in classes(figure([curve([3, 2, 1])], TEXT, "u"))


@pytest.mark.parametrize(
    "values", [[], [math.nan], [math.inf, math.nan], [2.0], [0.0, 0.0], EXTREME, TINY]
)
def test_curves_without_a_range_are_drawn_too(values):
    assert parse(figure([curve(values)], TEXT, "u")).tag == "svg"


@pytest.mark.parametrize("step", [1e15, 1e18, -1e18, 1e308])
def test_points_at_one_huge_step_are_drawn_on_an_axis_of_some_length(step):
    drawn = figure([Curve("training loss", (step, step), (0.0, 0.1))], ("a", ""), "u")

    assert 'class="curve' in drawn
    assert drawn.count("<text") < 20


@pytest.mark.parametrize("steps", [(0.0, 1.7e9), (0.0, 1e18), (-1e308, 1e308), (5e-324, 2.0**64)])
def test_the_range_of_the_steps_does_not_set_the_size_of_a_figure(steps):
    curves = [Curve("training loss", steps, (5e-324, 1e308))]

    assert peak_of(lambda: figure(curves, ("a", ""), "u")) < 100_000
    assert len(figure(curves, ("a", ""), "u")) < 5_000


def test_no_curve_at_all_is_an_empty_frame():
    assert "curve" not in " ".join(classes(figure([], TEXT, "u")))


def test_thousands_of_points_are_thinned():
    svg = figure([curve([math.sin(x / 50) for x in range(20_000)])], TEXT, "u")
    assert len(svg) < 12_000


def test_a_huge_range_gets_a_log_axis():
    svg = figure([curve([10.0**power for power in range(9)])], TEXT, "u")
    heights = [
        float(y)
        for y in re.findall(r",(\d+\.\d)", re.findall(r'class="curve train" d="M([^h"]+)"', svg)[0])
    ]
    steps = [before - after for before, after in itertools.pairwise(heights)]
    assert max(steps) - min(steps) <= 0.21


def text_boxes(svg):
    for element in parse(svg).iter("text"):
        width = LETTER * len(element.text)
        left = float(element.get("x")) - {"end": width, "middle": width / 2}.get(
            element.get("text-anchor"), 0
        )
        yield left, left + width, float(element.get("y")), element.text


@pytest.mark.parametrize("start", [0, 20, 39])
def test_labels_stand_above_the_plot_and_do_not_overlap(start):
    names = ["train_loss", "val_loss", "a_long_name_of_a_series", "another_series"]
    curves = [curve(range(40), name, role) for name, role in zip(names, ROLES, strict=True)]
    svg = figure(curves, TEXT, "u", shade=Shade(start, 40, "validation loss rises from here"))
    plot_top = float(re.search(r'class="span" x="[\d.]+" y="([\d.]+)"', svg).group(1))
    boxes = list(text_boxes(svg))
    named = [box for box in boxes if box[3] in {*names, "loss", "validation loss rises from here"}]
    assert len(named) == 6
    assert all(y < plot_top for _, _, y, _ in named)
    assert all(
        left >= -0.5 and right <= WIDTH + 12 and 0 < y < HEIGHT for left, right, y, _ in named
    )
    for index, (left, right, y, _) in enumerate(named):
        for other_left, other_right, other_y, _ in named[index + 1 :]:
            assert y != other_y or right <= other_left or other_right <= left


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=60))
def test_any_series_gives_a_well_formed_drawing(values):
    svg = figure([curve(values)], TEXT, "u")
    assert parse(svg).tag == "svg"
    assert not re.search(r"[\s,\"](nan|inf)", svg.replace("not a number", ""))


def test_a_long_label_is_cut_so_that_it_stays_in_the_figure():
    svg = figure([curve([1, 2], label="n" * 200)], TEXT, "u", shade=Shade(0, 1, "s" * 200))
    assert all(right <= WIDTH + 1 for _, right, _, _ in text_boxes(svg))
    assert "…" in svg
