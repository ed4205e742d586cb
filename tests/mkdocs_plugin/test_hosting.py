"""The files that tell a server what to say with every page."""

from __future__ import annotations

from cx_stories.mkdocs_plugin.hosting import for_nginx, for_static_hosts
from cx_stories.mkdocs_plugin.policy import ContentPolicy

POLICY = ContentPolicy({"default-src": frozenset()} | ContentPolicy().sources)
LASTING = ("/assets/cx-stories/", "/assets/main.1.css")
HEADERS = {
    "Content-Security-Policy": POLICY.header,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def test_static_hosts_say_the_policy_with_everything_and_keep_what_never_changes() -> None:
    """A site on Netlify or Cloudflare Pages is as careful as one on a server of its own."""
    said = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    kept = "  Cache-Control: public, max-age=31536000, immutable\n"

    assert for_static_hosts(POLICY, LASTING) == (
        f"/*\n{said}\n/assets/cx-stories/*\n{kept}\n/assets/main.1.css\n{kept}"
    )


def test_nginx_says_the_same_as_static_hosts() -> None:
    """Two files from one source never disagree."""
    said = [line for line in for_nginx(POLICY, LASTING).splitlines() if line.startswith("add_header")]

    assert said == [
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        "add_header Cache-Control $cx_keep always;",
    ]
