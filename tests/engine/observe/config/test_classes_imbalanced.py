from engine.observe.config.classes_imbalanced import observe
from tests.engine.cases import case


def test_one_class_is_far_more_frequent():
    found = observe(case({"class_counts": (950.0, 50.0)}))
    assert found.strength > 0.98
    assert ": 19 times as many" in found.text


def test_an_empty_class_counts_as_one_sample():
    assert ": 50 times as many" in observe(case({"class_counts": (50.0, 0.0)})).text


def test_silent_on_even_and_nearly_even_classes():
    assert observe(case({"class_counts": (50.0, 50.0, 48.0)})).strength < 0.02
    assert observe(case({"class_counts": (100.0, 60.0)})).strength < 0.05


def test_not_measured_without_counts_or_for_vocabularies():
    assert observe(case()) is None
    assert observe(case({"class_counts": (9.0,)})) is None
    assert observe(case({"class_counts": (9.0, 1.0), "task": "language_modeling"})) is None


def test_the_evaluated_examples_show_that_classes_are_uneven():
    found = observe(case(classes={"per_class_count": [[5, 5], [950, 50]]}))
    assert found.strength > 0.98
    assert found.text == (
        "Of the evaluated examples 950 are of the largest class and 50 of the smallest: "
        "19 times as many."
    )


def test_stated_counts_stand_before_those_of_the_evaluation():
    found = observe(case({"class_counts": (50.0, 50.0)}, classes={"per_class_count": [[950, 50]]}))
    assert found.strength < 0.02


def test_even_evaluated_examples_say_nothing_of_the_data():
    assert observe(case(classes={"per_class_count": [[100, 100]]})) is None
    assert observe(case(classes={"per_class_count": [[100, 0]]})) is None
    assert observe(case({"task": "translation"}, classes={"per_class_count": [[950, 5]]})) is None
