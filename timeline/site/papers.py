"""The pages that are read and need no script: methods and build report in each language, sources and ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from timeline.site import ledger, methods, pages, report, resources, sources, words
from timeline.site.input import SiteInput
from timeline.site.output import Output
from timeline.site.sources import Voice

if TYPE_CHECKING:
    from timeline.model.article import Article
    from timeline.rows import Row

Translations = Sequence[tuple[str, str, str]]


def add(planned: Output, site: SiteInput, rows: Sequence[Row]) -> None:
    """Plan all papers of a site."""
    shelf = _Shelf(planned, site)
    for language in site.languages:
        shelf.add_about(language)
        shelf.add_report(language)
    shelf.add_ledger(rows)
    shelf.add_sources(rows)


def named(paper: str, language: str, first: str) -> str:
    """The file of a paper in a language; in the site's first language it has the plain name."""
    return f"{paper}.html" if language == first else f"{paper}-{language}.html"


class _Shelf:
    """Where papers are put: all of one look, with the site's frame and words."""

    def __init__(self, planned: Output, site: SiteInput) -> None:
        self._planned, self._site = planned, site
        self._styles = resources.add(planned, resources.PAPER_STYLES)
        self._tables, self._papers = words.tables(site.languages), words.papers(site.languages)
        self._first = site.languages[0]
        self._articles = sources.ordered(site.articles)

    def add_about(self, language: str) -> None:
        frame = pages.frame(self._site, language)
        about = words.fallbacks(self._papers, language, "about")
        texts = words.about(self._papers, language)
        html = methods.sections(texts, about, frame.words, self._viewpoint(language))
        self._put(self._named("about", language), frame, frame.words["about_page"], html, self._translations("about"))

    def add_report(self, language: str) -> None:
        frame = pages.frame(self._site, language)
        said = words.fallbacks(self._papers, language, "report")
        html = report.sections(self._site.report, self._articles, said, language)
        self._put(
            self._named("report", language), frame, frame.words["report_page"], html, self._translations("report")
        )

    def add_ledger(self, rows: Sequence[Row]) -> None:
        """All events as tables."""
        frame = pages.frame(self._site)
        articles = {article.id: article for article in self._articles}
        listed = dict(ledger.pages(rows))
        for name, some in listed.items():
            html = ledger.table(some, articles, self._voice()) + ledger.turns(list(listed), name)
            self._put(name, frame, frame.words["ledger"], html)

    def add_sources(self, rows: Sequence[Row]) -> None:
        """A page for each article, and their index."""
        frame, voice = pages.frame(self._site), self._voice()
        taken = sources.used(rows, self._site.rest, {article.id: article for article in self._articles})
        listed = dict(sources.index(self._articles, taken, voice))
        for name, html in listed.items():
            self._put(name, frame, frame.words["sources"], html + ledger.turns(list(listed), name))
        for article, html in self._source_pages(taken, voice):
            self._put(pages.source_name(article.id), frame, sources.title(article), html)

    def _source_pages(self, taken: Mapping[str, sources.Used], voice: Voice) -> Iterator[tuple[Article, str]]:
        for article in self._articles:
            yield article, sources.page(article, taken.get(article.id, sources.Used()), voice)

    def _voice(self) -> Voice:
        """The words of sources, in the site's first language."""
        table = {name: words.fallbacks(self._tables, self._first, name) for name in ("interface", "types")}
        own = {name: words.fallbacks(self._papers, self._first, name) for name in ("report", "source")}
        return Voice(
            language=self._first,
            words=table["interface"],
            types=table["types"],
            report=own["report"],
            source=own["source"],
        )

    def _viewpoint(self, language: str) -> tuple[str, str] | None:
        """What the region says of disputed areas, in the page's language where it is said in it."""
        region = self._site.region
        code = language if language in region.viewpoints else words.FALLBACK
        said = region.viewpoints.get(code) or region.viewpoint
        return (said, code) if said else None

    def _named(self, paper: str, language: str) -> str:
        return named(paper, language, self._first)

    def _translations(self, paper: str) -> Translations:
        """File, language and its own name of a paper in all languages, nothing where there is one."""
        codes = self._site.languages
        listed = [(self._named(paper, code), code, self._tables[code]["interface"]["language_name"]) for code in codes]
        return listed if len(codes) > 1 else ()

    def _put(self, name: str, frame: pages.Frame, heading: str, html: str, translations: Translations = ()) -> None:
        navigation = [
            ("index.html" if frame.language == self._first else f"index.html#lang={frame.language}", "home"),
            (self._named("about", frame.language), "about_page"),
            (self._named("report", frame.language), "report_page"),
            ("sources.html", "sources"),
            ("ledger.html", "ledger"),
        ]
        page = pages.render(
            "paper.html",
            frame,
            root="../" * name.count("/"),
            styles=self._styles,
            current=name,
            heading=heading,
            navigation=navigation,
            translations=translations,
            content=pages.escaped(html),
        )
        self._planned.add(name, page)
