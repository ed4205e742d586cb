"""The files by which a web server learns what to say with every page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from cx_stories.mkdocs_plugin.policy import ContentPolicy
from cx_stories.views.assets import FOLDER

STATIC_HOSTS, MOVES, NGINX = "_headers", "_redirects", "_nginx.conf"
"""What static hosts such as Netlify and Cloudflare Pages obey, in two files; what nginx includes."""
Moves = Sequence[tuple[str, str]]
"""Where pages were, and where they are now: as they are linked to, seen from the top of the site."""
POLICY, OPENER = "Content-Security-Policy", "Cross-Origin-Opener-Policy"
ALONE, WITH_ITS_WINDOWS = "same-origin", "same-origin-allow-popups"
"""Whom a page knows in another window: nobody of another site, or who it has opened itself. The form signs
writers in through a window of the repository's host, which has to tell it that they may come in.
"""
FOR_EVER = "public, max-age=31536000, immutable"
LOOK_AGAIN = "no-cache"

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    OPENER: ALONE,
    "Cross-Origin-Resource-Policy": "same-origin",
}
_TYPES = {
    "text/html": "html htm",
    "text/css": "css",
    "text/javascript": "js mjs",
    "text/plain": "txt",
    "text/csv": "csv",
    "text/markdown": "md",
    "text/calendar": "ics",
    "text/turtle": "ttl",
    "text/xml": "xml",
    "application/atom+xml": "atom",
    "application/rss+xml": "rss",
    "application/json": "json map",
    "application/jsonl": "jsonl",
    "application/ld+json": "jsonld",
    "application/manifest+json": "webmanifest",
    "application/pdf": "pdf",
    "application/wasm": "wasm",
    "application/x-bibtex": "bib",
    "application/yaml": "yml yaml",
    "font/woff2": "woff2",
    "image/avif": "avif",
    "image/gif": "gif",
    "image/jpeg": "jpg jpeg",
    "image/png": "png",
    "image/svg+xml": "svg",
    "image/webp": "webp",
    "image/x-icon": "ico",
}
"""All that a site has and a browser shows. What is not here, such as the index of the search, is data."""
_PACKABLE = (
    "text/css text/javascript text/plain text/csv text/markdown text/calendar text/turtle text/xml "
    "application/atom+xml application/rss+xml application/json application/jsonl application/ld+json "
    "application/x-bibtex application/yaml image/svg+xml"
)


def named_by_content(theme_styles: str) -> Sequence[str]:
    """Give the paths of what never changes under its name; those that end in a slash are folders."""
    found = ("filter", "fragment", "index")
    return (f"/{FOLDER}/", f"/{theme_styles}", *(f"/pagefind/{name}/" for name in found))


def headers_of(policy: ContentPolicy) -> Mapping[str, str]:
    """Give what a server says with everything it sends."""
    return {POLICY: policy.header, **_ALWAYS}


def for_static_hosts(policy: ContentPolicy, lasting: Sequence[str], *, form: bool = False) -> str:
    """Give the file `_headers`; these hosts have a reader's browser look again for whatever does not last.

    form:  whether writers sign in to a form; two values of one header are none, so all pages say the same
    """
    rules = {"/*": {**headers_of(policy), **({OPENER: WITH_ITS_WINDOWS} if form else {})}}
    rules |= {path + "*" * path.endswith("/"): {"Cache-Control": FOR_EVER} for path in lasting}
    blocks = (
        "\n".join((path, *(f"  {name}: {value}" for name, value in said.items())))
        for path, said in rules.items()
    )
    return "\n\n".join(blocks) + "\n"


def moves_for_static_hosts(moves: Moves) -> str:
    """Give the file `_redirects`."""
    lines = (f"/{way} /{new} 301\n" for old, new in moves for way in _ways(old))
    return "".join(lines)


def _ways(old: str) -> Iterator[str]:
    """Give what people type for an address: a folder without its slash, too."""
    yield from dict.fromkeys((old.rstrip("/"), old))


def for_nginx(policy: ContentPolicy, lasting: Sequence[str], moves: Moves = (), form: str = "") -> str:
    """Give what a `server` of nginx includes.

    form:  what the page of the form may load, which has needs of its own; nothing where there is no form
    """
    headers = dict(headers_of(policy))
    own = tuple(_nginx_policies(headers[POLICY], form)) if form else ()
    if form:
        headers |= {POLICY: "$cx_policy", OPENER: "$cx_opener"}
    return "\n".join((*_nginx_lines(headers, lasting), *own, *_nginx_moves(moves))) + "\n"


def _nginx_policies(everywhere: str, form: str) -> Iterator[str]:
    """Give the lines by which the form has policies, and everything else others."""
    yield f'set $cx_policy "{everywhere}";'
    yield f'set $cx_opener "{ALONE}";'
    own = f'set $cx_policy "{form}"; set $cx_opener "{WITH_ITS_WINDOWS}";'
    yield f"location ^~ /admin/ {{ {own} }}"


def _nginx_moves(moves: Moves) -> Iterator[str]:
    """Give the lines that lead on from where pages were; nginx compares what a browser asks for decoded."""
    for old, new in moves:
        for way in _ways(unquote(old)):
            place = re.sub(r'(["\\])', r"\\\1", f"/{way}")
            yield f'location = "{place}" {{ return 301 /{new}; }}'


def _nginx_lines(headers: Mapping[str, str], lasting: Sequence[str]) -> Iterator[str]:
    yield "# Made with the site. Its `server` has: root /the/folder; include /the/folder/_nginx.conf;"
    yield "# Where that speaks https only, say there too:"
    yield '# add_header Strict-Transport-Security "max-age=31536000" always;'
    yield "index index.html;"
    yield "autoindex off;"
    yield "server_tokens off;"
    yield "absolute_redirect off;"
    yield "error_page 403 404 =404 /404.html;"
    yield "default_type application/octet-stream;"
    yield "types {"
    yield from (f"    {kind} {endings};" for kind, endings in _TYPES.items())
    yield "}"
    yield "charset utf-8;"
    yield f"charset_types {_PACKABLE};"
    yield "gzip on;"
    yield "gzip_vary on;"
    yield "gzip_proxied any;"
    yield "gzip_min_length 512;"
    yield f"gzip_types {_PACKABLE};"
    # A location with an `add_header` of its own would lose all others, so only a variable differs.
    yield f'set $cx_keep "{LOOK_AGAIN}";'
    yield from (f'add_header {name} "{value}" always;' for name, value in headers.items())
    yield "add_header Cache-Control $cx_keep always;"
    for path in lasting:
        how = "^~" if path.endswith("/") else "="
        yield f'location {how} {path} {{ set $cx_keep "{FOR_EVER}"; }}'
    yield f'location = /404.html {{ internal; set $cx_keep "{LOOK_AGAIN}"; }}'
    yield r"location ~ /\.(?!well-known/) { return 404; }"
    yield from (f"location = /{name} {{ return 404; }}" for name in (STATIC_HOSTS, MOVES, NGINX))
