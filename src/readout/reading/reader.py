"""The reader: turns one report's text into a reading. A pure function of text, metadata and reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from itertools import repeat
from typing import Protocol

from readout.lang import content_hash, load
from readout.model import Finding, Reading, Report, UnreadableInput, UnsupportedLanguage, text_hash
from readout.reading import head
from readout.reading.actors.cast import gather
from readout.reading.actors.gazetteer import Gazetteer
from readout.reading.actors.who import Resolver
from readout.reading.annotate.pipeline import DEFAULT, annotate, load_pipeline, pipeline_hash
from readout.reading.finders import FINDERS
from readout.reading.finders.hearing import hear
from readout.reading.scene import Scene


class Readable(Protocol):
    """What `read_many` takes: a text with what is known of it."""

    @property
    def text(self) -> str: ...
    @property
    def id(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def date(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...


@dataclass(frozen=True)
class Reader:
    """Reads reports in one language with one pipeline. Loads on first use, reads many, and may be pickled."""

    language: str = "en"
    pipeline: str = DEFAULT

    @cached_property
    def _parts(self) -> tuple[object, ...]:
        pack = load(self.language)
        nlp = load_pipeline(self.pipeline)
        return pack, nlp, Gazetteer(pack, nlp)

    def __getstate__(self) -> dict[str, str]:
        return {"language": self.language, "pipeline": self.pipeline}

    def __setstate__(self, state: dict[str, str]) -> None:
        self.__dict__.update(state)

    @cached_property
    def fingerprint(self) -> str:
        """Names the reader: code version, language pack and pipeline, the last two by the first figures of their hash."""
        try:
            code = version("readout-ledger")
        except PackageNotFoundError:
            code = "source"
        pack = content_hash(self.language)
        return f"readout-{code}+{self.language}.{pack}+{self.pipeline}.{pipeline_hash(self.pipeline)}"

    def read(
        self,
        text: str,
        *,
        id: str | None = None,
        title: str | None = None,
        date: str | None = None,
        source: str | None = None,
        url: str | None = None,
    ) -> Reading:
        """The reading of one report; offsets are code points of `text`, `date` is ISO.

        Raises InvalidDate where the date is none, UnreadableInput for a text without a letter, UnsupportedLanguage for
        another language than the reader's.
        """
        if not any(letter.isalpha() for letter in text):
            raise UnreadableInput("The text holds no words. Give the text of a report.")
        language = head.language_of(text)
        if language != self.language:
            raise UnsupportedLanguage(f"The text is in {language!r}; this reader reads {self.language!r}.")
        pack, nlp, gazetteer = self._parts
        outlet, home = head.outlet(text, source, url, pack)  # type: ignore[arg-type]
        published = head.published(text, date)
        report = Report(
            id or text_hash(text)[:16], text, title, source, url, outlet, head.credited(text), published, language
        )
        words, doc = annotate(nlp, text, head.front_matter(text))  # type: ignore[arg-type]
        hits = gazetteer.hits(doc, words)  # type: ignore[attr-defined]
        cast = gather(words, hits, pack, report.date or "", home, gazetteer.headline(title or ""))  # type: ignore[arg-type,attr-defined]
        scene = Scene(report, words, cast, Resolver(cast), pack)  # type: ignore[arg-type]
        hear(scene)
        findings = sorted(_distinct(f for find in FINDERS for f in find(scene)), key=lambda f: (f.span, f.kind, f.id))
        named = {slot.actor for finding in findings for slot in finding.slots if slot.actor}
        actors = [p.actor() for p in [*cast.persons.parties, *cast.others.values()]]
        actors = [a for a in actors if a.mentions or a.id in named]
        return Reading(
            report, self.fingerprint, tuple(sorted(actors, key=lambda a: (a.mentions[:1], a.name))), tuple(findings)
        )

    def read_many(self, sources: Iterable[Readable], processes: int = 1) -> Iterator[Reading]:
        """The readings of many reports, in order; with `processes` above 1 on that many processors."""
        if processes <= 1:
            yield from map(self._read_source, sources)
            return
        with ProcessPoolExecutor(processes) as pool:
            yield from pool.map(_read_with, repeat(self), sources, chunksize=8)

    def _read_source(self, given: Readable) -> Reading:
        return self.read(
            given.text, id=given.id, title=given.title, date=given.date, source=given.source, url=given.url
        )


@cache
def _loaded(reader: Reader) -> Reader:
    """The reader of this process: a worker loads its model once, not once a task."""
    return reader


def _read_with(reader: Reader, given: Readable) -> Reading:
    return _loaded(reader)._read_source(given)


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without those that say the same of the same words again."""
    kept: dict[tuple[str, object], Finding] = {}
    for finding in findings:
        kept.setdefault((finding.kind, finding.span), finding)
    return list(kept.values())
