"""What a document loads, its policy allows; nothing else."""

from __future__ import annotations

import pytest

from cx_stories.mkdocs_plugin.policy import ContentPolicy, policy_of

OURS = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'"
)
ELSEWHERE = "https://elsewhere.example"
HI = "'sha256-Qa4B2umykmtWZLHim+/wNuwPuih5UpQ+HHyPeziz8HE='"
"""The sum of `alert("Hi")`, as `openssl dgst -sha256 -binary | base64` gives it."""


def test_a_page_may_load_files_of_the_site_and_nothing_else() -> None:
    """What a server says adds that nobody may show the page within another one."""
    policy = ContentPolicy()

    assert (str(policy), policy.header) == (OURS, f"{OURS}; frame-ancestors 'none'")


@pytest.mark.parametrize(
    ("html", "more"),
    [
        ("", ""),
        ('<script src="own.js"></script><link rel="stylesheet" href="../own.css">', ""),
        (f'<script src="{ELSEWHERE}/a.js"></script>', f"connect-src {ELSEWHERE}; script-src {ELSEWHERE}"),
        (
            '<script src="//elsewhere.example:8080/a.js"></script>',
            f"connect-src {ELSEWHERE}:8080; script-src {ELSEWHERE}:8080",
        ),
        (
            f'<link href="{ELSEWHERE}/a.css" rel="preload Stylesheet" as="style">',
            f"font-src {ELSEWHERE}; img-src {ELSEWHERE}; style-src {ELSEWHERE}",
        ),
        (f'<link rel="preload" as="font" href="{ELSEWHERE}/a.woff2">', f"font-src {ELSEWHERE}"),
        (f'<link rel="canonical" href="{ELSEWHERE}/"><a href="{ELSEWHERE}/">There</a>', ""),
        ('<link rel="manifest" href="site.webmanifest">', "manifest-src 'self'"),
        (f'<iframe src="{ELSEWHERE}/film"></iframe>', f"frame-src {ELSEWHERE}"),
        ('<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "img-src data:"),
        ('<script>alert("Hi")</script>', f"script-src {HI}"),
        ('<script type="module">alert("Hi")</script>', f"script-src {HI}"),
        ('<script type="application/ld+json">{"a": "</p>"}</script>', ""),
        ('<style>alert("Hi")</style>', f"style-src {HI}"),
        (
            '<script>alert(\r\n"Hi")</script>',
            "script-src 'sha256-FKQHPUPn/D2j2AYugierjFsg4T6zjO52vslkI9m3ZoQ='",
        ),
        (
            '<script>write("<b>Hi</b>")</script>',
            "script-src 'sha256-KuZLGRm+otvXrg8AqUHvn8gPzkAsBUctvRJ74rF1dVE='",
        ),
    ],
)
def test_what_the_theme_of_a_site_asks_for_is_allowed(html: str, more: str) -> None:
    """Whoever names a program in `mkdocs.yml` need not know what a policy is."""
    assert policy_of([html], ()).beyond(ContentPolicy()) == more


@pytest.mark.parametrize(
    ("html", "refused"),
    [
        ('<body onload="go()">', "onload= on <body>"),
        ('<p style="color: red">', "style= on <p>"),
        ('<script src="javascript:go()"></script>', 'the address "javascript:go()"'),
        (
            '<script src="https://a.example; default-src */x.js"></script>',
            'the address "https://a.example; default-src */x.js"',
        ),
    ],
)
def test_what_no_policy_can_allow_is_named(html: str, refused: str) -> None:
    """It would not work, and whoever wrote it learns why."""
    policy = policy_of([html, html], ())

    assert (str(policy), policy.refused) == (OURS, (refused,))


@pytest.mark.parametrize(
    ("style", "more"),
    [
        ("a{mask:url('data:image/svg+xml;charset=utf-8,<svg/>')}", "img-src data:"),
        ("a{background:url(lamp.png)} /* data:image/png */", ""),
    ],
)
def test_signs_drawn_within_a_style_sheet_are_shown(style: str, more: str) -> None:
    """Material draws its signs so; a theme that does not needs no such leave."""
    assert policy_of((), [style]).beyond(ContentPolicy()) == more
