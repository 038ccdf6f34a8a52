import numpy as np

from engine.observe.words.postings import postings_of, starts_of
from engine.words_model.vectorizer import fit_vectorizer


def test_each_text_has_the_features_of_its_own_vector():
    texts = ["loss is nan", "loss falls"]
    vectorizer = fit_vectorizer(texts, minimum_documents=1)
    postings = postings_of(texts, vectorizer)

    for row, text in enumerate(texts):
        columns, values = vectorizer(text)
        own = postings.rows == row
        assert postings.columns[own].tolist() == columns.tolist()
        assert np.allclose(postings.weights[own], values)


def test_no_texts_have_no_postings():
    vectorizer = fit_vectorizer(["loss"], minimum_documents=1)

    assert len(postings_of([], vectorizer).rows) == 0


def test_starts_are_where_the_columns_begin_and_the_end_of_the_last():
    assert starts_of(np.array([2, 0, 3])).tolist() == [0, 2, 2, 5]
