"""A small publication with everything that could go wrong in a file, drawn once for all tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cx_stories.checks.personal.denied_names import DeniedNames
from cx_stories.exports.publication import Publication
from cx_stories.pipeline.publication import publication_of
from tests.conftest import Site
from tests.site.made_site import quoted

TYPED = 'AT&T "x" <y> ]]> {z} \\ 50 % 😀 עברית'
FORMULA = '=HYPERLINK("https://evil.example";"Click")'
CONSENT = "Drawer-7719"
DENIED = "Wilhelmina Plantage"
IGNORED = "The-reason-nobody-reads"
DRAFTED = "Still-in-the-making"
FACTS = f"""\
elements:
  surprising: {quoted(FORMULA)}
  unique: ""
missed: [repeatable]
lessons:
  - lesson: look-twice
    text: Look twice; then | look again.
  - "{"l" * 300}"
stages: [use, service]
channels: [store]
senses: [touch]
emotions: [angry, relieved]
sector: fashion
organisation: "Møbel; & Zoon"
incident: failure-response
recovery: exceeded
outcomes: [repurchase]
teller: mina
series: at-the-counter
issue: "12"
pair: coat
aliases: [refund-of-old]
provenance: first-hand
questions: [What would you do?]
theatre: {{set: A counter.}}
source:
  title: 'On "returns"'
  publication: A+B
  url: https://paper.example/a?b=1&c=2
  accessed: 2024-02-01
  kind: quoted
consent: {{status: given, date: 2024-01-01, ref: {CONSENT}}}
ignore: [{{rule: CX304, reason: {IGNORED}}}]
image: {{file: lamp.png, alt: A lamp, credit: Somebody}}
"""
BODY = """\
She **asked** for [the lamp](coat.md), and `nobody` heard her.
It rained.

[[pause]]

## Afterwards

> "No," he said.
> And yes.

- one
- two
"""
DUTCH = f"""\
---
title: {quoted(TYPED)}
summary: Een verkeerde maat.
elements: {{surprising: Ineens.}}
lessons: [Kijk twee keer., Kijk nog eens.]
---
Zij vroeg.
"""


def drawn(folder: Path) -> Site:
    """Draw stories in two languages, one of them with every field, a draft, and one that must not be told."""
    site = Site(folder)
    site.settings = replace(site.settings, denied=DeniedNames.of([DENIED]))
    site.story("refund", f"title: {quoted(TYPED)}\n{FACTS}\n---\n{BODY}")
    site.file("stories/refund.nl.md", DUTCH)
    site.file("stories/lamp.png")
    site.story("coat", "title: =1+1\npolarity: negative\nelements: []\nmissed: [engaging]\npair: refund\n")
    site.story("small")
    site.story("draft", f"status: draft\ntitle: {DRAFTED}\nrelated: [small]\n")
    site.story("denied", f"organisation: {DENIED}\n")
    site.file("people/mina.md", "---\ntitle: Mina Ådahl\n---\nShe tells.\n")
    site.file("people/mina.nl.md", "---\ntitle: Mina uit Ådal\n---\nZij vertelt.\n")
    site.file("series/at-the-counter.md", "---\ntitle: At the counter\n---\nShort.\n")
    return site


def publication(site: Site, url: str = "https://stories.example/cases") -> Publication:
    """Give what is published of a site."""
    return publication_of(site.collect(), name=f"Small {TYPED}", description="Few.", url=url)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Give the publication of the site that is drawn above."""
    return publication(drawn(tmp_path_factory.mktemp("small")))
