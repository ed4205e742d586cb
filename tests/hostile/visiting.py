# ruff: noqa: E501
"""A reader who looks at every page, touches everything on it, and notes what should not have happened."""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import Literal
from urllib.parse import urlencode

from playwright.sync_api import Browser, Dialog, Error, Page, Request

_Until = Literal["domcontentloaded", "networkidle"]
_EARS = """
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  window[name] = () => { console.error("ran: " + name); };
}
"""
"""What every window and frame has from its beginning: whatever a program of a story does is said aloud."""

_LOOK = r"""
() => {
  const wrong = [], here = location.origin;
  const whole = (address) => { try { return new URL(address, document.baseURI); } catch { return null; } };
  const fetching = new Set(["src", "srcset", "poster", "background", "data", "imagesrcset", "lowsrc", "dynsrc"]);
  const leading = new Set(["href", "xlink:href", "action", "formaction", "cite", "ping", "longdesc", "manifest", "codebase"]);
  const allowed = new Set(["http:", "https:", "mailto:", "tel:"]);
  const forbidden = "script, style, link, meta, base, iframe, frame, object, embed, svg, math, form, video, audio, source, textarea, select, template, noscript, plaintext, xmp";
  const roots = [document, ...[...document.querySelectorAll("template")].map((one) => one.content)];
  for (const root of roots) for (const element of root.querySelectorAll("*")) {
    const name = element.localName;
    for (const { name: attribute, value } of element.attributes) {
      const key = attribute.toLowerCase();
      if (key.startsWith("on")) wrong.push(`handler ${key} of ${name}`);
      if (key === "srcdoc") wrong.push(`document in ${name}`);
      if (key === "style" && !/^(text-align: (left|center|right);?|(left|top): [0-9]+px;.*)$/.test(value)) wrong.push(`style of ${name}`);
      const address = fetching.has(key) || leading.has(key) ? whole(value) : null;
      if (address && leading.has(key) && !allowed.has(address.protocol) && !(name === "link" && address.protocol === "data:")) wrong.push(`${key} of ${name}: ${value}`);
      if (address && fetching.has(key) && address.origin !== here) wrong.push(`${key} of ${name}: ${value}`);
    }
    if (name === "base" || (name === "meta" && /refresh/i.test(element.httpEquiv))) wrong.push(name);
  }
  for (const prose of document.querySelectorAll(".prose")) {
    for (const element of prose.querySelectorAll(forbidden)) wrong.push(`${element.localName} in prose`);
  }
  return [...new Set(wrong)];
}
"""
_TOUCH = """
() => {
  const kinds = ["click", "focus", "mouseover", "mouseenter", "pointerover", "pointerenter", "pointerrawupdate", "toggle",
    "load", "error", "keydown", "animationstart", "transitionend", "beforematch", "wheel", "start", "scroll", "submit"];
  for (const element of document.querySelectorAll("main *")) {
    for (const kind of kinds) if (typeof element[`on${kind}`] === "function") element[`on${kind}`](new Event(kind));
    const leads = [element.protocol, element.getAttribute("formaction"), element.getAttribute("xlink:href")];
    if (leads.some((one) => /^\\s*javascript:/i.test(one ?? ""))) element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
}
"""

_VISIT = f"""
async (look) => {{
  ({_TOUCH})();
  const wrong = look ? ({_LOOK})() : [];
  await new Promise((done) => setTimeout(done));
  return [wrong, location.href];
}}
"""


class Visitor:
    """A window of a browser that is open as long as it is used."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self._origin = origin
        self._context = browser.new_context()
        self._context.set_default_timeout(10_000)
        self._context.add_init_script(_EARS)
        self._heard: list[str] = []
        self._page = self._new_page()

    def __enter__(self) -> Visitor:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._context.close()

    def _new_page(self) -> Page:
        page = self._context.new_page()
        page.on(
            "console", lambda said: self._heard.append(said.text) if said.text.startswith("ran: ") else None
        )
        page.on("request", self._note)
        page.on("dialog", self._answer)
        return page

    def _answer(self, dialog: Dialog) -> None:
        """Note a box that only a program opens, and close it."""
        self._heard.append(f"ran: {dialog.type}")
        dialog.dismiss()

    def _note(self, request: Request) -> None:
        """Note a request to another server."""
        if not request.url.startswith((self._origin, "data:", "blob:", "about:")):
            self._heard.append(f"asked: {request.url}")

    def visit(self, addresses: Iterable[str], until: _Until = "domcontentloaded") -> list[str]:
        """Look at pages; give what each has that none may have, and what it did."""
        wrong = []
        for address in addresses:
            seen = self._at(address, until, look=True)
            wrong += [f"{address} {one}" for one in seen]
        return wrong

    def provoke(self, addresses: Iterable[str]) -> list[str]:
        """Look at pages that have what none may have; give those of which something runs."""
        return [
            f"{address} {one}"
            for address in addresses
            for one in self._at(address, "domcontentloaded", look=False)
            if one.startswith("ran: ")
        ]

    def _at(self, address: str, until: _Until, *, look: bool) -> list[str]:
        self._heard.clear()
        there = self._origin + address
        try:
            self._page.goto(there, wait_until=until)
            wrong, where = self._page.evaluate(_VISIT, look)
            if "?" not in there and where.partition("#")[0] != there:
                wrong.append(f"went to {where}")
        except Error as error:
            wrong = [f"broke: {error.message.splitlines()[0]}"]
            self._page.close()
            self._page = self._new_page()
        return [*wrong, *dict.fromkeys(self._heard)]

    def count(self, selector: str) -> int:
        """Give how many of these the page has that was visited last."""
        return self._page.locator(selector).count()

    def search_for(self, words: Iterable[str]) -> list[str]:
        """Search for words in the dialog and in Explore, and look at what is found."""
        wrong = []
        for one in words:
            self._heard.clear()
            self._page.goto(self._origin)
            self._page.keyboard.press("/")
            self._page.get_by_role("textbox", name="Search the stories").fill(one)
            self._page.wait_for_load_state("networkidle")
            self._page.wait_for_timeout(200)
            wrong += [f"{one}: {seen}" for seen in (*self._page.evaluate(_LOOK), *self._heard)]
            self._heard.clear()
            self._page.goto(f"{self._origin}explore/?{urlencode({'q': one})}")
            self._page.wait_for_load_state("networkidle")
            wrong += [f"{one} in Explore: {seen}" for seen in (*self._page.evaluate(_LOOK), *self._heard)]
        return wrong
