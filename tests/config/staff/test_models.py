import re

import pytest

from config.staff.models import CODES, RecoveryCodes, hash_of, new_code


@pytest.fixture
def recovery(anna):
    return RecoveryCodes(user=anna, name="recovery codes")


def test_codes_are_long_and_differ():
    codes = {new_code() for _ in range(50)}

    assert len(codes) == 50
    assert all(re.fullmatch(r"(?:[A-Z2-7]{5}-){5}[A-Z2-7]", code) for code in codes)


def test_only_hashes_are_stored(recovery):
    codes = recovery.renew()
    recovery.refresh_from_db()

    assert len(codes) == CODES
    assert recovery.hashes == [hash_of(code) for code in codes]


def test_a_code_may_be_typed_in_any_way_and_opens_once(recovery):
    first, second, *_ = recovery.renew()

    assert recovery.verify_token(first.lower().replace("-", " "))
    assert not recovery.verify_token(first)
    assert len(RecoveryCodes.objects.get().hashes) == CODES - 1
    assert not recovery.verify_token(second)  # after a wrong one comes a wait


def test_new_codes_replace_the_old_ones(recovery):
    [old, *_] = recovery.renew()
    recovery.renew()

    assert not recovery.verify_token(old)
