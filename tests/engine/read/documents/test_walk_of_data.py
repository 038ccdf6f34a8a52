"""Documents that are data and no curves, such as a vocabulary."""

from engine.read.documents.walk import read_document


def test_a_mapping_of_very_many_values_is_data():
    names = {f"loss_{number}": [0.3, 0.2, 0.1] for number in range(31_000)}

    assert not read_document(names, None, "").curves
    assert read_document(dict(list(names.items())[:9]), None, "").curves


def test_many_counted_rows_are_no_data():
    rows = {str(number): {"step": number, "loss": 0.5} for number in range(31_000)}

    (curve,) = [each for each in read_document(rows, None, "").curves if each.name == "loss"]
    assert len(curve) == 31_000
