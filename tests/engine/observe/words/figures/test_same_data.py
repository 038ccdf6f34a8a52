from engine.observe.words.figures.same_data import validates_on_training_data
from engine.observe.words.quantities import stated_in
from tests.together import together


@together(
    "text",
    [
        "i passed the training set as validation_data",
        "fit gets the training data as validation data too",
        "i use the training set for validation",
        "validation data is just the training data",
        "my val set is a copy of the training set",
        "i validate on the training data",
        "evaluated with the same training samples",
        "the same data for training and validation",
        "training and validation data are identical",
        "the training images, all of them, as validation set",
        "val_data = train data for debugging",
        "we evaluate on exactly the training set",
    ],
)
def test_validation_on_the_training_data_is_read_however_it_is_said(text):
    assert validates_on_training_data(text)


@together(
    "text",
    [
        "train acc 0.9, val acc 0.6",
        "i do not use the training set for validation",
        "10 % of the training data is kept for validation",
        "the validation data is not the training data",
        "trained on one hospital, tested on another",
        "training data and validation data come from the same source",
        "i split the training set into train and validation",
        "better on training data than on validation",
    ],
)
def test_other_splits_are_not_the_training_data(text):
    assert not validates_on_training_data(text)


def test_a_gap_on_the_training_data_itself_is_none():
    gap = "training accuracy 0.88, validation accuracy 0.54"
    same = f"I passed the training set as validation data. {gap}"

    assert "generalization-gap" in {item.symptom for item in stated_in(gap)}
    assert "generalization-gap" not in {item.symptom for item in stated_in(same)}
