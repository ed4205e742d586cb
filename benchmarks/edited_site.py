"""A made-up site at which somebody is at work, and an edit of every kind that a writer makes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from front_matter import PICTURES
from sites import CONFIGURATION, write_ours
from stories import collection, write_text

_VOCABULARY = "channels.yml"
_TERMS = """\
id: channels
terms:
  - id: door-bell
    labels: {{en: Door bell {number}, nl: Deurbel {number}}}
    definition: {{en: "A bell at the door, take {number}.", nl: "Een bel aan de deur, poging {number}."}}
"""
_WORDS = ("lamp", "bicycle", "shutter", "counter", "rain", "letter", "queue", "parcel", "ticket", "window")
_REFERENCES = ("pair", "related", "unrelated")
_NEEDED = ("elements",)
"""What the facts of a story have also where there is nothing to say."""
_FEWEST = 5
Fields = dict[str, Any]


class Edited:
    """A site, and the files of its stories."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folder, self.chance = folder, chance
        self.content = folder / "content"
        self._number = 0

    @staticmethod
    def write(folder: Path, stories: int, languages: Sequence[str]) -> None:
        """Write the site as it is before anybody has edited it. A story that is not right stops nobody."""
        folder.mkdir()
        write_ours(collection(stories, languages), languages, folder)
        (folder / _VOCABULARY).write_text(_TERMS.format(number=0), encoding="utf-8")
        settings = yaml.safe_load((folder / CONFIGURATION).read_text(encoding="utf-8"))
        settings["plugins"][0]["cx-stories"]["vocabularies"] = [_VOCABULARY]
        settings["strict"] = False
        (folder / CONFIGURATION).write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")

    def number(self) -> int:
        """Give a number that was not given before, so that every edit makes something new."""
        self._number += 1
        return self._number

    def words(self, count: int) -> str:
        """Give some words, and a number that no other edit has."""
        return " ".join((*self.chance.choices(_WORDS, k=count), str(self.number())))

    def stories(self) -> list[str]:
        """Give the ids of all stories."""
        names = (file.name for file in (self.content / "stories").glob("*.md"))
        return sorted({name.partition(".")[0] for name in names} - {"index"})

    def story(self) -> str:
        """Give any story."""
        return self.chance.choice(self.stories())

    def tellings(self, story: str) -> list[Path]:
        """Give the files of a story, the one with its facts first."""
        return sorted((self.content / "stories").glob(f"{story}.*"), key=lambda file: len(file.name))

    def telling(self) -> Path:
        """Give any file of any story."""
        return self.chance.choice(self.tellings(self.story()))


def read(file: Path) -> tuple[Fields, str]:
    """Give the front matter and the body of a file."""
    _, block, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(block), body.lstrip("\n")


def _change(file: Path, **fields: object) -> None:
    """Give fields of a file another value; one without a value goes."""
    before, body = read(file)
    after = {name: value for name, value in {**before, **fields}.items() if value or name in _NEEDED}
    write_text(file, after, body)


def _body(site: Edited) -> None:
    file = site.telling()
    fields, body = read(file)
    write_text(file, fields, f"{body}\nThen she said: {site.words(6)}.\n")


def _title(site: Edited) -> None:
    _change(site.telling(), title=site.words(3).capitalize())


def _summary(site: Edited) -> None:
    _change(site.telling(), summary=f"About {site.words(8)}.")


def _date(site: Edited) -> None:
    day = date(2012, 1, 1) + timedelta(days=site.chance.randrange(5000))
    _change(site.tellings(site.story())[0], date=day)


def _polarity(site: Edited) -> None:
    """Turn a story round, and the one it is told with: what was there was missed, and the other way round."""
    story = site.story()
    partner = read(site.tellings(story)[0])[0].get("pair")
    for turned in [story, *([partner] if partner in site.stories() else [])]:
        for file in site.tellings(turned):
            told, _ = read(file)
            verdict = {"positive": "negative", "negative": "positive"}.get(told.get("polarity", ""))
            _change(file, polarity=verdict, elements=told.get("missed") or [], missed=told.get("elements"))


def _element(site: Edited) -> None:
    """Take an element away from a story, with what was told of it in every language."""
    files = site.tellings(site.story())
    fields, _ = read(files[0])
    kind = site.chance.choice([name for name in ("elements", "missed") if fields.get(name)] or ["elements"])
    gone = site.chance.choice([*fields.get(kind, ())] or [""])
    for file in files:
        there = read(file)[0].get(kind) or {}
        left = [one for one in there if one != gone]
        _change(file, **{kind: {one: there[one] for one in left} if isinstance(there, dict) else left})


def _terms(site: Edited) -> None:
    channels = site.chance.sample(["store", "web", "phone", "door-bell"], 2)
    _change(site.tellings(site.story())[0], channels=channels, emotions=["proud"])


def _lesson(site: Edited) -> None:
    file = site.telling()
    first, *others = read(file)[0]["lessons"]
    text = f"Lend {site.words(5)}."
    _change(file, lessons=[{**first, "text": text} if isinstance(first, dict) else text, *others])


def _pair(site: Edited) -> None:
    """Part the two of a pair, or pair two that are told apart."""
    one, other = site.chance.sample(site.stories(), 2)
    for story in (one, other):
        partner = read(site.tellings(story)[0])[0].get("pair")
        for parted in [story, *([partner] if partner in site.stories() else [])]:
            _change(site.tellings(parted)[0], pair=None)
    verdicts = {read(site.tellings(story)[0])[0]["polarity"] for story in (one, other)}
    if len(verdicts) == 2:
        _change(site.tellings(one)[0], pair=other)
        _change(site.tellings(other)[0], pair=one)


def _related(site: Edited) -> None:
    one, other = site.chance.sample(site.stories(), 2)
    _change(site.tellings(one)[0], related=[other])


def _image(site: Edited) -> None:
    """Exchange two pictures, or show another one; both have the same name as before."""
    folder = site.content / "stories"
    one, other = (folder / name for name in site.chance.sample(PICTURES, 2))
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    file = site.tellings(site.story())[0]
    _change(file, image={"file": one.name, "alt": f"A {site.words(2)}.", "credit": "Somebody"})


def _vocabulary(site: Edited) -> None:
    (site.folder / _VOCABULARY).write_text(_TERMS.format(number=site.number()), encoding="utf-8")


def _status(site: Edited) -> None:
    file = site.tellings(_nowhere_named(site))[0]
    _change(file, status="draft" if read(file)[0].get("status") != "draft" else "published")


def _add(site: Edited) -> None:
    """Tell a story again under another name, in other words."""
    old, new = site.story(), f"added-{site.number()}"
    for file in site.tellings(old):
        fields, _ = read(file)
        fresh = {name: value for name, value in fields.items() if name not in ("pair", "aliases")}
        fresh["title"] = site.words(3).capitalize()
        target = file.with_name(file.name.replace(old, new, 1))
        write_text(target, fresh, f"{site.words(80)}.\n\n{site.words(80)}.\n")


def _delete(site: Edited) -> None:
    """Delete a story, and whatever names it; links go to another one."""
    if len(site.stories()) <= _FEWEST:
        return
    gone = site.story()
    for file in site.tellings(gone):
        file.unlink()
    left = site.story()
    for file in (site.content / "stories").glob("*.md"):
        if gone in (text := file.read_text(encoding="utf-8")):
            file.write_text(_named(gone).sub(left, text), encoding="utf-8")
            fields, _ = read(file)
            _change(file, **{name: _without(fields.get(name), left) for name in _REFERENCES})


def _rename(site: Edited) -> None:
    """Give a story another id; it keeps the old one as an alias, and whatever names it follows."""
    old, new = site.story(), f"renamed-{site.number()}"
    for file in site.tellings(old):
        file.rename(file.with_name(file.name.replace(old, new, 1)))
    for file in (site.content / "stories").glob("*.md"):
        if old in (text := file.read_text(encoding="utf-8")):
            file.write_text(_named(old).sub(new, text), encoding="utf-8")
    first = site.tellings(new)[0]
    _change(first, aliases=[*read(first)[0].get("aliases", ()), old])


def _named(story: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(story)}(?![\w-])")


def _without(named: str | list[str] | None, story: str) -> str | list[str] | None:
    if isinstance(named, list):
        return [one for one in named if one != story]
    return None if named == story else named


def _translation(site: Edited) -> None:
    """Take a translation away, or lay one down that is as the story was first told."""
    first, *others = site.tellings(site.story())
    if others:
        others[-1].unlink()
    else:
        fields, body = read(first)
        told = {name: fields[name] for name in ("title", "summary")}
        write_text(first.with_name(f"{first.stem}.nl.md"), told, body)


def _break(site: Edited) -> None:
    """Name a channel that there is not: the story is left out until somebody mends it, or mend it."""
    file = site.tellings(_nowhere_named(site))[0]
    broken = "no-such-channel" in read(file)[0]["channels"]
    _change(file, channels=["store" if broken else "no-such-channel"])


def _nowhere_named(site: Edited) -> str:
    """Give a story that no other one names: when it goes, it takes no other with it."""
    texts = [file.read_text(encoding="utf-8") for file in site.content.rglob("*.md")]
    every = [one for one in site.stories() if not any(_named(one).search(text) for text in texts)]
    if not every:
        _add(site)
        return _nowhere_named(site)
    return site.chance.choice(every)


def _person(site: Edited) -> None:
    _change(site.chance.choice(sorted((site.content / "people").glob("*.md"))), summary=site.words(5))


def _configuration(site: Edited) -> None:
    file = site.folder / CONFIGURATION
    settings = yaml.safe_load(file.read_text(encoding="utf-8"))
    file.write_text(
        yaml.safe_dump({**settings, "site_name": site.words(2)}, sort_keys=False), encoding="utf-8"
    )


def _touch(site: Edited) -> None:
    site.telling().touch()


EDITS: Mapping[str, Callable[[Edited], None]] = {
    "body": _body,
    "title": _title,
    "summary": _summary,
    "date": _date,
    "polarity": _polarity,
    "element": _element,
    "terms": _terms,
    "lesson": _lesson,
    "pair": _pair,
    "related": _related,
    "image": _image,
    "vocabulary": _vocabulary,
    "status": _status,
    "add": _add,
    "delete": _delete,
    "rename": _rename,
    "translation": _translation,
    "break": _break,
    "person": _person,
    "configuration": _configuration,
    "touch": _touch,
}
