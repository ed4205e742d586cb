"""The map of the journey under the mouse, under the thumb, and on the wall."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FloatRect, Locator, expect
from served_site import DESK, PHONE, Open

A3_LANDSCAPE = (420, 297)
"""Width and height in millimetres."""
POINTS_A_MILLIMETRE = 72 / 25.4


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """Give the size of every sheet in millimetres."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [
        (round(float(width) / POINTS_A_MILLIMETRE), round(float(height) / POINTS_A_MILLIMETRE))
        for width, height in boxes
    ]


def box(place: Locator) -> FloatRect:
    """Give where something is on the screen."""
    found = place.bounding_box()
    assert found
    return found


@pytest.mark.parametrize("address", ["journey/", "nl/journey/"])
def test_the_map_prints_as_one_sheet_of_a3(open_page: Open, address: str) -> None:
    """Curve, matrix and legend hang on one wall, in both languages."""
    page = open_page(address)

    assert sheets(page.pdf(prefer_css_page_size=True)) == [A3_LANDSCAPE]


def test_the_poster_names_its_stories_and_leaves_the_site_out(open_page: Open) -> None:
    """On paper nobody can point at a mark, and nobody needs a menu."""
    page = open_page("journey/")
    title = page.locator(".mark-name").filter(has_text="Cancel by letter")
    on_screen = box(title)["width"]
    page.emulate_media(media="print")
    on_paper = box(title)["width"]

    assert on_screen <= 1
    assert on_paper > 40
    for part in ("banner", "contentinfo"):
        expect(page.get_by_role(part)).to_be_hidden()


def test_the_map_offers_to_be_printed(open_page: Open) -> None:
    """Who does not think of paper finds the poster by a button, which is not on the poster."""
    page = open_page("journey/")
    button = page.get_by_role("button", name="Print as a poster (A3)")
    page.evaluate("() => { window.print = () => { document.title = 'printed'; }; }")
    button.click()
    expect(page).to_have_title("printed")
    page.emulate_media(media="print")
    expect(button).to_be_hidden()


def test_marks_have_their_names_beside_them_on_a_phone(open_page: Open) -> None:
    """A thumb cannot hover, and has room for one mark at a time."""
    page = open_page("journey/", viewport=PHONE)
    marks = page.get_by_role("link", name="Cancel by letter").all()
    sizes = [box(mark) for mark in marks]

    assert [box(mark.locator(".mark-name"))["width"] > 80 for mark in marks] == [True] * len(sizes)
    assert min(size["height"] for size in sizes) >= 24


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_no_head_of_a_column_is_broken(open_page: Open, viewport: dict[str, int]) -> None:
    """Long words stand upright on one line, in Dutch as well."""
    page = open_page("nl/journey/", viewport=viewport)
    heads = page.locator(".matrix thead a")
    widths = heads.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().width)")

    assert (len(widths), max(widths) < 30) == (13, True)


def test_a_mark_says_its_story_and_leads_to_it(open_page: Open) -> None:
    """With the mouse and with the keyboard."""
    page = open_page("journey/")
    mark = page.get_by_role("link", name="Cancel by letter")
    name = mark.locator(".mark-name")
    mark.hover()
    hovered = box(name)["width"]
    page.mouse.move(0, 0)
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    focused = box(name)["width"]

    assert min(hovered, focused) > 40
    mark.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cancel by letter")


def test_a_crossing_of_the_matrix_leads_to_its_stories(open_page: Open) -> None:
    """As many as the matrix says, and on to the next crossing; by ear, too, each link says where it leads."""
    page = open_page("journey/")
    row = page.get_by_role("row", name="Service")
    row.get_by_role("link", name="Service, phone: 1 positive, 1 negative", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Service: phone")
    expect(page.locator("article.card")).to_have_count(2)
    page.get_by_role("link", name="Email →").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Service: email")


@pytest.mark.parametrize(("viewport", "sideways"), [(DESK, True), (PHONE, False)], ids=["desk", "phone"])
def test_stages_run_sideways_on_a_desk_and_down_a_phone(
    open_page: Open, viewport: dict[str, int], sideways: bool
) -> None:
    """Nobody has to scroll a figure on a phone."""
    page = open_page("journey/", viewport=viewport)
    first, last = (box(page.locator(".stop-name").nth(place)) for place in (0, -1))

    assert (last["x"] > first["x"] + 300, last["y"] > first["y"] + 300) == (sideways, not sideways)


def test_the_names_of_the_stages_stay_in_view_while_the_matrix_scrolls(open_page: Open) -> None:
    """On a phone a reader knows in which row a cell stands."""
    page = open_page("journey/", viewport=PHONE)
    frame, name = page.locator(".matrix-frame"), page.get_by_role("rowheader", name="Service")
    before = box(name)["x"]
    frame.evaluate("(frame) => { frame.scrollLeft = 300; }")
    after = box(name)["x"]

    assert frame.evaluate("(frame) => frame.scrollLeft") == 300
    assert abs(before - after) < 5


def test_tables_of_figures_stay_within_their_column(open_page: Open) -> None:
    """They end where the text beside them ends."""
    page = open_page("nl/insights/", viewport={"width": 1280, "height": 900})
    column, frame = box(page.locator(".main-column")), box(page.locator(".insight .scroll"))

    assert frame["x"] + frame["width"] <= column["x"] + column["width"] + 1


def test_figures_are_listed_above_them_on_a_phone(open_page: Open) -> None:
    """Nobody has to scroll through ten figures to find out which there are."""
    page = open_page("insights/", viewport=PHONE)
    contents = page.get_by_role("navigation", name="On this page")
    first = box(page.locator(".insight").first)

    assert box(contents)["y"] < first["y"]
    contents.get_by_role("link", name="Coverage and bias").click()
    expect(page.get_by_role("heading", name="Coverage and bias")).to_be_in_viewport()


def test_letters_in_the_figures_are_large_enough_on_a_phone(open_page: Open) -> None:
    """Nothing that is drawn is written smaller than 11 pixels."""
    page = open_page("insights/", viewport=PHONE)
    sizes = page.locator(".flow").evaluate_all(
        "(all) => all.map((one) => 13 * one.getBoundingClientRect().width / one.viewBox.baseVal.width)"
    )

    assert min(sizes) >= 11
