"""A fix changes what it must and nothing else, and is offered only where it is right."""

from __future__ import annotations

import pytest

from cx_stories.checks.fixes import guess, put_in_quotes, retyped, revalued, without_item
from cx_stories.model.diagnostic import Edit, Fix
from cx_stories.model.document import Node, ScalarNode, Span
from cx_stories.pipeline.fixing import fix
from tests.conftest import Site

SAFE = [
    # CX009
    ("title: Acme: a refund", 'title: "Acme: a refund"'),
    ('title:   Acme: a "refund" \\o/  # note', 'title:   "Acme: a \\"refund\\" \\\\o/"  # note'),
    ("elements:\n  surprising: Open: now", 'elements:\n  surprising: "Open: now"'),
    ("theatre:\n  cast: She: nobody else", 'theatre:\n  cast: "She: nobody else"'),
    ("source:\n  title: Acme: a refund", 'source:\n  title: "Acme: a refund"'),
    ("lessons:\n- Acme: open: now\n- Say: so", 'lessons:\n- "Acme: open: now"\n- "Say: so"'),
    ("title: A: b\nsummary: C: d", 'title: "A: b"\nsummary: "C: d"'),
    ("title: “Acme: a refund”", 'title: "Acme: a refund"'),
    ("lessons:\n- „Acme: a refund” ", 'lessons:\n- "Acme: a refund" '),
    # CX103
    ("vragen: [Why?]", "questions: [Why?]"),
    ("'Bron': {title: Column}", "'source': {title: Column}"),
    ("Sector : home", "sector : home"),
    ("Kanalen: [web]\nauteur: mina", "channels: [web]\nauthor: mina"),
    # CX104
    ("channels: web, Winkel # both", "channels: [web, store] # both"),
    ("elements: surprising", "elements: [surprising]"),
    # CX105
    ("title: 012 # a number", 'title: "012" # a number'),
    ("title: No", 'title: "No"'),
    ("issue: 12:30", 'issue: "12:30"'),
    ("lessons: [yes, 1_000]", 'lessons: ["yes", "1_000"]'),
    ("elements:\n  surprising: 012", 'elements:\n  surprising: "012"'),
    # CX106
    ("date: 2024-3-1", "date: 2024-03-01"),
    ("date: '1 maart 2024'", "date: '2024-03-01'"),
    ("date: 25-12-2024", "date: 2024-12-25"),
    ("date: “2024-03-01”", "date: 2024-03-01"),
    # CX109
    ("source: {title: A, url: “https://example.org”}", 'source: {title: A, url: "https://example.org"}'),
    # CX201
    ("channels: [‘phone’, web]", "channels: [phone, web]"),
    # CX202
    ("elements: [Verrassend, \"Herhaalbaar\", 'Uniek']", "elements: [surprising, \"repeatable\", 'unique']"),
    ("elements:\n  Verrassend: Open.\n  Uniek:", "elements:\n  surprising: Open.\n  unique:"),
    ("status: Gepubliceerd", "status: published"),
    # CX203
    ("channels: [web, web , store]", "channels: [web , store]"),
    ("channels: [web, Web, web]", "channels: [web]"),
    ("channels: [web,\n  store,\n  web\n  ]", "channels: [web,\n  store\n  ]"),
    ("channels:\n  - web\n  - web\n# of the two\n  - store", "channels:\n  - web\n# of the two\n  - store"),
    ("lessons:\n- Be kind.\n- Be kind.", "lessons:\n- Be kind."),
]
UNSAFE = [
    ("chanels: [web]", "channels: [web]"),
    (
        "source: {title: Column, uri: https://example.org}",
        "source: {title: Column, url: https://example.org}",
    ),
    ("title: We are #1 in town ", 'title: "We are #1 in town" '),
    ("lessons:\n- Be #1", 'lessons:\n- "Be #1"'),
    ("elements: [surprizing]", "elements: [surprising]"),
    ("elements: ['Verrasend']", "elements: ['surprising']"),
    ("elements:\n  surprizing: Open.", "elements:\n  surprising: Open."),
    ("related: [a-bat-day]", "related: [a-bad-day]"),
    ("teller: nina", "teller: mina"),
]
LEFT = [
    "polarity: Positief",
    "polarity: positve",
    "polarity: no",
    "polarity: “positive”",
    "status: publishd",
    "status: draft | published",
    "status: “published”",
    "statsu: published",
    "polarity: positive: really",
    "title: Acme: a refund\n  in one call",
    "title: Acme: we are #1 in town",
    "title: 'Acme': a refund",
    "elements: {surprising: Acme: open}",
    "lessons:\n- Acme: open # or not",
    "lessons:\n- Acme: open\n  at: nine",
    "lessons: Be kind: always",
    "titel: A\ntitle: B",
    "template: home",
    "id: refund",
    "channels: web, shop floor",
    "title: ~",
    "organisation: no",
    "elements:\n  surprising: yes",
    "elements:\n  no: Open.",
    "title: A\n  b #1",
    "channels: [web #1, store\n  ]",
    "date: 01-02-2024",
    "date: 2024-02-30",
    "date: 2024-03-01 10:00",
    "elements:\n  Verrassend: A.\n  surprising: B.",
    "channels: [web, # only that\n  web]",
    "channels:\n- web\n- web # only that",
    "aliases: [Refund, refund]",
    "stages: [xyzzy]",
]


def _mended(site: Site, typed: str, *, unsafe: bool) -> str:
    """Give lines of front matter as they are after mending."""
    site.story("a-bad-day")
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    site.story("refund", typed)
    fixed = fix(site.settings, unsafe=unsafe, chosen=lambda found: found.path == "stories/refund.md")
    before = (site.content / "stories/refund.md").read_text(encoding="utf-8")
    after = fixed.changes[0].after.decode() if fixed.changes else before
    rest = before.removeprefix(f"---\n{typed}")
    assert after.endswith(rest)
    return after.removeprefix("---\n").removesuffix(rest)


@pytest.mark.parametrize(("typed", "mended"), SAFE)
def test_what_is_beyond_doubt_is_mended(site: Site, typed: str, mended: str) -> None:
    """The story says the same afterwards; quotes, remarks and order stay."""
    assert _mended(site, typed, unsafe=False) == mended


@pytest.mark.parametrize(("typed", "mended"), UNSAFE)
def test_guess_is_made_only_when_asked_for(site: Site, typed: str, mended: str) -> None:
    """Nobody finds other words in their story than they typed, unless they wanted that."""
    assert [_mended(site, typed, unsafe=unsafe) for unsafe in (False, True)] == [typed, mended]


@pytest.mark.parametrize("typed", LEFT)
def test_what_only_the_writer_knows_is_left(site: Site, typed: str) -> None:
    """A verdict, an answer, a remark or one of two meanings is never touched."""
    assert _mended(site, typed, unsafe=True) == typed
    assert [found for found in site.collect().diagnostics if found.fix] == []


@pytest.mark.parametrize("key", ["polarty", "oordeel", "Polarity"])
def test_verdict_is_not_even_given_its_right_name(site: Site, key: str) -> None:
    """Nobody but the writer makes a story count as positive or negative."""
    site.story("refund", f"---\n{key}: positive\ntitel: Refund\n---\n")
    (change,) = fix(site.settings, unsafe=True, chosen=lambda _: True).changes

    assert change.after.decode() == f"---\n{key}: positive\ntitle: Refund\n---\n"


def test_what_is_retyped_keeps_its_quotes() -> None:
    """Only the words between them change."""
    span = Span(2, 5, 2, 10)

    assert retyped(span, "web", "store") == Fix((Edit(Span(2, 6, 2, 9), "store"),))


@pytest.mark.parametrize(
    ("span", "typed"), [(Span(2, 5, 3, 2), "web"), (Span(2, 5, 2, 12), "it's"), (Span(2, 5, 2, 9), "web")]
)
def test_what_is_not_written_as_it_reads_is_not_retyped(span: Span, typed: str) -> None:
    """A value over two lines, or with signs that stand for others, is left to its writer."""
    assert (retyped(span, typed, "store"), revalued(span, typed, "store")) == (None, None)


@pytest.mark.parametrize("better", ["no", "012", "a: b", "#1", "[a]", "it's"])
def test_value_that_would_not_be_text_is_put_in_quotes(better: str) -> None:
    """A fix never makes the next fault."""
    assert revalued(Span(2, 5, 2, 8), "web", better) == Fix((Edit(Span(2, 5, 2, 8), f'"{better}"'),))


def test_value_with_a_quote_in_it_gets_quotes_around_it_that_fit() -> None:
    """The other kind of quotes would end too early."""
    assert revalued(Span(2, 5, 2, 10), "web", "it's") == Fix((Edit(Span(2, 5, 2, 10), '"it\'s"'),))


def test_guess_is_the_closest_and_not_safe() -> None:
    """It is put in only by those who ask for guesses."""
    span = Span(2, 5, 2, 8)

    assert guess(span, "wbe", ["store", "web"]) == Fix((Edit(span, "web"),), safe=False)
    assert guess(span, "xyz", ["store", "web"]) is None


def test_value_over_two_lines_is_not_put_in_quotes() -> None:
    """Its second line would be lost."""
    assert put_in_quotes(Span(2, 5, 3, 8), "web") is None


def test_item_between_brackets_is_taken_out_with_its_comma() -> None:
    """What is left is a list that can be read."""
    items: list[Node] = [ScalarNode("web", Span(1, 12, 1, 15)), ScalarNode("web", Span(1, 17, 1, 20))]

    assert without_item(items, 1, ["channels: [web, web]"], brackets=True) == Fix(
        (Edit(Span(1, 15, 1, 20), ""),)
    )


@pytest.mark.parametrize("name", ["channels", "elements", "emotions"])
def test_endless_list_of_one_value_is_judged(site: Site, name: str) -> None:
    """A list as long as front matter may be costs no more than its length."""
    site.story("refund", f"{name}: [{'Web,' * 1_900}]")
    site.story("refund.nl", f"{name}: [{'Web,' * 1_900}]")

    assert {"CX201", "CX203"} & {one.code for one in site.collect().diagnostics}


@pytest.mark.parametrize(
    "fence",
    [
        '```sh hl_lines="1"\n# one\n#### two\n[a](../stories/refund/)\n```',
        '```md title="x"\n# one\n#### two\n[a](../stories/refund/)\n```',
        "``` {.sh #own}\n# one\n#### two\n[a](../stories/refund/)\n```",
        "<div>\n\n`[a](../stories/refund/)`",
    ],
)
def test_what_may_be_code_is_not_changed(site: Site, fence: str) -> None:
    """A program is shown as its writer typed it, also where it looks like a heading or a link."""
    site.story("story", f"title: Story\n---\n{fence}\n")
    site.story("refund")

    assert fix(site.settings, unsafe=False, chosen=lambda _: True).changes == ()
