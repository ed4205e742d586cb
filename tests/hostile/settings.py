# ruff: noqa: E501
"""Configurations and vocabularies: what a site may be talked into by the files beside its stories."""

from __future__ import annotations

from collections.abc import Mapping

_SITE = "site_name: S\ndocs_dir: content\n"
_PLUGIN = _SITE + "plugins: [{cx-stories: {%s}}]\n"

CONFIGURATIONS = {
    "nothing": ("", "CX905"),
    "a list": ("- a\n", "CX905"),
    "a word": ("word\n", "CX905"),
    "zero bytes": ("\0" * 100, "CX905"),
    "no YAML": ("site_name: [a\n", "CX905"),
    "brackets": ("site_name: " + "[" * 100_000, "CX905"),
    "braces": ("a: " + "{a: " * 30_000, "CX905"),
    "a billion laughs": (
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n"
            for old, new in zip("abcdefgh", "bcdefghi", strict=True)
        )
        + "plugins: *i\n",
        "CX905",
    ),
    "an alias within itself": (_SITE + "plugins: &a [cx-stories: *a]\n", "CX905"),
    "a program": (
        _SITE + "plugins: [cx-stories]\nextra: {x: !!python/object/apply:os.system ['touch ran']}\n",
        "",
    ),
    "a program by its name": (_SITE + "plugins: [cx-stories]\nextra: {x: !!python/name:os.system }\n", ""),
    "a program in the options": (
        _PLUGIN % "languages: !!python/object/apply:os.system ['touch ran']",
        "CX905",
    ),
    "hooks": (_SITE + "hooks: [ran.py]\nplugins: [cx-stories]\n", ""),
    "a plugin that is a program": (_SITE + "plugins: [cx-stories, macros: {module_name: ran}]\n", ""),
    "a theme that is a program": (
        _SITE + "theme: {name: null, custom_dir: ran}\nplugins: [cx-stories]\n",
        "",
    ),
    "an extension that is a program": (_SITE + "markdown_extensions: [ran]\nplugins: [cx-stories]\n", ""),
    "an environment": (_SITE.replace("S", "!ENV [HOME, x]") + "plugins: [cx-stories]\n", ""),
    "no plugin": (_SITE + "plugins: [search]\n", "CX905"),
    "a plugin that is a number": (_SITE + "plugins: 12\n", "CX905"),
    "an option that is none": (_PLUGIN % "langs: [en]", "CX905"),
    "an option with a tag": (_PLUGIN % "'<script>alert(1)</script>': x", "CX905"),
    "languages that are none": (_PLUGIN % "languages: ['../..']", "CX905"),
    "languages with a tag": (_PLUGIN % "languages: ['<b>']", "CX905"),
    "no languages": (_PLUGIN % "languages: [en, en]", "CX905"),
    "markup switched off": (_PLUGIN % "severities: {CX601: off}", "CX905"),
    "markup switched off by name": (_PLUGIN % "severities: {raw-html: info}", "CX905"),
    "markup switched off for some": (
        _PLUGIN % "severities_per_path: {'stories/': {unsafe-link: off}}",
        "CX905",
    ),
    "a rule that is none": (_PLUGIN % "severities: {CX999: off}", "CX903"),
    "a vocabulary elsewhere": (_PLUGIN % "vocabularies: [/etc/passwd]", "CX904"),
    "a vocabulary up and out": (_PLUGIN % "vocabularies: [../../../../../../etc/passwd]", "CX904"),
    "a vocabulary that never ends": (_PLUGIN % "vocabularies: [/dev/zero]", "CX904"),
    "a list of names that never ends": (_PLUGIN % "deny_list: /dev/zero", "CX905"),
    "a baseline that never ends": (_PLUGIN % "baseline: /dev/zero", "CX905"),
    "warnings without number": (_PLUGIN % ("max_warnings: " + "9" * 5000), "CX905"),
    "a parent that is itself": ("INHERIT: mkdocs.yml\n" + _SITE + "plugins: [cx-stories]\n", "CX905"),
    "a parent that never ends": ("INHERIT: /dev/zero\n" + _SITE + "plugins: [cx-stories]\n", "CX905"),
    "patterns that are none": (_SITE + "exclude_docs: '!'\nplugins: [cx-stories]\n", "CX905"),
}
"""`mkdocs.yml` in full, and the code of what a check says; nothing where it runs nothing of it and goes on."""

VOCABULARIES: Mapping[str, tuple[str | bytes, str]] = {
    "nothing": ("", "CX904"),
    "a list": ("- a\n", "CX904"),
    "no text": (b"\xff\xfe\x00", "CX904"),
    "zero bytes": (b"\0\0\0", "CX904"),
    "brackets": ("[" * 100_000, "CX904"),
    "an alias": ("id: channels\nterms: &a [*a]\n", "CX904"),
    "a program": ("id: !!python/object/apply:os.system [ls]\n", "CX904"),
    "a list that is none": ("id: ../../x\nterms: []\n", "CX904"),
    "an id that leads out": ("id: channels\nterms:\n  - id: ../../x\n    labels: {en: X}\n", "CX904"),
    "an id with a tag": ("id: channels\nterms:\n  - id: <script>\n    labels: {en: X}\n", "CX904"),
    "an id of a prototype": ("id: channels\nterms:\n  - id: __proto__\n    labels: {en: X}\n", "CX904"),
    "an id twice": ("id: channels\nterms:\n  - id: x\n  - id: x\n", "CX904"),
    "terms beyond number": ("id: channels\nterms:\n" + "  - {id: x}\n" * 6_000, "CX904"),
    "a term that is broader than itself": (
        "id: channels\nterms:\n  - {id: kiosk, labels: {en: K}, broader: kiosk}\n",
        "CX904",
    ),
    "a key that is none": ("id: channels\nterms:\n  - {id: kiosk, onclick: alert(1)}\n", "CX904"),
    "a source that is a program": (
        "id: channels\nterms:\n  - {id: kiosk, labels: {en: K, nl: K}, source: 'javascript:alert(1)'}\n",
        "",
    ),
}
"""A vocabulary of the site, and what loading it is answered with."""
