"""The site as a real nginx serves it, with the configuration that comes with the site."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.conftest import Demonstration
from tests.site.nginx import Answer, Server, checked, find_nginx, nginx

NGINX = find_nginx()
pytestmark = pytest.mark.skipif(
    NGINX is None and not os.environ.get("CI"), reason="needs nginx (on Debian: nginx-light)"
)
FOR_EVER = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def site(demonstration: Demonstration) -> Path:
    """Give the folder of the demonstration."""
    return demonstration.site.folder


@pytest.fixture(scope="module")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the demonstration."""
    assert NGINX, "The tests need nginx: on Debian, apt-get install nginx-light."
    with nginx(NGINX, site, tmp_path_factory.mktemp("nginx")) as served:
        yield served


def promised(site: Path) -> dict[str, str]:
    """Give what the file for static hosts says with everything."""
    lines = (site / "_headers").read_text(encoding="utf-8").split("\n\n")[0].splitlines()[1:]
    return {name.strip().title(): value for name, _, value in (line.partition(": ") for line in lines)}


def said(answer: Answer, promised: dict[str, str]) -> dict[str, str]:
    """Give what an answer says of what was promised."""
    return {name: answer.headers.get(name, "") for name in promised}


def test_nginx_has_nothing_against_the_configuration(site: Path, tmp_path: Path) -> None:
    """Whoever includes it is not warned."""
    assert checked(str(NGINX), site, tmp_path) == (0, "")


def served(site: Path) -> dict[str, tuple[str, str]]:
    """Give one file of every kind: its type, and how long a browser keeps it."""
    (style,) = site.glob("assets/cx-stories/site.*.css")
    (script,) = site.glob("assets/cx-stories/search.*.js")
    (sign,) = site.glob("assets/cx-stories/favicon.*.svg")
    fragment, font = (
        min(site.glob(one)) for one in ("pagefind/fragment/*", "assets/cx-stories/fonts/*.woff2")
    )
    kinds = {
        site / "stories/blazing-contact/": ("text/html; charset=utf-8", "no-cache"),
        style: ("text/css; charset=utf-8", FOR_EVER),
        script: ("text/javascript; charset=utf-8", FOR_EVER),
        sign: ("image/svg+xml; charset=utf-8", FOR_EVER),
        font: ("font/woff2", FOR_EVER),
        fragment: ("application/octet-stream", FOR_EVER),
        site / "pagefind/pagefind.js": ("text/javascript; charset=utf-8", "no-cache"),
        site / "pagefind/wasm.en.pagefind": ("application/octet-stream", "no-cache"),
        site / "pagefind/pagefind-entry.json": ("application/json; charset=utf-8", "no-cache"),
        site / "sitemap.xml": ("text/xml; charset=utf-8", "no-cache"),
    }
    folders = ("", "/")
    return {
        f"/{path.relative_to(site).as_posix()}{folders[path.is_dir()]}": kind for path, kind in kinds.items()
    }


def test_every_kind_of_file_comes_safely_and_is_kept_as_long_as_it_holds(server: Server, site: Path) -> None:
    """Browsers take each for what it is, keep what never changes, and look again for the rest."""
    answers = {path: server.get(path) for path in served(site)}

    kinds = {
        path: (one.headers["Content-Type"], one.headers["Cache-Control"]) for path, one in answers.items()
    }
    assert kinds == served(site)
    assert {one.status for one in answers.values()} == {200}
    assert [said(one, promised(site)) for one in answers.values()] == [promised(site)] * len(answers)


def test_a_page_comes_packed(server: Server, site: Path) -> None:
    """Readers on a slow line wait for a fifth of it."""
    answer = server.get("/stories/blazing-contact/", **{"Accept-Encoding": "gzip"})

    page = (site / "stories/blazing-contact/index.html").read_bytes()
    assert (answer.headers["Content-Encoding"], gzip.decompress(answer.body)) == ("gzip", page)


@pytest.mark.parametrize(
    "path",
    [
        "/stories/never/told/",
        "/assets/cx-stories/gone.0123456789.js",
        "/assets/",
        "/assets/cx-stories/fonts/",
        "/.cx-stories",
        "/_headers",
        "/_nginx.conf",
        "/404.html",
        "/stories/%2e%2e/.cx-stories",
    ],
)
def test_what_is_not_for_readers_is_not_found(server: Server, site: Path, path: str) -> None:
    """No list of a folder, nothing hidden, no file for servers; and no browser keeps the answer."""
    answer = server.get(path)

    assert (answer.status, answer.headers["Cache-Control"]) == (404, "no-cache")
    assert (answer.body, answer.headers["Server"]) == ((site / "404.html").read_bytes(), "nginx")
    assert said(answer, promised(site)) == promised(site)


def test_a_folder_without_its_slash_leads_to_the_page_at_the_same_host(server: Server) -> None:
    """Whatever the name and the port that readers know the server by."""
    answer = server.get("/stories/blazing-contact")

    assert (answer.status, answer.headers["Location"]) == (301, "/stories/blazing-contact/")


def test_nothing_is_taken_from_readers(server: Server) -> None:
    """It is a site of files."""
    assert server.get("/", method="POST").status == 405
