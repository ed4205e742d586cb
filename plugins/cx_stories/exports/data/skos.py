"""The vocabularies as SKOS, for libraries and linked data.

Source:  https://www.w3.org/TR/skos-reference/
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx_stories.exports.data.dataset import Dataset
from cx_stories.exports.data.turtle import Said, block, iri, words
from cx_stories.views import addresses
from cx_stories.vocabulary.vocabulary import Term, Vocabulary, Words, is_id

_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_OURS = """\
cx:hit
    a rdf:Property ;
    rdfs:subPropertyOf skos:scopeNote ;
    rdfs:label "how one knows that an element was there"@en, "waaraan je merkt dat een element er was"@nl .

cx:missed
    a rdf:Property ;
    rdfs:subPropertyOf skos:scopeNote ;
    rdfs:label "how one knows that it was missed"@en, "waaraan je merkt dat het gemist werd"@nl .

cx:valence
    a rdf:Property ;
    rdfs:label "how pleasant an emotion is, -3 to 3"@en, "hoe prettig een emotie is, van -3 tot 3"@nl .
"""


def vocabularies_turtle(data: Dataset) -> bytes:
    """Give every list of terms that readers see; a term is named by the address of its page.

    Where nobody has said where the site stands, addresses are those seen from this file.
    """
    prefixes = [f"@prefix {name}: <{address}> .\n" for name, address in sorted(_PREFIXES.items())]
    prefixes.append("@prefix cx: <#> .\n")
    blocks = (one for vocabulary in data.vocabularies for one in _scheme(vocabulary, data))
    return "\n".join(("".join(prefixes), _OURS, *blocks)).encode()


def _scheme(vocabulary: Vocabulary, data: Dataset) -> Iterator[str]:
    top = [term for term in vocabulary.terms if not term.broader]
    yield block(
        _scheme_iri(vocabulary, data),
        (
            Said("a", ["skos:ConceptScheme"]),
            Said("skos:prefLabel", _in_languages(vocabulary.labels, data)),
            Said("skos:definition", _in_languages(vocabulary.definition, data)),
            Said("skos:hasTopConcept", [_term_iri(vocabulary, term.id, data) for term in top]),
        ),
    )
    for term in vocabulary.terms:
        yield block(_term_iri(vocabulary, term.id, data), _concept(term, vocabulary, data))


def _concept(term: Term, vocabulary: Vocabulary, data: Dataset) -> Iterator[Said]:
    scheme = _scheme_iri(vocabulary, data)
    below = [one.id for one in vocabulary.terms if one.broader == term.id]
    yield Said("a", ["skos:Concept"])
    yield Said("skos:inScheme", [scheme])
    yield Said("skos:topConceptOf", [] if term.broader else [scheme])
    yield Said("skos:broader", [_term_iri(vocabulary, term.broader, data)] if term.broader else [])
    yield Said("skos:narrower", [_term_iri(vocabulary, one, data) for one in below])
    yield Said("skos:notation", [words(term.id), *_codes(term)])
    yield Said("skos:prefLabel", _in_languages(term.labels, data))
    yield Said("skos:altLabel", _other_names(term, data))
    yield Said("skos:definition", _in_languages(term.definition, data))
    yield Said("cx:hit", _in_languages(term.hit, data))
    yield Said("cx:missed", _in_languages(term.missed, data))
    yield Said("cx:valence", [] if term.valence is None else [str(term.valence)])
    yield Said("dcterms:source", [words(term.source)] if term.source else [])
    yield Said("owl:deprecated", ["true"] if term.outdated else [])
    yield Said(
        "dcterms:isReplacedBy", [_term_iri(vocabulary, term.replaced_by, data)] if term.replaced_by else []
    )


def _codes(term: Term) -> Iterator[str]:
    """Give the codes for it elsewhere, each with the name of its scheme as its type."""
    for scheme, code in term.matches.items():
        if is_id(scheme):
            yield f"{words(code)}^^{iri(f'#{scheme}')}"


def _other_names(term: Term, data: Dataset) -> Sequence[str]:
    """Give the other names; what is the label already is said once."""
    return [
        words(name, language)
        for language in data.languages
        for name in dict.fromkeys(term.aliases.get(language, ()))
        if name and name != term.labels.get(language)
    ]


def _in_languages(said: Words, data: Dataset) -> Sequence[str]:
    return [words(said[language], language) for language in data.languages if said.get(language)]


def _scheme_iri(vocabulary: Vocabulary, data: Dataset) -> str:
    return _iri(addresses.vocabulary(vocabulary.id), data)


def _term_iri(vocabulary: Vocabulary, identity: str, data: Dataset) -> str:
    return _iri(addresses.term(vocabulary.id, identity), data)


def _iri(address: str, data: Dataset) -> str:
    """Give the address of a page in the default language: whole, else as seen from this file."""
    publication = data.publication
    return iri(("" if publication.url else "../") + publication.editions[0].permalink(address))
