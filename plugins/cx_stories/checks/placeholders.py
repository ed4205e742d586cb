"""Words that only hold the place of others, which the writer has still to find."""

from __future__ import annotations

import re
from functools import cache

from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.parts import Lesson
from cx_stories.model.shape import fields_of

FILLED_IN = ("title", "summary", "elements", "missed", "lessons", "questions")
"""The fields of a story whose words are looked at."""
_TEMPLATE = """
What the story is called.
One sentence, at most 200 characters.
One to three sentences somebody could act on.
The umbrella
A driver runs after her.
Rain drums on the roof.
She had no idea.
Most drive on.
Check the seats at the end.
Give drivers time for that.
Who looks under our seats?
Look back before you drive off.
The lesson in your own words.
The sentence that shows it.
What should have been there.
Hoe het verhaal heet.
Eén zin van hoogstens 200 tekens.
Een tot drie zinnen waar iemand iets mee kan.
Wat je een groep vraagt die het gelezen heeft.
De paraplu
Hij rent haar achterna.
De regen trommelt.
Ze miste niets.
Velen rijden door.
Loop aan het eind de bus door.
Geef chauffeurs die tijd.
Wie kijkt er bij ons rond?
Kijk om voordat je wegrijdt.
De les in je eigen woorden.
De zin waaruit het blijkt.
Wat er had moeten zijn.
"""
"""What stands in the template for new stories and in the snippets, and what is said of each line."""
_NAMED = (
    r"(?:customer|client|guest|shop|store|company|employee|person"
    r"|klant|gast|winkel|bedrijf|medewerker|persoon)"
)
_BLANK = (
    rf"(?:(?:insert|fill in|vul|hier|add your|your|jouw|uw)\b[^\]>\n]{{0,60}}|(?:{_NAMED}[ -]?)?(?:name|naam)"
    rf"(?: here| hier|(?: of| van)?(?: the| a| de| het| een)? {_NAMED})?)"
)
_BRACKETED = rf"\[\s*{_BLANK}\s*\](?![(\[:])"
_IN_TEXT = re.compile(
    rf"^[ \t>*_#-]*(?-i:TODO)\b|\blorem ipsum\b|{_BRACKETED}",
    re.IGNORECASE | re.MULTILINE,
)
_ALL_OF_FIELD = re.compile(
    r"\W*(?:x{3,}|to[ -]?be[ -](?:done|determined|decided|added|continued)|todo|tb[acd]|n\.?t\.?b\.?"
    r"|nader te bepalen|(?:nog )?in(?: te | ?)vullen|placeholder)\W*\Z"
    r"|\s*(?:\.{3,}|…+|\?{3,}|_{3,})\s*\Z"
    r"|\W*(?-i:TODO|TBD)\b",
    re.IGNORECASE,
)
_IN_FIELD = re.compile(rf"\blorem ipsum\b|{_BRACKETED}|<\s*{_BLANK}\s*>", re.IGNORECASE)
_QUOTED = re.compile(
    r"“[^”\n]{0,300}”|„[^“”\n]{0,300}[“”]|‘[^’\n]{0,300}’|«[^»\n]{0,300}»|\"[^\"\n]{0,300}\""
)
_MAY_BE_BLANK = re.compile(rf"{_BRACKETED}|\[[^\[\]]*[“”„‘’«»\"]", re.IGNORECASE)
"""A blank in brackets, or what may be one when quotations are left out. Most texts have neither."""
_DEFINED = re.compile(r"^[ ]{0,3}(\[[^\]\n]{1,100}\]):", re.MULTILINE)
_TO_DO = re.compile(r"#[ \t]*(?:To do|Te doen):")
_AROUND = " \t\n.…!?\"'“”‘’„«»"


def in_text(text: str) -> re.Match[str] | None:
    """Find the first place in a text that holds the place of others beyond doubt.

    What stands between quotation marks was said or printed like that: a letter may begin with "Dear [name]".
    Brackets that stand somewhere with a colon behind them are a link.
    """
    if "TODO" not in text and "lorem" not in text.lower() and not _MAY_BE_BLANK.search(text):
        return None
    own = _QUOTED.sub(lambda said: " " * len(said[0]), text)
    links = set(_DEFINED.findall(own))
    return next((found for found in _IN_TEXT.finditer(own) if found[0] not in links), None)


def in_field(value: str) -> str:
    """Give what holds the place of other words in the value of a field; nothing if that is not so."""
    quoted = '"' in value or "“" in value or "‘" in value or "„" in value or "«" in value
    own = _QUOTED.sub(" ", value) if quoted else value
    found = _ALL_OF_FIELD.match(own)
    if found is None and ("[" in own or "<" in own or "lorem" in own.lower()):
        found = _IN_FIELD.search(own)
    return found[0].strip() if found else ""


def to_do(line: str) -> bool:
    """Whether a line between the fences is a remark of ours that waits for a person."""
    return line.startswith("#") and _TO_DO.match(line) is not None


def left_from_template(value: str) -> bool:
    """Whether a value is that of the template, or of the explanation of the field."""
    return _folded(value) in _template()


@cache
def _template() -> frozenset[str]:
    fields = [*(STORY_FIELDS[name] for name in FILLED_IN), *fields_of(Lesson).values()]
    ours = [text for field in fields for text in (field.description, field.example) if text]
    return frozenset(map(_folded, [*_TEMPLATE.strip().split("\n"), *ours]))


def _folded(text: str) -> str:
    return " ".join(text.strip(_AROUND).casefold().split())
