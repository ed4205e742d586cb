"""A writer signs in to the form: the window of the repository's host has to reach the one that opened it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from served_site import rules_of, serving
from tests.site.nginx import find_nginx, nginx

from cx_stories.mkdocs_plugin.form import form_policy, policy_with
from cx_stories.mkdocs_plugin.hosting import NGINX, STATIC_HOSTS, for_nginx, for_static_hosts
from cx_stories.mkdocs_plugin.policy import ContentPolicy
from cx_stories.pipeline.form_options import Form

FORM = Form(backend="github", repository="acme/stories", branch="main", publish=True)
OPEN = "address => { window.signing = window.open(address, 'auth') }"
SAYS = "window.opener ? 'there' : 'gone'"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site of two pages, with what its server is told where there is a form."""
    for path in ("index.html", "admin/index.html", "404.html"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("<!doctype html><title>A page</title>")
    (tmp_path / "404.html").touch()
    said = for_static_hosts(policy_with(ContentPolicy(), FORM), (), form=True)
    (tmp_path / STATIC_HOSTS).write_text(said)
    (tmp_path / NGINX).write_text(for_nginx(ContentPolicy(), (), form=form_policy(FORM)))
    return tmp_path


def opener_of(chromium: Browser, page: str, host: str) -> str:
    """Have a page open one of another host in a window; give what that knows of it."""
    window = chromium.new_context()
    opening = window.new_page()
    opening.goto(page)
    with window.expect_page() as opened:
        opening.evaluate(OPEN, host)
    opened.value.wait_for_load_state()
    found = opened.value.evaluate(SAYS)
    window.close()
    return str(found)


@pytest.fixture
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of somebody else."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "index.html").write_text("<!doctype html><title>Sign in</title>")
    return folder


def test_static_host_lets_a_writer_sign_in(chromium: Browser, site: Path, host: Path) -> None:
    """The answer of the host arrives; without a form, no page knows a window of another site."""
    strict = {"/*": {"Cross-Origin-Opener-Policy": "same-origin"}}
    with serving(host, {}) as elsewhere, serving(site) as form, serving(site, strict) as without:
        other = elsewhere.replace("127.0.0.1", "localhost")
        found = [opener_of(chromium, one, other) for one in (f"{form}admin/", without)]

    assert rules_of(site)["/*"].keys() > strict["/*"].keys()
    assert found == ["there", "gone"]


@pytest.mark.skipif(find_nginx() is None, reason="needs nginx (on Debian: nginx-light)")
def test_nginx_lets_a_writer_sign_in_and_keeps_all_other_pages_alone(
    chromium: Browser, site: Path, host: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It can tell one page from another."""
    folder = tmp_path_factory.mktemp("nginx")
    with serving(host, {}) as elsewhere, nginx(str(find_nginx()), site, folder) as server:
        other, own = elsewhere.replace("127.0.0.1", "localhost"), f"http://127.0.0.1:{server.port}/"
        found = [opener_of(chromium, one, other) for one in (f"{own}admin/", own)]

    assert found == ["there", "gone"]
