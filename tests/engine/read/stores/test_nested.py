import math

from engine.read.stores.nested import numbers_in


def test_numbers_stand_under_their_paths():
    value = {"loss": 1, "val": {"acc": 0.5, "name": "a"}, "nan": "NaN", "flag": True, "none": None}

    found = dict(numbers_in("m", value))
    assert math.isnan(found.pop("m/nan"))
    assert found == {"m/loss": 1.0, "m/val/acc": 0.5}


def test_pictures_and_deep_objects_hold_none():
    assert list(numbers_in("m", {"_type": "histogram", "count": 3})) == []
    assert list(numbers_in("m", {"a": {"b": {"c": {"d": {"e": 1}}}}})) == []


def test_whole_number_beyond_range_is_infinite():
    assert dict(numbers_in("m", 10**400)) == {"m": math.inf}
