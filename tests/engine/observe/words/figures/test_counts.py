import pytest

from engine.observe.words.figures.counts import MOST, SMALL, UNEVEN, counts
from engine.observe.words.plain import plain


def strengths(text):
    return {stated.symptom: stated.strength for stated in counts(plain(text))}


@pytest.mark.parametrize(
    "text",
    [
        "21 pictures for training, 6 for testing.",
        "I only have 120 images",
        "n = 85 patients",
        "20 examples per class",
        "we've labeled just 60 recordings so far",
        "trained a small net on 40 spectra and 75 annotated scans",
        "My data set has 90 rows",
    ],
)
def test_few_training_samples_are_seen(text):
    assert strengths(text)[SMALL] >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "trained on 50,000 images, tested on 30 images",
        "We have 2.5k training sentences and 40 validation sentences",
        "it processes 300 images per second",
        "I have 30 wrong images",
        "only 12 samples in each batch",
        "the model has 20 images wrong",
        "compared the first 20 samples",
        "fine-tuning a pretrained resnet on 120 images",
        "each mini-batch of 8 samples",
        "I have 64 samples per batch",
    ],
)
def test_other_numbers_and_large_sets_are_not(text):
    assert SMALL not in strengths(text)


def test_the_largest_number_is_that_of_the_set():
    assert SMALL not in strengths("I have 12,000 training images, only 30 images of cats")


def test_a_number_alone_is_not_certain():
    assert strengths("only 3 training samples")[SMALL] == MOST


@pytest.mark.parametrize(
    "text",
    [
        "99% negatives, 1% positives",
        "background is 97 percent of all pixels",
        "0.4% positives",
        "positives are only 3% of rows",
        "should I oversample? my class ratio is 1:250",
        "9800 negative and 120 positive images",
    ],
)
def test_uneven_classes_are_seen(text):
    assert strengths(text)[UNEVEN] > 0.8


@pytest.mark.parametrize(
    "text",
    [
        "5% false positives",
        "split 80:20 in train and test, positives in both",
        "recall 80% positives",
        "45% positives",
        "the loss goes from 100 to 1",
        "when it says 0.6 it is 10% positive in that group",
        "0% positives",
    ],
)
def test_other_shares_and_even_classes_are_not(text):
    assert UNEVEN not in strengths(text)


def test_sentences_name_the_numbers():
    [stated] = counts(plain("1% positives"))

    assert stated.text == "You state classes of 1 % and 99 %."
    assert stated.spans == ()
