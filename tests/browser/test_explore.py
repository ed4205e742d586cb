"""Explore: a reader narrows the stories down, and the address always says to what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from served_site import PHONE, Open

EVERYTHING = "?q=the&polarity=positive&hit=surprising&stage=use&stage=service&sort=title&page=2"


def ready(page: Page) -> Page:
    """Wait until the page shows what the address asks for."""
    expect(page.locator(".explore-filters")).to_have_attribute("aria-busy", "false")
    return page


def box(page: Page, name: str, value: str) -> Locator:
    """Give the box of a value of a filter."""
    return page.locator(f'.facet input[name="{name}"][value="{value}"]')


def choose(page: Page, name: str, value: str) -> Page:
    """Tick a box or take the tick away, and wait for the answer."""
    box(page, name, value).click()
    return ready(page)


def number(page: Page) -> int:
    """Give the number of stories that the heading names."""
    words = page.locator("#cx\\:results").inner_text().split()
    return int(words[0]) if words[0].isdigit() else 0


def count(page: Page, name: str, value: str) -> int:
    """Give the number beside a value."""
    return int(page.locator(f'[data-filter="{name}"] [data-value="{value}"] > label .count').inner_text())


def counts(page: Page, name: str) -> dict[str, int]:
    """Give the numbers beside all values of a filter."""
    values = page.locator(f'[data-filter="{name}"] [data-value]').evaluate_all(
        "(items) => items.map((one) => [one.dataset.value, Number(one.querySelector('.count').textContent)])"
    )
    return {value: int(counted) for value, counted in values}


def query(page: Page) -> dict[str, list[str]]:
    """Give what the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def chips(page: Page) -> Sequence[str]:
    """Give the chips in words, without the one that clears all."""
    return [
        text.removesuffix("×").strip()
        for text in page.locator(".explore-chips [data-key]").all_text_contents()
    ]


def titles(page: Page) -> Sequence[str]:
    """Give the titles of the stories that are shown."""
    return page.locator(".explore-found .card h3").all_inner_texts()


@pytest.mark.parametrize(("language", "newest"), [("", "Cancel by letter"), ("nl/", "Opzeggen per brief")])
@pytest.mark.parametrize("options", [{}, {"viewport": PHONE, "color_scheme": "dark"}], ids=["desk", "phone"])
def test_page_opens_with_all_stories_newest_first(
    look_at: Open, language: str, newest: str, options: dict[str, object]
) -> None:
    """A page of them; nothing is chosen yet."""
    page = ready(look_at(f"{language}explore/", **options))

    assert (number(page), titles(page)[0], len(titles(page)), chips(page)) == (22, newest, 12, [])


def test_numbers_say_what_a_choice_would_find(open_page: Open) -> None:
    """Of one stage and another either will do; of two elements a story has both."""
    page = ready(open_page("explore/"))
    promised, kept = [], []
    for name, value in (("hit", "surprising"), ("hit", "unique"), ("polarity", "positive"), ("stage", "use")):
        promised.append(count(page, name, value))
        kept.append(number(choose(page, name, value)))

    assert promised == kept
    assert query(page) == {
        "polarity": ["positive"],
        "hit": ["unique", "surprising"],
        "stage": ["use"],
    }
    before, service = number(page), count(page, "stage", "service")
    assert before <= number(choose(page, "stage", "service")) <= before + service


def test_filter_of_which_one_is_enough_counts_without_its_own_choice(open_page: Open) -> None:
    """Whoever has chosen one stage sees what the others would bring."""
    page = ready(open_page("explore/?hit=surprising"))
    before = counts(page, "stage")
    choose(page, "stage", "use")

    assert counts(page, "stage") == before


def test_closed_filter_is_counted_when_it_is_opened(open_page: Open) -> None:
    """What it says then is about the stories that are left, not about all."""
    page = ready(open_page("explore/?polarity=negative&stage=exit"))
    page.locator("#cx\\:filter-channel").click()
    expect(page.locator('[data-filter="channel"] [data-value="store"]')).to_have_class("none")

    assert count(page, "channel", "phone") == number(page) == 1


def test_value_without_stories_can_be_chosen_and_left_again(open_page: Open) -> None:
    """It is dimmed, and a choice that finds nothing is not lost."""
    page = ready(open_page("explore/?polarity=positive&stage=exit&channel=phone"))
    chosen = box(page, "polarity", "positive")

    expect(chosen).to_be_checked()
    assert (number(page), count(page, "polarity", "positive")) == (0, 0)
    assert number(choose(page, "polarity", "positive")) == 1


def test_long_filter_shows_the_rest_on_request(open_page: Open) -> None:
    """What is chosen is always in sight."""
    page = ready(open_page("explore/?stage=awareness"))
    facet = page.locator('[data-filter="stage"]')
    few = facet.locator("label:visible").count()
    facet.get_by_role("button", name="Show all").click()

    assert few == 9
    assert facet.locator("label:visible").count() == len(counts(page, "stage"))
    expect(facet.get_by_role("button", name="Show fewer")).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("language", ["", "nl/"])
def test_address_with_everything_restores_the_page(open_page: Open, language: str) -> None:
    """Somebody else who opens it sees the same; a page that is not there becomes the last."""
    query_of_page = EVERYTHING.replace("q=the", "q=de") if language else EVERYTHING
    page = ready(open_page(f"{language}explore/{query_of_page}"))

    assert page.locator(".facet input:checked").evaluate_all(
        "(all) => all.map((one) => one.name + one.value)"
    ) == [
        "polaritypositive",
        "hitsurprising",
        "stageuse",
        "stageservice",
    ]
    assert page.locator("#cx\\:words").input_value() == ("de" if language else "the")
    assert page.locator("#cx\\:sort").input_value() == "title"
    assert len(chips(page)) == 5
    assert titles(page) == sorted(titles(page), key=str.casefold)
    assert 0 < number(page) == len(titles(page))


def test_what_nobody_knows_in_an_address_is_passed_over(open_page: Open) -> None:
    """An old or mistyped link still opens, with what is left of it."""
    page = ready(open_page("explore/?stage=moon&colour=red&sort=odd&page=99&polarity=negative"))

    assert (chips(page), number(page)) == (["Verdict: Negative"], 11)
    assert query(page)["polarity"] == ["negative"]
    assert "page" not in query(page)


def test_back_and_forward_go_through_the_choices(open_page: Open) -> None:
    """Each choice is a step; words are one step however many letters they have."""
    page = ready(open_page("explore/"))
    choose(page, "polarity", "negative")
    choose(page, "stage", "service")
    page.locator("#cx\\:words").press_sequentially("file")
    expect(page.locator(".explore-chips")).to_contain_text("Words: file")
    ready(page)
    seen = [number(page)]
    for step in (page.go_back, page.go_back, page.go_back, page.go_forward):
        step()
        ready(page)
        seen.append(number(page))

    assert seen[1:] == [5, 11, 22, 11]
    assert seen[0] < 5
    assert (chips(page), page.locator("#cx\\:words").input_value()) == (["Verdict: Negative"], "")
    expect(box(page, "stage", "service")).not_to_be_checked()


@pytest.mark.parametrize(
    ("act", "kept"),
    [
        (lambda page: box(page, "stage", "use").click(), {"stage": ["use"]}),
        (lambda page: page.locator("#cx\\:sort").select_option("title"), {"sort": ["title"]}),
        (lambda page: page.get_by_role("link", name="Page 2").click(), {}),
    ],
    ids=["filter", "sort", "next page"],
)
def test_words_typed_just_before_something_else_count(
    open_page: Open, act: Callable[[Page], None], kept: dict[str, list[str]]
) -> None:
    """A quick reader loses nothing; the words are in the field, in the address and in what is found."""
    page = ready(open_page("explore/?hit=surprising&hit=unique" if "stage" in kept else "explore/"))
    page.locator("#cx\\:words").evaluate("(field) => { field.value = 'the' }")
    act(page)
    expect(page.locator(".explore-chips")).to_contain_text("Words: the")
    ready(page)

    wanted = {"q": ["the"], **kept}
    assert {name: values for name, values in query(page).items() if name != "hit"} == wanted
    assert page.locator("#cx\\:words").input_value() == "the"


def test_reader_who_goes_on_typing_keeps_the_focus(open_page: Open) -> None:
    """Results that come meanwhile do not pull them away."""
    page = ready(open_page("explore/?sort=title", interceptable=True))
    held: list[Route] = []

    def hold(route: Route) -> None:
        if typing:
            held.append(route)
        else:
            route.continue_()

    typing = True
    page.route("**/pagefind/fragment/*", hold)
    page.get_by_role("link", name="Page 2").click(no_wait_after=True)
    page.locator("#cx\\:words").press_sequentially("the")
    expect(page.locator(".explore-chips")).to_contain_text("Words: the")
    typing = False
    for route in held:
        route.continue_()
    ready(page).wait_for_load_state("networkidle")
    page.keyboard.type("QQ", delay=100)

    assert held
    expect(page.locator("#cx\\:words")).to_have_value("theQQ")


def test_focus_of_the_last_chip_goes_to_the_one_before(open_page: Open) -> None:
    """Not to the button that clears everything."""
    page = ready(open_page("explore/?polarity=positive&stage=use"))
    page.get_by_role("button", name="Remove Journey stage: Use").press("Enter")
    ready(page)

    expect(page.get_by_role("button", name="Remove Verdict: Positive")).to_be_focused()


def test_nothing_moves_beneath_the_pointer(open_page: Open) -> None:
    """Somebody who ticks two boxes without looking ticks these two; a second click unticks."""
    page = ready(open_page("explore/"))
    page.evaluate("for (const one of document.querySelectorAll('.facet')) one.open = true")
    places = """() => [...document.querySelectorAll('.facet label')]
        .filter((one) => one.checkVisibility()).map((one) => one.offsetTop)"""
    unfolded = page.locator('[data-filter="stage"] .facet-more')
    unfolded.click()
    ready(page)
    for name, value in (("stage", "exit"), ("score", "1"), ("hit", "surprising")):
        before = page.evaluate(places)
        choose(page, name, value)
        assert page.evaluate(places) == before
    unfolded.click()
    shown = page.evaluate(places)
    choose(page, "stage", "exit")

    assert page.evaluate(places) == shown


def test_page_stays_where_it_is_when_few_stories_are_left(open_page: Open) -> None:
    """A reader who has scrolled down in it finds the box they ticked where it was."""
    page = ready(open_page("explore/", viewport={"width": 1280, "height": 700}))
    page.mouse.wheel(0, 900)
    expect(page.locator("h1")).not_to_be_in_viewport()
    chosen = box(page, "hit", "surprising")
    chosen.hover()
    before = chosen.bounding_box()
    for name, value in (("hit", "surprising"), ("polarity", "negative")):
        choose(page, name, value)

    assert number(page) < 6
    assert chosen.bounding_box() == before


def test_results_can_be_reached_past_the_filters(open_page: Open) -> None:
    """By keyboard, with a link that shows itself when it is come to."""
    page = ready(open_page("explore/"))
    page.locator("#cx\\:words").focus()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the results")
    expect(skip).to_be_focused()
    assert skip.evaluate("(link) => getComputedStyle(link).clipPath") == "none"
    skip.press("Enter")

    expect(page.locator("#cx\\:results")).to_be_focused()
    assert urlsplit(page.url).fragment == ""


def test_reader_comes_back_from_a_story_to_the_same_list(open_page: Open) -> None:
    """With the page of the list they had come to."""
    page = ready(open_page("explore/?polarity=positive&sort=title"))
    before = titles(page)
    page.locator(".explore-found .card a").nth(2).click()
    expect(page.locator("h1")).to_have_text(before[2])
    page.go_back()

    assert titles(ready(page)) == before


def test_chips_take_themselves_away(open_page: Open) -> None:
    """By keyboard too: the focus goes to the chip that comes in the place of the one that went."""
    page = ready(open_page("explore/?q=the&polarity=positive&stage=use"))
    page.get_by_role("button", name="Remove Verdict: Positive").press("Enter")
    ready(page)
    expect(page.get_by_role("button", name="Remove Journey stage: Use")).to_be_focused()
    left = chips(page)
    page.get_by_role("button", name="Clear all").click()
    ready(page)

    assert left == ["Words: the", "Journey stage: Use"]
    assert (number(page), page.locator("#cx\\:words").input_value(), urlsplit(page.url).query) == (22, "", "")
    expect(page.locator("#cx\\:results")).to_be_focused()


def test_box_keeps_the_focus_when_the_list_is_counted_anew(open_page: Open) -> None:
    """Somebody who ticks by keyboard goes on from where they were."""
    page = ready(open_page("explore/"))
    box(page, "hit", "unique").focus()
    for key in ("Space", "Tab", "Space"):
        page.keyboard.press(key)
    ready(page)

    assert query(page) == {"hit": ["unique", "personalized"]}
    expect(box(page, "hit", "personalized")).to_be_focused()


def test_next_page_begins_at_its_heading(open_page: Open) -> None:
    """The link keeps the choice, and can be opened beside this page."""
    page = ready(open_page("explore/?sort=title"))
    first, link = titles(page), page.get_by_role("link", name="Page 2")
    assert link.get_attribute("href") == "?sort=title&page=2"
    link.click()
    expect(page.locator("#cx\\:results")).to_be_focused()
    ready(page)

    assert query(page) == {"sort": ["title"], "page": ["2"]}
    assert (len(titles(page)), set(first) & set(titles(page))) == (10, set())
    expect(page.locator("#cx\\:results")).to_be_in_viewport()


def test_other_language_shows_the_same_choice(open_page: Open) -> None:
    """The terms are the same; only their names are not."""
    page = ready(open_page("explore/"))
    choose(page, "polarity", "negative")
    page.locator('.top a[hreflang="nl"]').first.click()
    page.wait_for_url("**/nl/explore/**")

    assert (chips(ready(page)), number(page)) == (["Oordeel: Negatief"], 11)
