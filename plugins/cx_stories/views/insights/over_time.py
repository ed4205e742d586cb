"""When the stories were published here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from cx_stories.model.story import Story
from cx_stories.relations.tallies import gathered, tally
from cx_stories.views.charts import Bar, Twin
from cx_stories.views.edition import Edition, Label
from cx_stories.views.insights.figure import Figure, basis, sentences
from cx_stories.views.searching.filters import YEAR
from cx_stories.views.superlatives import most

QUARTERS = 8
"""Over how many quarters the stories may be spread to be counted by quarter; else they are by year."""

YEARS = 40
"""How many years may be shown one by one, those without a story included."""


def over_time_figure(stories: Sequence[Story], edition: Edition) -> Iterator[Figure]:
    """Give the stories by quarter, or by year once they are spread over more than two; newest last."""
    days = sorted(story.date for story in stories if story.date)
    if not days:
        return
    words = edition.words
    by_quarter = _quarter(days[-1]) - _quarter(days[0]) < QUARTERS
    spans = _quarters(days, edition) if by_quarter else _years(days)
    period = _quarter if by_quarter else _year
    found = gathered(stories, lambda story: (str(period(story.date)),) if story.date else ())
    bars = tuple(Bar(label, tally(found.get(label.id, ()))) for label in spans)
    yield Figure(
        "cx:over-time",
        words.gettext("When they were published here"),
        "twin",
        Twin(words.gettext("Quarter"), bars) if by_quarter else Twin(words.gettext("Year"), bars, YEAR),
        sentences(
            most(
                ((bar.label, bar.tally.total) for bar in bars),
                words.gettext("The period with most stories is %(name)s: %(count)s of %(total)s."),
                words.gettext("%(names)s share the first place, with %(count)s of %(total)s each."),
                edition,
                total=len(days),
            ),
            words.gettext("That says when somebody wrote, not when things went well or badly."),
        ),
        basis(len(days), len(stories), edition),
    )


def _year(day: date) -> int:
    return day.year


def _quarter(day: date) -> int:
    """Give the number of a quarter, counted from the beginning of our era."""
    return day.year * 4 + (day.month - 1) // 3


def _years(days: Sequence[date]) -> Sequence[Label]:
    """Give every year from the first to the last; of a very long time only those with a story."""
    years: Sequence[int] = range(days[0].year, days[-1].year + 1)
    if len(years) > YEARS:
        years = sorted({day.year for day in days})
    return tuple(Label(str(year), str(year)) for year in years)


def _quarters(days: Sequence[date], edition: Edition) -> Sequence[Label]:
    said = edition.words.gettext("quarter %(quarter)s of %(year)s")
    return tuple(
        Label(str(number), said % {"quarter": number % 4 + 1, "year": number // 4})
        for number in range(_quarter(days[0]), _quarter(days[-1]) + 1)
    )
