"""A story as one file of Markdown, with all that its page says of it. Consent is not part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from cx_stories.exports.basis import basis_of
from cx_stories.exports.publication import Publication, SiteFile
from cx_stories.exports.texts.links import Links, plain
from cx_stories.exports.texts.paths import has_text, text_path
from cx_stories.model.story import HIT, MISSED, NOT_EVIDENCED, Story, Telling
from cx_stories.views import addresses
from cx_stories.views.basis import digest_of
from cx_stories.views.edition import Edition
from cx_stories.views.story.citing import origin_of
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING, said_in

_FACTS = (
    *(("polarity", "polarity"), ("stages", "stages"), ("channels", "channels")),
    *(("touchpoints", "touchpoints"), ("sectors", "sector"), ("senses", "senses"), ("emotions", "emotions")),
    *(("incident", "incident"), ("recovery", "recovery"), ("outcomes", "outcomes")),
)
"""List of terms and field of a story."""


def story_copies(publication: Publication) -> Iterator[SiteFile]:
    """Give a copy of every story in each language it is told in."""
    basis = basis_of(publication)
    site = basis.site(publication)
    for edition in publication.editions:
        home = "../" * (1 + publication.folder(edition.language).count("/"))
        copies = Copies(edition, Links(edition, home))
        for story in edition.library.stories:
            if has_text(story, publication, edition):
                led_to = basis.led_to(story.tellings[edition.language])
                made_of = digest_of(site, edition.language, basis.story(story), led_to)
                path = text_path(story, publication, edition)
                yield SiteFile(path, partial(copies.bytes_of, story), made_of)


class Copies:
    """Gives the copies of an edition. What many of them say alike is put into words once."""

    def __init__(self, edition: Edition, links: Links) -> None:
        words = edition.words
        self._edition, self._links = edition, links
        self._headings = (
            _heading(words.gettext("At a glance")),
            _heading(words.gettext("The elements")),
            _heading(words.gettext("The story")),
            _heading(words.gettext("What we learn")),
            _heading(words.gettext("As a stage production")),
            _heading(words.gettext("To talk about")),
            _heading(words.gettext("Source")),
        )
        self._published = _fact(words.gettext("Published on"), "")
        self._organisation = _fact(words.gettext("Organisation"), "")
        self._page = _fact(words.gettext("Page"), "")
        self._states = {
            HIT: words.gettext("there"),
            MISSED: words.gettext("missed"),
            NOT_EVIDENCED: words.gettext("not evidenced"),
        }
        self._credits = (
            words.gettext("Told by").rstrip(":"),
            words.gettext("Written down by").rstrip(":"),
            words.gettext("Series").rstrip(":"),
        )
        self._roles = tuple(
            (role.id, plain(role.label(edition.language)))
            for role in edition.library.vocabularies["theatre"].choices
        )
        self._names: dict[tuple[str, bool], str] = {}
        self._terms: dict[tuple[str, str], str] = {}
        self._lights: dict[tuple[str, str], str] = {}
        self._provenances: dict[str, str] = {}
        self._people: dict[str, str] = {}

    def bytes_of(self, story: Story) -> bytes:
        """Give the copy of a story as it is written."""
        return self.of(story).encode()

    def of(self, story: Story) -> str:
        """Give the copy of a story."""
        telling = story.told_in(self._edition.language)
        sections = (
            self._glance(story),
            self._elements(story),
            [*self._picture(story, telling), self._links.body(story, telling)],
            _numbered(telling.lessons),
            self._theatre(telling),
            _numbered(telling.questions),
            self._source(story),
        )
        head = f"# {plain(telling.title)}\n\n> {plain(telling.summary)}\n"
        written = (
            (heading, "\n".join(filter(None, lines)))
            for heading, lines in zip(self._headings, sections, strict=True)
        )
        return "\n".join((head, *(f"{heading}{text}\n" for heading, text in written if text)))

    def _glance(self, story: Story) -> Iterator[str]:
        """Give the facts, each under the name that readers know it by."""
        if story.date:
            yield self._published + story.date.isoformat()
        for vocabulary, field in _FACTS:
            value: str | Sequence[str] = getattr(story, field)
            terms = (value,) if isinstance(value, str) else dict.fromkeys(value)
            found = [self._term(vocabulary, term) for term in terms if term and term not in TELLS_NOTHING]
            if found:
                yield self._name(vocabulary, len(found) == 1) + ", ".join(found)
        if story.organisation:
            yield self._organisation + plain(story.organisation)
        page = self._links.page(addresses.story(story.id))
        yield self._page + (f"<{page}>" if "://" in page else self._links.link(story.id, page))

    def _name(self, vocabulary: str, one: bool) -> str:
        """Give the beginning of a line with terms."""
        if (vocabulary, one) not in self._names:
            known = self._edition.library.vocabularies[vocabulary]
            name = said_in(known.label_one if one else known.labels, self._edition.language)
            self._names[vocabulary, one] = _fact(name, "")
        return self._names[vocabulary, one]

    def _term(self, vocabulary: str, identity: str) -> str:
        """Give a term with a link to its page, where it has one."""
        if (vocabulary, identity) not in self._terms:
            label = self._edition.label(vocabulary, identity)
            page = self._links.page(label.path) if label.path else ""
            said = self._links.link(label.text, page) if page else plain(label.text)
            self._terms[vocabulary, identity] = said
        return self._terms[vocabulary, identity]

    def _elements(self, story: Story) -> Iterator[str]:
        """Give every element: there, missed or not evidenced, with the sentence that says so."""
        for light in self._edition.lights(story):
            key = light.id, light.state
            if key not in self._lights:
                link = self._links.link(light.label, self._links.page(light.path))
                self._lights[key] = f"- {link}, {self._states[light.state]}"
            yield self._lights[key] + (f": {plain(light.evidence)}" if light.evidence else "")

    def _theatre(self, telling: Telling) -> Sequence[str]:
        said = [(name, telling.theatre.get(role, "")) for role, name in self._roles]
        return [f"- {name}: {plain(sentence)}" for name, sentence in said if sentence]

    def _picture(self, story: Story, telling: Telling) -> Iterator[str]:
        if story.image:
            address = self._links.file(f"{addresses.STORIES}/{story.image.file}")
            credit = f"\n{plain(story.image.credit)}\n" if story.image.credit else ""
            yield f"![{plain(telling.alt or story.image.alt)}]({address})\n{credit}"

    def _source(self, story: Story) -> Iterator[str]:
        """Say where the story comes from, and whom to credit."""
        if origin := plain(origin_of(story, self._edition)):
            yield f"- {origin}"
        yield self._provenance(story.provenance)
        paths = (
            addresses.person(story.teller) if story.teller else "",
            addresses.person(story.author) if story.author else "",
            addresses.series(story.series) if story.series else "",
        )
        for said, path in zip(self._credits, paths, strict=True):
            if path and (credited := self._credited(path)):
                yield f"- {said}: {credited}"

    def _provenance(self, identity: str) -> str:
        """Say how a story came to be known; nothing where nobody has said."""
        if identity not in self._provenances:
            term, language = self._edition.library.term("provenance", identity), self._edition.language
            said = plain(f"{term.label(language)}. {said_in(term.definition, language)}") if term else ""
            self._provenances[identity] = f"- {said}" if said else ""
        return self._provenances[identity]

    def _credited(self, path: str) -> str:
        """Give a link to the page of a person or a series; nothing if it has none."""
        if path not in self._people:
            prose = self._edition.prose(path)
            self._people[path] = self._links.link(prose.title, self._links.page(path)) if prose else ""
        return self._people[path]


def _heading(words: str) -> str:
    return f"## {words}\n\n"


def _fact(name: str, value: str) -> str:
    return f"- {plain(name)}: {value}"


def _numbered(sentences: Sequence[str]) -> Sequence[str]:
    return [f"{number}. {plain(sentence)}" for number, sentence in enumerate(sentences, 1)]
