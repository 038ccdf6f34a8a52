"""The page that only an answer shows: a diagnosis."""

import pytest

from diagnostics_api.page.panels import numbered
from engine.evidence import Span
from engine.report import Evidence

pytestmark = pytest.mark.browser

LOG = "\n".join(
    f"epoch {n} loss {1 / n:.3f} val_loss {0.4 + 0.05 * abs(n - 4):.3f}" for n in range(1, 13)
)


def violations(page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    results = axe.run(page)
    return results.generate_report() if results.violations_count else ""


def diagnosed(open_page, text=LOG, **options):
    page = open_page("/diagnose/", **options)
    page.fill("main textarea >> nth=0", text)
    page.locator("main form button").last.click()
    page.wait_for_selector(".verdict")
    return page


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_diagnosis(open_page, scheme, width):
    page = diagnosed(open_page, color_scheme=scheme, viewport={"width": width, "height": 800})

    assert violations(page) == ""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_what_was_read_does_not_scroll_the_page_sideways(open_page, width):
    name = "a_very_long_name_of_a_metric/" * 3
    text = f"epoch,{name},loss\n" + "".join(f"{n},{n}.5,{5 - n}.5\n" for n in range(1, 5))
    page = diagnosed(open_page, text, viewport={"width": width, "height": 800})

    assert page.locator(".read tbody tr").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_curve_is_corrected_by_keyboard_and_without_javascript(open_page):
    page = diagnosed(open_page, java_script_enabled=False)
    curve = page.get_by_label("val_loss of log, taken for")
    curve.focus()
    page.keyboard.type("test_loss")
    page.get_by_role("button", name="Correct and diagnose again").press("Enter")
    page.wait_for_selector("text=test (as you said)")

    assert curve.input_value() == "test_loss"
    assert page.input_value("#case-text") == LOG


def test_what_can_be_corrected_is_large_enough_on_a_phone(open_page):
    page = diagnosed(open_page, viewport={"width": 390, "height": 800})
    heights = page.locator(".read select, .read button").evaluate_all(
        "elements => elements.map((element) => element.getBoundingClientRect().height)"
    )

    assert min(heights) >= 40


def test_it_says_what_to_send_where_no_curve_was_read(open_page):
    page = diagnosed(open_page, "the loss swings and I do not know why")

    assert page.inner_text(".read-nothing").startswith("No curve was read")
    assert violations(page) == ""


def test_on_paper_a_list_to_choose_from_is_plain_text_and_no_button_is_left(open_page):
    page = diagnosed(open_page)
    border = "select => getComputedStyle(select).borderTopWidth"
    assert page.locator(".read select").first.evaluate(border) == "1px"

    page.emulate_media(media="print")

    assert page.locator(".read select").first.evaluate(border) == "0px"
    assert page.locator("main button:visible").count() == 0


@pytest.fixture
def _evidence(monkeypatch):
    """Let the answer rest on its curves: the small content of the site finds no failure in them."""
    names = {"for": "train_loss", "against": "val_loss"}
    parts = [
        Evidence("turns-up", "metrics", 1.0, direction, 1.0, f"{name} moves", Span(name, 4, 9))
        for direction, name in names.items()
    ]
    monkeypatch.setattr(
        "diagnostics_api.page.shown._on_curves",
        lambda answer, cards: numbered(parts, answer.case),
    )


@pytest.mark.usefixtures("_evidence")
@pytest.mark.parametrize(("key", "read"), [("ArrowLeft", "epoch 11.89"), ("PageUp", "epoch 10.9")])
def test_values_are_read_off_the_curves_by_keyboard(open_page, key, read):
    page = diagnosed(open_page)
    page.locator(".panel-chart").first.focus()
    page.keyboard.press(key)

    text = page.inner_text(".readout")
    assert text.startswith(f"{read}: training loss 0.")
    assert "validation loss 0." in text


@pytest.mark.usefixtures("_evidence")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_curves_with_evidence(open_page, scheme):
    page = diagnosed(open_page, color_scheme=scheme, viewport={"width": 390, "height": 800})

    assert page.locator(".panel-chart").count() == 2
    assert violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_back_and_reload_keep_the_answer(open_page):
    page = diagnosed(open_page)
    headline = page.inner_text("h1")
    page.goto(page.url.partition("/diagnose/")[0] + "/about/")
    page.go_back()
    assert page.inner_text("h1") == headline

    page.reload()
    assert page.inner_text("h1") == headline
