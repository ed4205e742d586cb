"""What is compared: our search, and the one built into Material for MkDocs; each is asked in a browser."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page
from visiting import hosted

DEFAULT = "en"
"""The language of the demonstration whose pages have no folder of their own."""
SHOWN = 10
"""How many answers are read: what stands below them few readers see."""
PATIENCE = 20_000
"""For how many milliseconds an answer may take."""
_STORY = re.compile(r"/stories/([^/#?]+)/")
_FIND = """async ([finding, reading, queries, shown]) => {
  const { find } = await import(finding), { read } = await import(reading);
  const told = {};
  for (const query of queries) {
    const { results } = await find(query, { filters: { kind: { any: ["story"] } }, near: true });
    told[query] = [];
    for (const result of results.slice(0, shown)) told[query].push((await read(result)).address);
  }
  return told;
}"""
_WATCH = """() => {
  window.changed = performance.now();
  const result = document.querySelector(".md-search-result");
  new MutationObserver(() => { window.changed = performance.now(); })
    .observe(result, { childList: true, subtree: true, characterData: true });
}"""
_SAID = "() => document.querySelector('.md-search-result__meta').textContent"
_EMPTY = f"() => !/\\d|No /.test(({_SAID})())"
_SETTLED = f"() => /\\d|No /.test(({_SAID})()) && performance.now() - window.changed > 300"
_FOUND = ".md-search-result__item > .md-search-result__link"
_LINKS = "links => links.map(link => link.href)"

Answers = Mapping[str, Sequence[str]]
"""Maps each query to the ids of stories, the best first."""


def ours(browser: Browser, site: Path, language: str, queries: Sequence[str]) -> Answers:
    """Ask a site of ours, built with all its languages, as its search asks for stories."""
    with hosted(site) as origin:
        page = browser.new_page()
        page.goto(origin if language == DEFAULT else f"{origin}{language}/")
        modules = [origin + module(site, name) for name in ("finding", "reading")]
        told = page.evaluate(_FIND, [*modules, list(queries), SHOWN])
        page.close()
    return {query: _stories(addresses) for query, addresses in told.items()}


def module(site: Path, name: str) -> str:
    """Give the address of one of our scripts from the top of a built site."""
    return next(site.glob(f"assets/cx-stories/{name}.*.js")).relative_to(site).as_posix()


def material(browser: Browser, site: Path, queries: Sequence[str]) -> Answers:
    """Ask a bare site by typing into its search; what leads to no story is left out."""
    with hosted(site) as origin:
        page = browser.new_page()
        page.goto(origin)
        page.evaluate(_WATCH)
        page.locator(".md-search__input").click()
        told = {query: _stories(_typed(page, query)) for query in queries}
        page.close()
    return told


def _typed(page: Page, query: str) -> Sequence[str]:
    """Type a query in the place of the one before and give the addresses that are found, in their order."""
    box = page.locator(".md-search__input")
    box.fill("")
    box.press("Backspace")
    page.wait_for_function(_EMPTY, timeout=PATIENCE)
    box.press_sequentially(query)
    page.wait_for_function(_SETTLED, timeout=PATIENCE)
    found: Sequence[str] = page.locator(_FOUND).evaluate_all(_LINKS)
    return found


def _stories(addresses: Sequence[str]) -> Sequence[str]:
    """Give the stories that addresses lead to, each once."""
    found = (match.group(1) for address in addresses if (match := _STORY.search(address)))
    return list(dict.fromkeys(found))[:SHOWN]
