import io

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.staff.models import CODES, RecoveryCodes, hash_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(db):
    return get_user_model().objects.create_superuser("anna", None, None)


def run(*arguments):
    out = io.StringIO()
    call_command("second_factor", *arguments, stdout=out)
    return out.getvalue()


def test_an_account_gets_an_app_and_recovery_codes(anna):
    told = run("anna")

    assert TOTPDevice.objects.get().config_url in told
    assert "█" in told or "▀" in told
    codes = [line.strip() for line in told.splitlines()[-CODES:]]
    assert RecoveryCodes.objects.get().hashes == [hash_of(code) for code in codes]


def test_a_second_one_needs_a_word(anna):
    run("anna")

    with pytest.raises(CommandError, match="anna has a second factor"):
        run("anna")


@pytest.mark.parametrize(("option", "left"), [("--replace", 1), ("--remove", 0)])
def test_a_lost_one_is_taken_away_and_sessions_end(anna, client, option, left):
    run("anna")
    old = TOTPDevice.objects.get().key
    client.force_login(anna)

    run("anna", option)

    assert TOTPDevice.objects.exclude(key=old).count() == left
    assert not TOTPDevice.objects.filter(key=old).exists()
    assert Session.objects.count() == 0


def test_sessions_of_others_go_on(anna, client):
    run("anna")
    client.force_login(get_user_model().objects.create_superuser("berta", None, None))

    run("anna", "--replace")

    assert Session.objects.count() == 1


def test_only_staff_has_one(db):
    get_user_model().objects.create_user("carla")

    with pytest.raises(CommandError, match="carla is no staff"):
        run("carla")
    with pytest.raises(CommandError, match="no account 'dora': make it with"):
        run("dora")
