"""What a column of a table, or a key of another system, is called here."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cx_stories.checks.field_names import surely_meant
from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.shape import Evidence, Term, Terms
from cx_stories.vocabulary.vocabulary import Vocabularies, folded

BODY, TAGS, LINK, PUBLICATION, LEFT = "body", "tags", "url", "publication", "left"
"""Besides our own names: the text, words from any list, the parts of a source, what is of no use here."""
_WORDS = {
    "title": "title titel kop headline onderwerp subject naam name heading",
    "summary": """
        summary samenvatting description omschrijving excerpt abstract intro introductie teaser
        korte-samenvatting
    """,
    "date": """
        date datum created published pubdate publishdate gepubliceerd dag when wanneer
        datum-publicatie aangemaakt
    """,
    BODY: """
        body text tekst story verhaal content inhoud case casus experience ervaring beleving
        what-happened what-happened-where wat-gebeurde-er wat-er-gebeurde beschrijving toelichting
        klantverhaal narrative details customer-story experience-story het-verhaal the-story
    """,
    "polarity": """
        polarity polariteit oordeel verdict sentiment positive-negative positive-or-negative
        positief-negatief positief-of-negatief good-bad goed-slecht good-or-bad goed-of-slecht
        beoordeling type-ervaring +/-
    """,
    "lessons": """
        lesson les lessons lessen learning learnings leerpunt leerpunten takeaway takeaways
        wat-leren-we what-we-learned geleerd
    """,
    "questions": "question vraag questions vragen discussie discussion",
    "channels": "channel kanaal channels kanalen",
    "stages": "stage fase stages fases fasen phase journey-stage customer-journey klantreis",
    "touchpoints": "touchpoint touchpoints contactmoment contactmomenten contactpunt moment",
    "senses": "sense zintuig senses zintuigen",
    "emotions": "emotion emotie emotions emoties gevoel gevoelens feeling feelings",
    "sector": "sector branche industry bedrijfstak industrie",
    "organisation": """
        organisation organization organisatie company bedrijf shop winkel brand merk bedrijfsnaam
        store
    """,
    "outcomes": "outcome uitkomst outcomes uitkomsten result resultaat gevolg",
    "elements": "element elementen elements five-elements vijf-elementen",
    "teller": "teller verteller customer klant told-by verteld-door",
    "author": "author auteur schrijver writer by door authors",
    "series": "series reeks serie rubriek column",
    "issue": "issue nummer editie edition aflevering",
    "source": "source bron",
    "consent": "consent toestemming akkoord permission",
    LINK: "url link website address adres-website permalink web source-url",
    PUBLICATION: "publication publicatie magazine tijdschrift blad krant medium",
    TAGS: """
        tags tag categories category categorie categorieen keywords trefwoorden labels topics
        onderwerpen
    """,
    LEFT: """
        layout draft slug id weight permalink-id status type template cssclass cssclasses publish
        toc lastmod modified updated nr no nummer-rij row rij markup language lang taal hidden
        sticky comments
    """,
}
"""Other names, in any of which a hyphen may be a blank or any other sign."""
_PARTING = re.compile(r"[\W_]+")


def plain_name(typed: str) -> str:
    """Give a name as it is compared: small letters, hyphens between its words."""
    whole = folded(typed)
    return whole if whole == "+/-" else _PARTING.sub("-", whole).strip("-")


_OURS: Mapping[str, str] = {
    plain_name(name) if name != "+/-" else name: ours
    for ours, names in _WORDS.items()
    for name in names.split()
}


def meant(typed: str, vocabularies: Vocabularies) -> str:
    """Give the field that a name stands for; `elements.surprising` or `polarity.positive` for a term.

    Nothing is given for a name that nobody here knows.
    """
    name = plain_name(typed)
    if found := _OURS.get(name) or surely_meant(name, STORY_FIELDS):
        return found
    for field in STORY_FIELDS.values():
        if isinstance(field.shape, Term | Terms | Evidence) and field.name != "missed":
            labels = vocabularies[field.shape.vocabulary]
            if name in {
                plain_name(label) for said in (labels.labels, labels.label_one) for label in said.values()
            }:
                return field.name
    for vocabulary in ("elements", "polarity"):
        if term := vocabularies[vocabulary].resolve(typed) or vocabularies[vocabulary].resolve(name):
            return f"{vocabulary}.{term.id}"
    return ""
