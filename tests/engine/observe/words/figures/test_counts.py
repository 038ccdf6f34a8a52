from engine.observe.words.figures.counts import MOST, SMALL, counts
from engine.observe.words.plain import plain
from tests.together import together


def strengths(text):
    return {stated.symptom: stated.strength for stated in counts(plain(text))}


@together(
    "text",
    [
        "21 pictures for training, 6 for testing.",
        "I only have 120 images",
        "n = 85 patients",
        "20 examples per class",
        "we've labeled just 60 recordings so far",
        "trained a small net on 40 spectra and 75 annotated scans",
        "My data set has 90 rows",
        "trained from scratch on 60 labeled photos of 9 animals",
        "12 pictures per mushroom type",
        "I only got 60 training examples to work with",
        "The dataset consists of 150 MRI scans",
        "My training set is only 64 images",
        "test accuracy is terrible with only 80 images",
        "my training set has 50 images and my test set has 30 images",
        "I tested on 5,000 images and trained on just 60 images",
    ],
)
def test_few_training_samples_are_seen(text):
    assert strengths(text)[SMALL] >= 0.5


@together(
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
        "the validation set has 100 images",
        "I evaluated the model on only 40 images",
        "the model was trained on 1.2 million images",
        "I have 5 million rows",
        "I have 2 thousand images",
        "I have 64 frames in each clip",
        "I have 20 slides per patient",
        "I have plotted 20 examples below",
        "I looked at only 10 examples",
        "I only show 5 samples here",
        "only 20 images fit in memory",
        "only 5 images are misclassified",
        "the loss is only printed every 100 samples",
        "I have 10 hours of recordings",
        "trained on 3 folders of images",
        "n = 5 seeds",
        "top-n = 10",
        "the test set (n = 40)",
        "trained on 3 videos of 100,000 frames",
    ],
)
def test_other_numbers_and_large_sets_are_not(text):
    assert SMALL not in strengths(text)


def test_the_largest_number_is_that_of_the_set():
    assert SMALL not in strengths("I have 12,000 training images, only 30 images of cats")


def test_a_number_alone_is_not_certain():
    assert strengths("only 3 training samples")[SMALL] == MOST


def test_sentences_name_the_number():
    [stated] = counts(plain("only 0.05 thousand training images"))

    assert stated.text == "You state 50 training samples."
    assert stated.spans == ()
