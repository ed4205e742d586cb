"""A story as one file of Markdown, with all that its page says of it. Consent is not part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx_stories.exports.publication import Publication, SiteFile
from cx_stories.exports.texts.links import Links, plain
from cx_stories.exports.texts.paths import has_text, text_path
from cx_stories.model.story import HIT, MISSED, Story, Telling
from cx_stories.relations.facets import terms_of
from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.views.story.citing import origin_of
from cx_stories.vocabulary.vocabulary import said_in

_FACTS = (
    *("polarity", "stages", "channels", "touchpoints", "sectors", "senses"),
    *("emotions", "incident", "recovery", "outcomes"),
)


def story_copies(publication: Publication) -> Iterator[SiteFile]:
    """Give a copy of every story in each language it is told in."""
    for edition in publication.editions:
        links = Links(edition, "../" * (1 + publication.folder(edition.language).count("/")))
        for story in edition.library.stories:
            if has_text(story, publication, edition):
                content = copy_of(story, edition, links)
                yield SiteFile(text_path(story, publication, edition), content.encode())


def copy_of(story: Story, edition: Edition, links: Links) -> str:
    """Give the copy of a story in an edition."""
    telling, words = story.told_in(edition.language), edition.words
    sections = (
        (words.gettext("At a glance"), _glance(story, edition, links)),
        (words.gettext("The elements"), _elements(story, edition, links)),
        (words.gettext("The story"), [_picture(story, telling, links), links.body(story, telling)]),
        (words.gettext("What we learn"), _numbered(telling.lessons)),
        (words.gettext("As a stage production"), _theatre(telling, edition)),
        (words.gettext("To talk about"), _numbered(telling.questions)),
        (words.gettext("Source"), _source(story, edition, links)),
    )
    head = f"# {plain(telling.title)}\n\n> {plain(telling.summary)}\n"
    written = ((heading, "\n".join(filter(None, lines))) for heading, lines in sections)
    return "\n".join((head, *(f"## {heading}\n\n{text}\n" for heading, text in written if text)))


def _glance(story: Story, edition: Edition, links: Links) -> Sequence[str]:
    """Give the facts, each under the name that readers know it by."""
    words, terms = edition.words, terms_of(story)
    vocabularies = edition.library.vocabularies
    lines = []
    if story.date:
        lines.append(_fact(words.gettext("Published on"), [story.date.isoformat()]))
    for vocabulary in _FACTS:
        if found := terms.get(vocabulary):
            name = vocabularies[vocabulary].label_one if len(found) == 1 else vocabularies[vocabulary].labels
            linked = [_term(vocabulary, term, edition, links) for term in found]
            lines.append(_fact(said_in(name, edition.language), linked))
    if story.organisation:
        lines.append(_fact(words.gettext("Organisation"), [plain(story.organisation)]))
    page = links.page(addresses.story(story.id))
    lines.append(_fact(words.gettext("Page"), [f"<{page}>" if "://" in page else links.link(story.id, page)]))
    return lines


def _fact(name: str, values: Sequence[str]) -> str:
    return f"- {plain(name)}: {', '.join(values)}"


def _term(vocabulary: str, identity: str, edition: Edition, links: Links) -> str:
    label = edition.label(vocabulary, identity)
    return links.link(label.text, links.page(label.path)) if label.path else plain(label.text)


def _elements(story: Story, edition: Edition, links: Links) -> Sequence[str]:
    """Give every element: there, missed or not evidenced, with the sentence that says so."""
    words = edition.words
    states = {HIT: words.gettext("there"), MISSED: words.gettext("missed")}
    lines = []
    for light in edition.lights(story):
        evidence = f": {plain(light.evidence)}" if light.evidence else ""
        state = states.get(light.state, words.gettext("not evidenced"))
        lines.append(f"- {links.link(light.label, links.page(light.path))}, {state}{evidence}")
    return lines


def _theatre(telling: Telling, edition: Edition) -> Sequence[str]:
    roles = edition.library.vocabularies["theatre"].choices
    said = [(role.label(edition.language), telling.theatre.get(role.id, "")) for role in roles]
    return [f"- {plain(role)}: {plain(sentence)}" for role, sentence in said if sentence]


def _picture(story: Story, telling: Telling, links: Links) -> str:
    if story.image is None:
        return ""
    address = links.file(f"{addresses.STORIES}/{story.image.file}")
    credit = f"\n{plain(story.image.credit)}\n" if story.image.credit else ""
    return f"![{plain(telling.alt or story.image.alt)}]({address})\n{credit}"


def _numbered(sentences: Sequence[str]) -> Sequence[str]:
    return [f"{number}. {plain(sentence)}" for number, sentence in enumerate(sentences, 1)]


def _source(story: Story, edition: Edition, links: Links) -> Sequence[str]:
    """Say where the story comes from, and whom to credit."""
    words, term = edition.words, edition.library.term("provenance", story.provenance)
    provenance = (
        f"{term.label(edition.language)}. {said_in(term.definition, edition.language)}" if term else ""
    )
    credited = (
        (words.gettext("Told by"), addresses.person(story.teller) if story.teller else ""),
        (words.gettext("Written down by"), addresses.person(story.author) if story.author else ""),
        (words.gettext("Series"), addresses.series(story.series) if story.series else ""),
    )
    people = [
        f"- {name.rstrip(':')}: {links.link(prose.title, links.page(path))}"
        for name, path in credited
        if path and (prose := edition.prose(path))
    ]
    origin = plain(origin_of(story, edition))
    return [*(f"- {line}" for line in (origin, plain(provenance)) if line), *people]
