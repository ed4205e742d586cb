"""Forty faults in one story are told in one run, each at its own place."""

from __future__ import annotations

from cx_stories.model.diagnostic import Diagnostic
from tests.conftest import Site

CONFIGURATION = """site_name: Stories
docs_dir: content
plugins:
  - cx-stories:
      languages: [en, nl]
      deny_list: names.txt
"""
FAULTY = """---
title: Two coats
titel: Three coats
summary: The shop sent her two coats that were both too small, then a third one that was too small as well,
  then it asked her to pay for all three of them, and when she rang to ask why, nobody who answered knew it.
date: 2024-02-30
polarity: negative
elements: [surprising, surprising]
missed: [surprising]
stages: [purchese]
channels: web
touchpoints: [repair]
senses: [Zicht]
sector: fashion
organisation: Acme
recovery: exceded
teller: nina
series: night-shift
issue: 012
pair: two-coats
related: [a-bat-day, a-bad-day, a-bad-day]
source: {title: Experience First, url: example.org/column}
provenance: first-hand
image: {file: coat.png}
lessons: []
questions:
  - Does mina@example.org still answer?
  - Does anybody answer 020 794 0123?
  - Who sent the money to NL91 ABNA 0417 1643 00?
  - Why did the shop ask for 123456782?
  - What would the shop at Kerkstraat 12 have done?
  - What would you have told Mina Jansen?
ignore:
  - {rule: CX999, reason: Long ago}
  - {rule: CX310}
  - {rule: CX107, reason: It was a slip}
---
She rang at nine. <blink>Nobody</blink> answered, and [the rules](rules.md) were [gone](javascript:rules()).

#### At ten

![](lorry.png) ![A lorry](https://example.org/lorry.png)

## At four {: #__search }

\u201cWe have sent you what you ordered, and what you ordered is what you have now, so that if you wanted
something else than what you ordered you should have ordered what you wanted then, when there was still time
for that, and not now, when there is none, because now you have what you ordered.\u201d
"""
EXPECTED = [
    "3:1-3:6 CX103 error",
    "4:10-5:109 CX108 warning",
    "6:7-6:17 CX106 error",
    "8:12-8:22 CX301 info",
    "8:24-8:34 CX203 warning",
    "9:10-9:20 CX208 error",
    "10:10-10:18 CX201 error",
    "11:11-11:14 CX104 error",
    "13:10-13:15 CX202 info",
    "15:15-15:19 CX406 warning",
    "16:11-16:18 CX201 error",
    "17:9-17:13 CX205 error",
    "18:9-18:20 CX205 error",
    "19:8-19:11 CX105 error",
    "20:7-20:16 CX209 error",
    "21:11-21:20 CX204 error",
    "21:33-21:42 CX203 warning",
    "22:40-22:58 CX109 error",
    "24:1-24:6 CX305 error",
    "24:15-24:23 CX211 error",
    "25:1-25:8 CX306 error",
    "27:10-27:26 CX401 error",
    "28:25-28:37 CX402 error",
    "29:27-29:49 CX403 error",
    "30:30-30:39 CX404 error",
    "31:28-31:41 CX405 warning",
    "32:30-32:41 CX410 error",
    "34:12-34:17 CX903 error",
    "35:12-35:17 CX902 error",
    "36:12-36:17 CX901 warning",
    "37:1-37:4 CX407 error",
    "38:19-38:26 CX601 error",
    "38:67-38:75 CX210 error",
    "38:89-38:107 CX602 error",
    "40:1-40:12 CX311 warning",
    "42:1-42:15 CX305 error",
    "42:5-42:14 CX211 error",
    "42:27-42:56 CX603 error",
    "44:15-44:24 CX604 error",
    "46:1-48:83 CX409 warning",
]
"""Line and column of the beginning and of the end, the rule and how bad it is."""


def test_forty_faults_of_many_kinds_are_told_in_one_run(site: Site) -> None:
    """A writer sees all there is to mend at once, each in its place; no fault hides another."""
    site.file("../mkdocs.yml", CONFIGURATION)
    site.file("../names.txt", "Mina Jansen\n")
    site.story("a-bad-day", "title: A bad day\n")
    site.story("two-coats", FAULTY)

    found = site.inspect().diagnostics
    assert [_placed(one) for one in found] == EXPECTED
    assert ({one.path for one in found}, len(found), len({one.code for one in found}) >= 25) == (
        {"stories/two-coats.md"},
        40,
        True,
    )


def _placed(found: Diagnostic) -> str:
    at = found.span
    return f"{at.line}:{at.column}-{at.end_line}:{at.end_column} {found.code} {found.severity}"
