from engine.evidence import Span
from engine.observe.normal.pattern import Boundary, Page
from tests.engine.cases import series

FIRST = Boundary("The loss comes back.", "loss-spikes")
OTHER = Boundary("The loss stays finite.", "nan-loss")
PAGE = Page("recovering-loss-spikes", FIRST)
LOSS = series("train_loss", [3.0, 2.0, 1.0])


def test_a_pattern_that_holds_names_its_boundary_and_where_it_was_seen():
    read = PAGE.holds("It falls.", LOSS)

    assert (read.slug, read.state, read.text) == ("recovering-loss-spikes", "holds", "It falls.")
    assert (read.boundary, read.beyond) == (FIRST.text, "loss-spikes")
    assert (read.span, read.source) == (Span("train_loss", 20, 60), "metrics.train_loss")


def test_a_broken_pattern_names_the_boundary_that_is_crossed():
    assert PAGE.broken("It rises.", LOSS).beyond == "loss-spikes"
    assert PAGE.broken("It rises.", LOSS, OTHER).beyond == "nan-loss"
    assert PAGE.broken("A line says so.", None).span is None


def test_without_a_curve_there_is_no_span():
    read = PAGE.not_measured("No loss is recorded.")

    assert (read.state, read.span, read.source) == ("not-measured", None, "")
    assert PAGE.not_shown("No spike.").state == "not-shown"


def test_a_series_without_points_has_no_span():
    assert PAGE.holds("Nothing.", series("train_loss", [])).span is None
