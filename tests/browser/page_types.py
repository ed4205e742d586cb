"""One page of every kind that the demonstration has."""

from __future__ import annotations

PAGES = {
    "home": "",
    "story": "stories/blazing-contact/",
    "long story": "stories/grandpas-name-on-the-boiler/",
    "story with everything": "stories/the-island-menu/",
    "element": "elements/surprising/",
    "elements": "elements/",
    "stories": "stories/",
    "polarity": "polarity/negative/",
    "people": "people/",
    "person": "people/karolien-van-der-ouderaa/",
    "all series": "series/",
    "series": "series/experience-first/",
    "how to read": "how-to-read/",
    "article": "customer-experience/",
    "contribute": "contribute/",
    "rules": "contribute/rules/",
    "lines above a story": "contribute/front-matter/",
    "terms": "contribute/vocabulary/",
    "not found": "stories/that/was/never/told/",
    "Dutch home": "nl/",
    "Dutch story": "nl/stories/blazing-contact/",
    "Dutch element": "nl/elements/repeatable/",
    "Dutch rules": "nl/contribute/rules/",
}
STORY = PAGES["story"]
