"""The way a customer goes: stages in phases, and the channels."""

from __future__ import annotations

from cx_stories.views.edition import Label
from cx_stories.views.journey.route import Phase, Route
from tests.conftest import Site


def test_stages_stand_in_their_phases_in_the_order_of_the_journey(site: Site) -> None:
    """Every stage is there, with its page in the journey, whether a story happened there or not."""
    assert [(phase.name, [stage.id for stage in phase.stages]) for phase in Route(site.edition()).phases] == [
        ("Before the purchase", ["awareness", "consideration"]),
        ("Around the purchase", ["purchase", "delivery"]),
        ("After the purchase", ["use", "service", "loyalty", "advocacy", "exit"]),
    ]


def test_a_stage_that_a_site_adds_joins_its_phase(site: Site) -> None:
    """One without a phase stands by itself, at the end."""
    site.vocabulary(
        "stages.yml",
        "id: stages\nterms:\n"
        "  - {id: quote, labels: {en: Quote}, definition: {en: Asking.}, broader: before-purchase}\n"
        "  - {id: resale, labels: {en: Resale}, definition: {en: Selling on.}}\n",
    )
    phases = Route(site.edition()).phases

    assert [stage.id for stage in phases[0].stages] == ["awareness", "consideration", "quote"]
    assert phases[-1] == Phase("", (Label("resale", "Resale", "journey/resale"),))


def test_what_is_no_longer_to_be_used_is_shown_only_if_a_story_has_it(site: Site) -> None:
    """A stage that was retired is no gap to fill."""
    for name, gone, kept in (("stages", "quote", "bid"), ("channels", "fax", "telex")):
        terms = (
            f"  - {{id: {term}, labels: {{en: {term}}}, definition: {{en: Old.}}, deprecated: true}}\n"
            for term in (gone, kept)
        )
        site.vocabulary(f"{name}.yml", f"id: {name}\nterms:\n{''.join(terms)}")
    site.story("a", "stages: [bid]\nchannels: [telex]\n")
    route = Route(site.edition())

    assert [stage.path for stage in route.unmapped] == ["journey/quote"]
    assert {label.id for label in (*route.stages, *route.channels)} & {"quote", "bid", "fax", "telex"} == {
        "bid",
        "telex",
    }
