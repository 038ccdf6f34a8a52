import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from config.staff.passwords import SiteWordsValidator


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("1", "too short"),
        ("elevenchars", "too short"),
        ("1029384756564738", "entirely numeric"),
        ("1qaz2wsx3edc4rfv", "too common"),
        ("lossary-admin-2026", "beside the words"),
    ],
)
def test_a_password_that_strangers_try_is_refused(password, reason):
    with pytest.raises(ValidationError, match=reason):
        validate_password(password)


@pytest.mark.parametrize("password", ["correct horse battery staple", "x" * 20 + "ü ✓", "aB3" * 40])
def test_any_characters_and_lengths_are_allowed(password):
    validate_password(password)


def test_words_of_the_site_do_not_count():
    validator = SiteWordsValidator(words=["lossary"], min_length=12)

    validator.validate("LOSSARY" + "q" * 12)
    with pytest.raises(ValidationError, match="12 characters beside the words"):
        validator.validate("Lossary" + "q" * 11)
