"""Front matter as people get it wrong, each with all that must be reported of it and where."""

from __future__ import annotations

from collections.abc import Mapping

FIELDS = b"""summary: A wrong size is put right.
date: 2024-03-01
polarity: positive
elements: {surprising: She had her money before she had finished her sentence.}
lessons:
  - Give the person who answers the phone the power to refund.
provenance: fictional
---
"""
BODY = (
    b"She rang at nine. The blue coat was a size too small, and she had read the rules: send it back, wait "
    b"two weeks, hope. The woman on the phone asked one question. At four minutes past nine she had her "
    b"money back, and the coat could go to her sister.\n"
)
REST = FIELDS + BODY
"""All that a story needs except its title, down to the closing fence and a body."""


def story(first: str) -> bytes:
    """Give a story that begins with these lines of front matter and is sound from there on."""
    return b"---\n" + first.encode() + b"\n" + REST


def story_with(line: str) -> bytes:
    """Give a sound story in which one line of the front matter is typed this way."""
    key = line.partition(":")[0].encode()
    lines = story("title: Refund").split(b"\n")
    return b"\n".join(line.encode() if typed.startswith(key + b":") else typed for typed in lines)


QUOTES_AND_SIGNS: Mapping[str, tuple[bytes, str]] = {
    "double quote never closed": (story('title: "Refund'), "2:8 CX004"),
    "single quote never closed": (story("title: 'Refund"), "2:8 CX004"),
    "apostrophe in single quotes": (story("title: 'It's hers'"), "2:12 CX004"),
    "one word in quotes": (story('title: "One" call'), "2:14 CX004"),
    "backslash in double quotes": (story(r'title: "C:\quay"'), "2:11 CX004"),
    "backslash before a u": (story(r'title: "C:\users"'), "2:11 CX004"),
    "backslash before an x": (story(r'title: "\xamount"'), "2:9 CX004"),
    "at sign first": (story("title: @home"), "2:8 CX004"),
    "backtick first": (story("title: `home`"), "2:8 CX004"),
    "anchor": (story("title: &a Refund"), "2:8 CX007"),
    "alias": (story("title: *one"), "2:8 CX007"),
    "words in asterisks": (story("title: *One* call"), "2:8 CX007"),
    "ampersand alone": (story("title: & Sons"), "2:8 CX007"),
    "tag": (story("title: !important Refund"), "2:8 CX007"),
    "python tag": (story("title: !!python/object:os.system Refund"), "2:8 CX007"),
    "directive": (story("%YAML 1.2\ntitle: Refund"), "2:1 CX007"),
    "per cent first": (story("title: %off"), "2:8 CX007"),
}

COLONS: Mapping[str, tuple[bytes, str]] = {
    "colon in a value": (story("title: Acme: a refund"), "2:8 CX009"),
    "no space, and a colon in quotes below": (
        story('title:The receipt\nsummary: "One thing: ask."'),
        "2:1 CX004",
    ),
    "apostrophe at the start": (story("title: 't Was zaterdag"), "2:8 CX004"),
    "hyphen without a space": (story("lessons:\n  - One.\n  -Two.\ntitle: A"), "4:3 CX004"),
    "two colons in a list item": (story("lessons:\n  - Trust: it lasts: long"), "3:5 CX009"),
    "colon at the end of a value": (story("title: Acme:"), "2:8 CX009"),
    "colon in a list item": (
        story("title: Refund\nquestions:\n  - Why: what would you do?"),
        "4:5 CX009",
    ),
    "colon in a sentence of evidence": (
        story_with("elements:\n  surprising: Open: even on Boxing Day"),
        "7:15 CX009",
    ),
    "colon between brackets": (story("title: Refund\nsource: {title: Column: new}"), "3:17 CX009"),
    "no colon on the first line": (story("title Refund"), "2:1 CX004"),
    "no colon on a later line": (story("title: Refund\nsector retail"), "3:1 CX004"),
    "no space after the first colon": (story("title:Refund"), "2:1 CX004"),
    "no space after a later colon": (story("title: Refund\nsector:retail"), "3:1 CX004"),
}

LINES: Mapping[str, tuple[bytes, str]] = {
    "tab for indentation": (story("title: Refund\nsource:\n\ttitle: Column"), "4:1 CX004"),
    "line too far in": (story("title: Refund\n  issue: 12"), "3:3 CX004"),
    "line half way": (
        story("title: Refund\nsource:\n  title: Column\n url: https://example.org"),
        "5:2 CX004",
    ),
    "dash on the line of its key": (story("title: Refund\nchannels: - web"), "3:11 CX004"),
    "square bracket never closed": (story("title: Refund\nchannels: [web, store"), "3:11 CX004"),
    "curly bracket never closed": (story("title: Refund\nsource: {title: Column"), "3:9 CX004"),
    "closing bracket first": (story("title: Refund\nchannels: ]"), "3:11 CX004"),
    "text after a bracket": (story("title: [A] refund"), "2:12 CX004"),
    "text after a block sign": (story("title: | Refund"), "2:10 CX004"),
    "dots in the middle": (story("title: Refund\n...\nsector: home"), "3:1 CX004"),
    "dots first": (story("...\ntitle: Refund"), "2:1 CX004"),
    "second document": (story("title: Refund\n--- again"), "3:1 CX004"),
    "list for a key": (story("title: Refund\n? [a, b]\n: c"), "3:3 CX004"),
    "key twice": (story("title: Refund\ntitle: Refunded"), "3:1 CX005"),
    "nested key twice": (story("title: Refund\nsource:\n  title: One\n  title: Two"), "5:3 CX005"),
    "list and no keys": (b"---\n- Refund\n- in one call\n---\n", "2:1 CX006"),
    "words and no keys": (b"---\nRefund in one call\n---\n", "2:1 CX006"),
    "twenty-one brackets": (story("title: A\nsenses: " + "[" * 21 + "sight" + "]" * 21), "3:28 CX008"),
    "brackets without end": (story("title: A\nsenses: " + "[" * 60_000), "3:28 CX008"),
    "a hundred thousand brackets": (story("title: A\nsenses: " + "[" * 100_000), "1:1 CX008"),
    "curly brackets without end": (story("title: A\nsenses: " + "{a: " * 15_000), "3:85 CX008"),
    "dashes without end": (story("title: A\nsenses:\n  " + "- " * 30_000), "4:41 CX008"),
}

FENCES: Mapping[str, tuple[bytes, str]] = {
    "plus signs": (story("title: Refund").replace(b"---", b"+++"), "1:1 CX002"),
    "em dash": (story("title: Refund").replace(b"---", "—".encode(), 1), "1:1 CX002"),
    "three em dashes": (story("title: Refund").replace(b"---", "———".encode()), "1:1 CX002"),
    "two hyphens": (story("title: Refund").replace(b"---", b"--", 1), "1:1 CX002"),
    "four hyphens": (story("title: Refund").replace(b"---", b"----", 1), "1:1 CX002"),
    "word after the fence": (b"--- yaml" + story("title: Refund")[3:], "1:1 CX002"),
    "fence after a space": (b" " + story("title: Refund"), "1:1 CX002"),
    "fence after blank lines and a space": (b"\n \n " + story("title: Refund"), "3:1 CX002"),
    "no front matter": (b"# Refund\n\nShe rang at nine.\n", "1:1 CX002"),
    "nothing at all": (b"", "1:1 CX002"),
    "no closing fence": (b"---\ntitle: Refund\n\nShe rang at nine.\n", "1:1 CX003"),
    "nothing but a fence": (b"---\n", "1:1 CX003"),
    "fence without a line end": (b"---", "1:1 CX003"),
    "no closing fence after blank lines": (b"\n\n---\ntitle: Refund\n", "3:1 CX003"),
}

BYTES: Mapping[str, tuple[bytes, str]] = {
    "UTF-16": (story("title: Refund").decode().encode("utf-16"), "1:1 CX001"),
    "Latin-1": (story("title: Refund").replace(b"Refund", b"Caf\xe9"), "2:11 CX001"),
    "Latin-1 after UTF-8": (story("title: Café X").replace(b"X", b"caf\xe9"), "2:16 CX001"),
    "Latin-1 after a byte order mark": (b"\xef\xbb\xbf---\ntitle: Caf\xe9\n---\n", "2:11 CX001"),
    "Latin-1 with lone returns": (b"---\rtitle: Caf\xe9\r---\r", "2:11 CX001"),
    "bell": (story("title: Refund\x07 in one call"), "2:14 CX010"),
    "bell after an accent and an emoji": (story("title: é😀\x07"), "2:10 CX010"),
    "null": (story("title: Refund\0"), "2:14 CX010"),
    "line separator": (story("title: Refund\u2028in one call"), "2:14 CX010"),
    "next line": (story("title: Refund\x85in one call"), "2:14 CX010"),
    "byte order mark in the middle": (story("title: Refund\ufeff"), "2:14 CX010"),
    "noncharacter": (story("title: Refund\uffff"), "2:14 CX010"),
    "null in the body": (story("title: Refund") + b"\0", "12:1 CX010"),
}

PLACES: Mapping[str, tuple[bytes, str]] = {
    "byte order mark": (b"\xef\xbb\xbf" + story("title: @home"), "2:8 CX004"),
    "Windows line ends": (story("title: @home").replace(b"\n", b"\r\n"), "2:8 CX004"),
    "Windows line ends, two faults": (
        story_with("date: 2024-02-30")
        .replace(b"polarity: positive", b"polarity: no")
        .replace(b"\n", b"\r\n"),
        "4:7 CX106, 5:11 CX105",
    ),
    "lone returns": (story("title: @home").replace(b"\n", b"\r"), "2:8 CX004"),
    "blank lines before the fence": (b"\n\n" + story("title: @home"), "4:8 CX004"),
    "lines of spaces before the fence": (b"  \n\t\n" + story("title: @home"), "4:8 CX004"),
    "remarks and blank lines before": (story("# A remark\n\ntitle: @home"), "4:8 CX004"),
    "emoji and accents in a value": (story("title: é😀é: a refund"), "2:8 CX009"),
    "emoji before a quote": (story("title: 'é😀's home'"), "2:12 CX004"),
    "emoji before a value": (story("title: A\nchannels: [web, é😀é, 😀]"), "3:17 CX201, 3:22 CX201"),
    "emoji before a colon": (story("title: A\nsource: {author: é😀, title: é: b}"), "3:29 CX009"),
}

VALUES: Mapping[str, tuple[bytes, str]] = {
    "no title": (story("issue: 12"), "10:1 CX101"),
    "empty title": (story("title:"), "2:1 CX101"),
    "title in empty quotes": (story('title: ""'), "2:1 CX101"),
    "no": (story("title: no"), "2:8 CX105"),
    "leading zero": (story("title: 012"), "2:8 CX105"),
    "time": (story("title: 12:30"), "2:8 CX105"),
    "tilde": (story("title: ~"), "2:8 CX105"),
    "hexadecimal number": (story("title: 0x1F"), "2:8 CX105"),
    "power of ten": (story("title: 1e3"), "2:8 CX105"),
    "no for a term": (story_with("polarity: no"), "5:11 CX105"),
    "no in a list": (story("title: A\nchannels: [web, no]"), "3:17 CX105"),
    "no for a sentence": (story_with("elements:\n  surprising: no"), "7:15 CX105"),
    "hash first": (story("title: #1"), "2:8 CX105"),
    "hash in a value": (story("title: Service #1"), "2:8 CX105"),
    "hash after more spaces": (story("title:   Service #1"), "2:10 CX105"),
    "hash first after more spaces": (story("title:   #1"), "2:10 CX105"),
    "hash in a list item": (story("title: A\nquestions:\n  - Are we #1 here?"), "4:5 CX105"),
    "hash in a sentence": (story_with("elements:\n  surprising: The #1 shop"), "7:15 CX105"),
    "hash for a sentence": (story_with("elements:\n  surprising: #1"), "7:15 CX105"),
    "hash in a record": (story("title: A\nsource:\n  title: Issue #1"), "4:10 CX105"),
    "hash on a second line": (story("title: A\norganisation: Acme\n  and Sons #1"), "3:15 CX105"),
    "day that does not exist": (story_with("date: 2024-02-30"), "4:7 CX106"),
    "day that does not exist, short": (story_with("date: 2024-2-30"), "4:7 CX106"),
    "day in digits of another script": (story_with("date: ٢٠٢٤-٠١-٠٢"), "4:7 CX106"),
    "day first": (story_with("date: 15-01-2022"), "4:7 CX106"),
    "day with slashes": (story_with("date: 15/1/2022"), "4:7 CX106"),
    "day without leading zeros": (story_with("date: 2022-1-5"), "4:7 CX106"),
    "day in words": (story_with("date: January 15, 2022"), "4:7 CX106"),
    "day with a time": (story_with("date: 2022-01-15 10:00"), "4:7 CX106"),
    "day without hyphens": (story_with("date: 20990115"), "4:7 CX106"),
    "week": (story_with("date: 2099-W01-1"), "4:7 CX106"),
    "year": (story_with("date: 2022"), "4:7 CX106"),
    "tomorrow": (story_with("date: 2026-01-02"), "4:7 CX107"),
    "list for a day": (story_with("date: [2022-01-15]"), "4:7 CX104"),
    "list for a title": (story("title: [A]"), "2:8 CX104"),
    "words for a list": (story("title: A\nchannels: web, store"), "3:11 CX104"),
}

FAULTY: Mapping[str, tuple[bytes, str]] = (
    dict(QUOTES_AND_SIGNS)
    | dict(COLONS)
    | dict(LINES)
    | dict(FENCES)
    | dict(BYTES)
    | dict(PLACES)
    | dict(VALUES)
)
"""By name: the file, and `line:column CODE` for each fault in it."""

SOUND: Mapping[str, bytes] = {
    "plain": story("title: Refund"),
    "byte order mark": b"\xef\xbb\xbf" + story("title: Refund"),
    "Windows line ends": story("title: Refund").replace(b"\n", b"\r\n"),
    "lone returns": story("title: Refund").replace(b"\n", b"\r"),
    "blank lines before the fence": b"\n \n" + story("title: Refund"),
    "spaces after the fences": story("title: Refund").replace(b"---", b"---  "),
    "remark": story("title: Refund # not shown"),
    "remark with a hash in it": story("title: Refund # this is our #1"),
    "hash within a word": story("title: C#1"),
    "hash in quotes": story('title: "Service #1"'),
    "colon in quotes": story('title: "Acme: a refund"'),
    "web address": story("title: Refund\nsource: {title: Column, url: https://example.org/a?b=c}"),
    "colon within a word": story("title: Open 10:30am"),
    "apostrophe in a word": story("title: It's hers"),
    "quotes in the middle": story('title: The "one" call'),
    "no in quotes": story('title: "no"'),
    "text over several lines": story("title: >-\n  Refund\n  in one call"),
    "curly brackets all round": b"---\n{"
    + b", ".join(
        (
            b"title: Refund",
            b"summary: A wrong size",
            b"date: 2024-03-01",
            b"polarity: positive",
            b"elements: []",
            b"lessons: [Give]",
            b"provenance: fictional",
        )
    )
    + b"}\n---\n"
    + BODY,
    "rule in the body": story("title: Refund") + b"\n---\n\nThe next day.\n",
    "leap day": story_with("date: 2024-02-29"),
    "today": story_with("date: 2026-01-01"),
    "explicit key": story("? title\n: Refund"),
}
"""By name: files that look odd and are right."""
