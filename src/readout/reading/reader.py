"""The reader: turns one report's text into a reading. A pure function of text, metadata and reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version

from spacy.language import Language

from readout.lang import Pack, content_hash, load
from readout.model import Reading, ReadoutError, Report, UnreadableInput, UnsupportedLanguage, text_hash
from readout.reading.actors.cast import gather
from readout.reading.actors.gazetteer import Gazetteer
from readout.reading.actors.side_taken import side_taken
from readout.reading.actors.surroundings import Side
from readout.reading.actors.who import Resolver
from readout.reading.annotate.joined import with_joined_verbs
from readout.reading.annotate.pipeline import DEFAULT, annotate, load_pipeline, pipeline_hash
from readout.reading.casting import Casting, load_casting
from readout.reading.dates.day_told import day_of
from readout.reading.finders import rules_alone
from readout.reading.finders.headlines import headline_of
from readout.reading.finders.hearing import hear
from readout.reading.finders.statements.cue_words import verbs_of_saying
from readout.reading.head import origin
from readout.reading.language import language_of
from readout.reading.many import Given, outcomes
from readout.reading.proposals import Weighing, load_weighing
from readout.reading.quotes.marks import account_marks
from readout.reading.scene import Scene
from readout.reading.steps import finished


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a reader needs in memory."""

    pack: Pack
    nlp: Language
    gazetteer: Gazetteer


@dataclass(frozen=True)
class Reader:
    """Reads reports in one language with one pipeline. Loads on first use, reads many, and may be pickled."""

    language: str = "en"
    pipeline: str = DEFAULT

    @cached_property
    def _loaded(self) -> Loaded:
        pack = load(self.language).complete()
        return Loaded(pack, load_pipeline(self.pipeline), Gazetteer(pack))

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
        pipeline = pipeline_hash(self._loaded.nlp)
        return f"readout-{code}+{self.language}.{content_hash(self.language)}+{self.pipeline}.{pipeline}"

    @cached_property
    def weighing(self) -> Weighing | None:
        """The network of spans with its weights; None with another pipeline than Readout's own."""
        return load_weighing(self.pipeline, self._loaded.pack)

    @cached_property
    def casting(self) -> Casting | None:
        """The network that casts the parts of findings; None with another pipeline than Readout's own."""
        return load_casting(self.pipeline)

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
        return self._reading(self.scene(text, id=id, title=title, date=date, source=source, url=url))

    def read_many(self, sources: Iterable[Given], processes: int = 1) -> Iterator[tuple[Given, Reading | ReadoutError]]:
        """Each source, in order, with its reading or with the error that it alone costs.

        With `processes` above 1 that many are started, each with a model of its own; a script that asks for them must
        keep its own work under `if __name__ == "__main__":`, as Python's multiprocessing wants.
        """
        return outcomes(self, sources, processes)

    def _check(self, text: str) -> None:
        if not any(letter.isalpha() for letter in text):
            raise UnreadableInput("The text holds no words. Give the text of a report.")
        language = language_of(text, load(self.language))
        if language != self.language:
            raise UnsupportedLanguage(
                f"The text is in language {language!r}, and this reader reads {self.language!r} alone. Give a version in that."
            )

    def scene(self, text: str, **told: str | None) -> Scene:
        """The report annotated, with its actors, before any finder looks at it; arguments and errors as those of `read`."""
        self._check(text)
        pack, tongue, title = self._loaded.pack, self.language, told.get("title")
        outlet, home = origin.outlet(text, told.get("source"), told.get("url"), pack)
        credited, published = origin.credited(text, tongue), origin.published(text, told.get("date"), tongue)
        id = told.get("id") or text_hash(text)[:16]
        report = Report(id, text, title, told.get("source"), told.get("url"), outlet, credited, published, tongue)
        parsed = annotate(self._loaded.nlp, text, (*origin.passed_over(text, tongue), *account_marks(text, tongue)))
        words = with_joined_verbs(parsed, verbs_of_saying(tongue))
        gazetteer = self._loaded.gazetteer
        hits, headline = gazetteer.hits(words), gazetteer.headline(title or headline_of(text, tongue))
        at, day = outlet.span if outlet else None, day_of(report) or ""
        cast = gather(words, hits, pack, day, Side(home is not None, home), headline, at)
        if home is None and not origin.is_news(outlet, pack):
            side = side_taken(cast, nameless=outlet is None)
            cast = gather(words, hits, pack, day, side, headline, at) if side.official else cast
        scene = Scene(report, words, cast, Resolver(cast), pack)
        hear(scene)
        return scene

    def _reading(self, scene: Scene) -> Reading:
        found = self.weighing.findings(scene) if self.weighing else rules_alone(scene)
        found = self.casting.cast(scene, found) if self.casting else found
        kinds = self.weighing.network.kinds["meeting"] if self.weighing else ()
        findings = finished(scene, found, kinds)
        named = {slot.actor for finding in findings for slot in finding.slots if slot.actor}
        everyone = [party.actor() for party in [*scene.cast.persons.parties, *scene.cast.others.values()]]
        actors = [actor for actor in everyone if actor.mentions or actor.id in named]
        actors.sort(key=lambda actor: (actor.mentions[:1], actor.name))
        return Reading(scene.report, self.fingerprint, tuple(actors), tuple(findings))
