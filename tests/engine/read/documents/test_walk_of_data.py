"""Documents that are data and no curves, such as a vocabulary."""

from engine.read.documents.spot import Spot
from engine.read.documents.walk import MAX_MAPPINGS, read_document


def test_a_mapping_of_very_many_values_is_data():
    names = {f"loss_{number}": [0.3, 0.2, 0.1] for number in range(31_000)}

    assert not read_document(names, None, "").curves
    assert read_document(dict(list(names.items())[:9]), None, "").curves


def test_many_counted_rows_are_no_data():
    rows = {str(number): {"step": number, "loss": 0.5} for number in range(31_000)}

    (curve,) = [each for each in read_document(rows, None, "").curves if each.name == "loss"]
    assert len(curve) == 31_000


def test_no_place_is_made_for_mappings_that_are_data(monkeypatch):
    made = []
    below = Spot.below

    def counted(spot, key):
        made.append(key)
        return below(spot, key)

    monkeypatch.setattr(Spot, "below", counted)
    count = 2 * MAX_MAPPINGS
    read_document({f"name{number}": {"loss": [0.5, 0.2]} for number in range(count)}, None, "")

    assert len(made) < MAX_MAPPINGS
