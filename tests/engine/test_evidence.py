from engine.evidence import Finding, Span, strongest_finding
from engine.observe.measures.series import last_points
from tests.engine.cases import series

LOSS = series("val_loss", [3.0, 2.0, 1.0], [10, 20, 30])


def test_a_finding_on_a_part_takes_source_and_span_from_it():
    finding = Finding.on(last_points(LOSS, 2), strength=0.7, text="It ends at 1.")

    assert finding == Finding(
        0.7, "It ends at 1.", "metrics.val_loss", Span("val_loss", 20.0, 30.0)
    )


def test_a_finding_about_a_metric_has_no_span():
    finding = Finding.about("grad_norm_by_layer", strength=0.7, text="It grows.")

    assert (finding.source, finding.span) == ("metrics.grad_norm_by_layer", None)


def test_a_stated_finding_names_its_setting():
    finding = Finding.stated("shuffle", strength=0.98, text="The data is not shuffled.")

    assert (finding.source, finding.span) == ("config.shuffle", None)


def test_the_strongest_finding_is_the_first_of_equals():
    weak, strong = (Finding.stated("shuffle", strength=size, text="") for size in (0.2, 0.7))
    equal = Finding.stated("split", strength=0.7, text="")

    assert strongest_finding([weak, strong, equal]) is strong
    assert strongest_finding([]) is None


def test_the_span_of_one_point_starts_and_ends_there():
    assert Span.of(last_points(LOSS, 1)) == Span("val_loss", 30.0, 30.0)
