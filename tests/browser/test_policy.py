"""A page may load files of the site and nothing else, whether its server says so or only the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.request import urlopen

import pytest
from rooms import House, Window
from served_site import serving

FORBIDDEN = {
    "a program in the page": '<script>document.title = "Run"</script>',
    "a program of a button": "<button onclick=\"document.title = 'Run'\">Press</button>",
    "a style in the page": "<style>h1 { color: red }</style>",
    "a style of an element": '<h1 style="color: red">Still</h1>',
    "a file of elsewhere": '<img src="https://elsewhere.invalid/lamp.png" alt="">',
}
META_OF = '<meta http-equiv="Content-Security-Policy" content="{}">'
META = re.compile(META_OF.format('([^"]*)'))
PAGE = '<!doctype html><html lang="en">{}<link rel="icon" href="data:,"><title>Still</title>{}'


def said_of(origin: str) -> dict[str, str]:
    """Give the policy of the demonstration: what the server says, and what its home page says."""
    with urlopen(origin) as answer:  # noqa: S310 (a server of this test)
        header, page = answer.headers["Content-Security-Policy"], answer.read().decode()
    (meta,) = META.findall(page)
    return {"server": header, "page": unescape(meta)}


def test_server_and_page_say_the_same(origin: str) -> None:
    """All but what a page cannot say: that nobody may show it within another one."""
    said = said_of(origin)

    assert said["server"] == f"{said['page']}; frame-ancestors 'none'"


@pytest.fixture(scope="module")
def harmful(origin: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve pages that do what is forbidden; some say themselves that it is, of others the server does."""
    said, folder = said_of(origin), tmp_path_factory.mktemp("harmful")
    for speaker, policy in {"server": "", "page": META_OF.format(said["page"])}.items():
        for name, html in FORBIDDEN.items():
            page = folder / speaker / name.replace(" ", "-") / "index.html"
            page.parent.mkdir(parents=True)
            page.write_text(PAGE.format(policy, html), encoding="utf-8")
    with serving(folder, {"/server/*": {"Content-Security-Policy": said["server"]}}) as address:
        yield address


@pytest.mark.parametrize("speaker", ["server", "page"])
@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_page_that_does_what_is_forbidden_is_complained_of(
    house: House, harmful: str, name: str, speaker: str
) -> None:
    """Nothing runs; and what the other tests do not hear has not happened."""
    window = Window(house.room(harmful, {}))
    page = window.show(f"{speaker}/{name.replace(' ', '-')}/")
    page.wait_for_load_state("networkidle")
    button = page.get_by_role("button")
    if button.count():
        button.click()
    title, heard = page.title(), window.complaints.heard
    window.close()

    assert (title, ["Content Security Policy" in one for one in heard[:1]]) == ("Still", [True])
