"""Signing in: tries are counted, a second factor is asked for, a session ends."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.staff.models import RecoveryCodes
from config.staff.site import NO_CODE

pytestmark = pytest.mark.django_db


@pytest.fixture
def app(anna):
    """The authenticator app of the account, as the site knows it."""
    return TOTPDevice.objects.create(user=anna, name="authenticator app")


def code_of(app):
    return f"{totp(app.bin_key):06d}"


def is_in(client):
    return client.get("/admin/").status_code == 200


@pytest.fixture
def password_only(settings):
    settings.STAFF_SECOND_FACTOR = False


def test_the_admin_is_closed_to_a_password_alone(client, sign_in, app):
    response = sign_in()

    assert not is_in(client)
    assert NO_CODE in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_a_session_without_the_second_factor_opens_nothing(client, anna):
    client.force_login(anna)

    assert not is_in(client)


def test_password_and_code_open_the_admin_in_one_step(client, sign_in, app):
    assert sign_in(otp_token=code_of(app)).status_code == 302
    assert is_in(client)


def test_a_code_opens_once(client, sign_in, app):
    code = code_of(app)
    sign_in(otp_token=code)
    client.logout()

    assert sign_in(otp_token=code).status_code == 200
    assert not is_in(client)


def test_a_wrong_code_is_logged_and_delays_the_next(client, sign_in, app, caplog):
    wrong = f"{(totp(app.bin_key) + 1) % 10**6:06d}"
    sign_in(otp_token=wrong)
    assert "wrong second factor after the right password of 'anna'" in caplog.text

    response = sign_in(otp_token=code_of(app))

    assert "temporarily disabled" in response.content.decode()
    assert not is_in(client)


def test_a_recovery_code_opens_once_in_place_of_the_app(client, sign_in, app, anna):
    [code, *_] = RecoveryCodes(user=anna, name="recovery codes").renew()
    assert sign_in(otp_token=code.lower()).status_code == 302
    client.logout()

    sign_in(otp_token=code)

    assert not is_in(client)


def test_the_app_of_another_account_does_not_open(client, sign_in, app, db):
    other = get_user_model().objects.create_superuser("berta", None, "another long password")
    device = TOTPDevice.objects.create(user=other, name="app")

    sign_in(otp_token=code_of(device), otp_device=device.persistent_id)

    assert not is_in(client)


def test_the_second_factor_can_be_switched_off(client, sign_in, anna, password_only):
    assert "otp_token" not in client.get("/admin/login/").content.decode()
    assert sign_in().status_code == 302
    assert is_in(client)


def test_an_account_that_is_no_staff_stays_out(client, sign_in, password_only):
    get_user_model().objects.create_user("carla", password="correct horse battery staple")

    sign_in(name="carla")

    assert not is_in(client)


def test_who_failed_too_often_waits(sign_in, anna, settings, password_only, caplog):
    settings.AXES_FAILURE_LIMIT = 3
    answers = [sign_in("wrong", address=f"192.0.2.{n}").status_code for n in range(3)]
    assert answers == [200, 200, 429]

    right = sign_in(address="192.0.2.99")

    assert right.status_code == 429
    assert right["Retry-After"] == "900"
    assert "Wait 15 minutes" in right.content.decode()
    assert "'anna' at 192.0.2.1" in caplog.text


def test_an_address_that_failed_for_many_accounts_waits(sign_in, anna, settings, password_only):
    settings.AXES_FAILURE_LIMIT = 3
    for number in range(3):
        sign_in("wrong", name=f"guess{number}", address=f"2001:db8::{number}")

    assert sign_in(address="2001:db8::ffff").status_code == 429
    assert sign_in(address="2001:db8:0:1::1").status_code == 302


def test_the_wait_ends_and_further_tries_do_not_lengthen_it(sign_in, anna, settings, password_only):
    settings.AXES_FAILURE_LIMIT = 2
    sign_in("wrong")
    sign_in("wrong")
    assert sign_in("wrong").status_code == 429

    settings.AXES_COOLOFF_TIME = dt.timedelta(0)

    assert sign_in().status_code == 302


def test_a_name_of_several_lines_is_one_line_in_the_log(sign_in, anna, caplog, password_only):
    sign_in("wrong", name="x\n2026-01-01 WARNING forged")

    assert not any("\n" in record.getMessage() for record in caplog.records)
    assert "WARNING forged' at" in caplog.text


def test_a_session_ends_twelve_hours_after_signing_in(client, sign_in, anna, password_only):
    sign_in()
    client.get("/admin/")

    [session] = Session.objects.all()
    left = session.expire_date - timezone.now()
    assert dt.timedelta(hours=11, minutes=59) < left <= dt.timedelta(hours=12)
    assert "_session_expiry" in session.get_decoded()


def test_a_new_password_needs_the_old_one_and_keeps_the_rules(client, sign_in, app):
    sign_in(otp_token=code_of(app))
    new = {"new_password1": "short", "new_password2": "short"}

    page = client.post("/admin/password_change/", {"old_password": "wrong", **new})

    text = page.content.decode()
    assert "old password was entered incorrectly" in text
    assert "at least 12 characters" in text


def test_devices_are_enrolled_in_the_admin_with_a_picture(client, sign_in, app):
    sign_in(otp_token=code_of(app))

    assert client.get("/admin/otp_totp/totpdevice/add/").status_code == 200
    picture = client.get(f"/admin/otp_totp/totpdevice/{app.pk}/qrcode/")
    assert picture["Content-Type"].startswith("image/svg")
