"""The page of the form, and what it may load: it has a policy of its own."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import urlsplit

from markupsafe import Markup

from cx_stories.exports.form.programs import instead
from cx_stories.views.templating import environment

_HOSTS: Mapping[str, tuple[str, ...]] = {
    "github": ("https://api.github.com",),
    "gitlab": ("https://gitlab.com",),
    "gitea": ("https://gitea.com",),
}
"""Whom the form asks for stories, where a site does not say otherwise."""


def allowed_hosts(backend: str, *addresses: str) -> tuple[str, ...]:
    """Give whom the form may ask: the host of the repository and nobody else.

    addresses:  those that the site has given, which stand in the place of the backend's own
    """
    given = (urlsplit(address) for address in addresses if address)
    hosts = {f"{parts.scheme}://{parts.netloc}" for parts in given}
    return tuple(sorted(hosts or _HOSTS.get(backend, ())))


def policy_of_form(hosts: tuple[str, ...] = ()) -> dict[str, str]:
    """Give what the page of the form may load, by directive.

    Sveltia CMS writes style sheets into its page, reads pictures it has in hand as `blob:`, and turns
    pictures into smaller ones by WebAssembly. It may ask nobody but the site and the host of the repository.
    """
    asked = " ".join(("'self'", "blob:", "data:", *hosts))
    return {
        "default-src": "'none'",
        "script-src": f"'self' 'wasm-unsafe-eval' {_sum(_import_map())}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' blob: data:",
        "media-src": "'self' blob:",
        "font-src": "'self'",
        "connect-src": asked,
        "worker-src": "'self' blob:",
        "form-action": "'none'",
        "base-uri": "'none'",
        "object-src": "'none'",
    }


def form_page(name: str, language: str, hosts: tuple[str, ...], *, local: bool) -> bytes:
    """Print the page of the form.

    local:  whether a writer opens a folder, and there is nobody to sign in to
    """
    policy = "; ".join(f"{directive} {sources}" for directive, sources in policy_of_form(hosts).items())
    values = {"name": name, "local": local, "policy": policy, "import_map": Markup(_import_map())}  # noqa: S704 (made of names of our own files)
    return environment(language).get_template("form.html").render(values).encode()


def _import_map() -> str:
    """Say where the words of the form in other languages are: the one thing that stands within the page."""
    return json.dumps({"imports": dict(instead())}, separators=(",", ":"), sort_keys=True)


def _sum(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
