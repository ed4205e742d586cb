# ruff: noqa: E501
"""Run every combination of payload and place through Markdown and the sanitiser, and open it in Chromium.

    python -m tests.hostile.many            all of our own
    python -m tests.hostile.many FILE       the payloads of a file, one on each line, as they are and in every place

It is too long for every day. It prints what ran, was fetched or was left over, and how many inputs there were.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from markdown import Extension, Markdown
from playwright.sync_api import sync_playwright

from cx_stories.mkdocs_plugin.converting import Converter
from cx_stories.mkdocs_plugin.extensions import OWN
from cx_stories.views.prose import Converted
from cx_stories.views.sanitising import harmless
from tests.hostile.families import CONTEXTS, combinations
from tests.hostile.published import CONFIG
from tests.hostile.visiting import Visitor

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

ON_A_PAGE = 60
_PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title><main>{}</main></html>'


def main(payloads: Sequence[str]) -> int:
    """Try them; give how many did something."""
    from find_chromium import find_chromium  # noqa: PLC0415 (found by the path set above)
    from served_site import serving  # noqa: PLC0415

    texts = list(_placed(payloads) if payloads else combinations())
    convert = converter()
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        addresses, unmade, unstable = [], 0, 0
        for number, start in enumerate(range(0, len(texts), ON_A_PAGE)):
            pieces = []
            for text in texts[start : start + ON_A_PAGE]:
                clean = _clean(convert, text)
                unmade += clean is None
                unstable += clean is not None and harmless(clean) != clean
                pieces.append(f'<div class="prose">{clean or ""}</div>')
            (folder / f"{number}.html").write_text(_PAGE.format("\n".join(pieces)), encoding="utf-8")
            addresses.append(f"{number}.html")
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        (folder / "404.html").touch()
        with serving(folder, {}) as origin, Visitor(browser, origin) as visitor:
            wrong = visitor.visit(addresses)
        browser.close()
    print(*wrong, sep="\n")
    print(f"{len(texts)} inputs, {unmade} not made by Markdown, {unstable} not settled, {len(wrong)} wrong")
    return len(wrong) + unstable


def _placed(payloads: Sequence[str]) -> Iterator[str]:
    for context in CONTEXTS.values():
        parts = [part.replace("{{", "{").replace("}}", "}") for part in context.split("{}")]
        yield from (payload.join(parts) for payload in payloads)


def _clean(convert: Converter, text: str) -> str | None:
    try:
        made = convert(text)
    except Exception as error:
        print(f"{text!r}: {error!r}")
        return None
    if made is None:  # a text with links in it, of which MkDocs alone is sure with these extensions
        made = Converted((_markdown().convert(text),))
    return harmless(made.completed(lambda target: target)) if isinstance(made, Converted) else None


@cache
def _markdown() -> Markdown:
    names, settings = _extensions()
    return Markdown(extensions=names, extension_configs=settings)


def converter() -> Converter:
    """Give what makes HTML with every extension that a site of ours may have, and more."""
    return Converter(*_extensions())


def _extensions() -> tuple[list[str | Extension], dict[str, Any]]:
    listed = ["toc", "tables", "fenced_code", *yaml.safe_load(CONFIG)["markdown_extensions"]]
    names = [next(iter(one)) if isinstance(one, dict) else one for one in listed]
    settings = {next(iter(one)): next(iter(one.values())) for one in listed if isinstance(one, dict)}
    chosen = [name for name in dict.fromkeys(names) if name != "pymdownx.snippets"]
    return [*chosen, *(extension() for extension in OWN)], settings


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if sys.argv[1:] else []
    sys.exit(main(lines) > 0)
