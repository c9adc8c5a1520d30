"""The table of offices is well formed, and agrees with a reference that was made apart from it."""

import csv
import gzip
import re
import unicodedata
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
LANG = ROOT / "src" / "readout" / "lang"
REFERENCE = ROOT.parent / "shared" / "reference" / "leaders.csv.gz"
COLUMNS = ["country", "code", "person", "office", "title", "start", "end", "precision", "aliases", "wikidata", "source"]
OFFICES = {
    "head of state", "head of government", "foreign minister", "deputy head of state", "defence minister", "finance minister",
    "trade minister", "trade representative", "national security advisor", "chief of staff", "head of organisation",
    "deputy head of organisation", "other",
}  # fmt: skip
SOURCES = {"Wikidata", "World Factbook", "World Leaders", "US visits", "compiled"}
JOINT = {"Member of the Presidency"}
HANDOVER_DAYS = 31
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
PRECISION = {4: "year", 7: "month", 10: "day"}
NEVER = date(9999, 12, 31)

VISITS_FLOOR = 0.985
STARTS_FLOOR = 0.92
# Names of the reference that the lexicon does not have.
RENAMED = {
    "Bosnia-Herzegovina": "Bosnia and Herzegovina", "Bailiwick of Guernsey": "Guernsey", "China, People’s Republic of": "China",
    "Congo, Republic of": "Republic of the Congo", "Cote d’Ivoire": "Ivory Coast", "Germany, Federal Republic of": "Germany",
    "Kingdom of Denmark": "Denmark", "Kingdom of the Netherlands": "Netherlands", "Korea": "South Korea", "Korea, South": "South Korea",
    "Macedonia, Former Yugoslav Republic of": "North Macedonia",
}  # fmt: skip


@dataclass(frozen=True)
class Term:
    """One row of the table; `first` and `last` are the outermost days that its dates allow."""

    country: str
    code: str
    person: str
    office: str
    title: str
    start: str
    end: str
    precision: str
    aliases: str
    wikidata: str
    source: str

    @property
    def first(self) -> date:
        return day(self.start, latest=False)

    @property
    def last(self) -> date:
        return day(self.end, latest=True) if self.end else NEVER

    @property
    def names(self) -> list[str]:
        return [self.person, *filter(None, self.aliases.split("|"))]

    def certain(self) -> tuple[date, date]:
        """The days on which the office was surely held, which may be none."""
        return day(self.start, latest=True), day(self.end, latest=False) if self.end else NEVER


def day(iso: str, latest: bool) -> date:
    year, month, number = (*map(int, iso.split("-")), 0, 0)[:3]
    month = month or (12 if latest else 1)
    return date(year, month, number or (monthrange(year, month)[1] if latest else 1))


def words(name: str) -> set[str]:
    """The words of a name, without accents, case and particles."""
    plain = (
        unicodedata.normalize("NFKD", name.translate(str.maketrans("łŁøØđĐı’ʻ", "lLoOdDi''")))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    return set(re.findall(r"[a-z]+", plain.replace("'", ""))) - {
        "al",
        "bin",
        "de",
        "der",
        "el",
        "of",
        "van",
        "von",
        "sheikh",
        "prince",
        "dr",
    }


def table() -> list[Term]:
    with (LANG / "offices" / "offices.csv").open(encoding="utf-8", newline="") as file:
        return [Term(**row) for row in csv.DictReader(file)]


def lexicon(name: str) -> list[dict[str, str]]:
    return list(yaml.safe_load((LANG / "en" / "lexicon" / f"{name}.yaml").read_text(encoding="utf-8")))


TERMS = table()
COUNTRIES = lexicon("countries")
CODES = {entry["name"]: entry.get("code", "") for entry in COUNTRIES}
FORMS = {
    form: entry["name"]
    for entry in COUNTRIES
    for form in [entry["name"], *entry.get("official", []), *entry.get("variants", [])]
}
HELD: dict[tuple[str, str], list[Term]] = defaultdict(list)
for term in TERMS:
    HELD[term.country, term.office].append(term)


def test_the_head_of_the_table_names_its_columns() -> None:
    with (LANG / "offices" / "offices.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == COLUMNS


def test_every_row_names_a_known_office_and_source_and_has_no_stray_space() -> None:
    for term in TERMS:
        assert term.person and term.title and term.office in OFFICES, term
        assert term.source.split(";")[0] in SOURCES, term
        assert not re.search(r"^\s|\s$|\s{2}|\|\||^\||\|$", "\n".join(vars(term).values()).replace("\n", "~")), term


def test_every_country_is_one_of_the_lexicon_and_bears_its_code() -> None:
    organisations = {entry["name"] for entry in lexicon("organisations")}
    for term in TERMS:
        if term.country in CODES:
            assert term.code == CODES[term.country], term
        else:
            assert term.country in organisations and term.code in {"", "EU", "UN"}, term


def test_dates_are_iso_and_ordered_and_as_precise_as_the_row_says() -> None:
    for term in TERMS:
        dates = [iso for iso in (term.start, term.end) if iso]
        assert all(ISO.fullmatch(iso) for iso in dates) and term.start, term
        assert term.first <= term.last, term
        assert not term.end or term.end >= "2000", term
        assert term.precision == PRECISION[min(map(len, dates))], term


def test_no_row_is_there_twice_and_the_rows_are_sorted_within_an_office() -> None:
    keys = Counter((t.country, t.office, t.title, t.person, t.start) for t in TERMS)
    assert [key for key, count in keys.items() if count > 1] == []
    for held in HELD.values():
        assert [t.start for t in held] == sorted(t.start for t in held), held[0].country


def test_an_alias_differs_from_the_name_and_stands_once() -> None:
    for term in TERMS:
        assert len(set(term.names)) == len(term.names), term


def test_a_wikidata_item_stands_for_one_person() -> None:
    people: dict[str, set[str]] = defaultdict(set)
    for term in TERMS:
        if term.wikidata:
            assert re.fullmatch(r"Q[1-9]\d*", term.wikidata), term
            people[term.wikidata].add(term.person)
    for item, names in people.items():
        assert all(words(a) & words(b) for a, b in combinations(names, 2)), (item, names)


@pytest.mark.parametrize("office", ["head of state", "head of government", "foreign minister"])
def test_no_two_holders_of_one_office_of_one_country_overlap_by_more_than_a_handover(office: str) -> None:
    crowded = []
    for (country, held_office), held in HELD.items():
        single = [t for t in held if t.title not in JOINT and not t.title.endswith(" II")]
        if held_office != office:
            continue
        for one, other in combinations(single, 2):
            (a, b), (c, d) = one.certain(), other.certain()
            if (min(b, d) - max(a, c)).days > HANDOVER_DAYS:
                crowded.append((country, one.person, one.start, one.end, other.person, other.start, other.end))
    assert crowded == []


@pytest.mark.parametrize("on", [date(2002, 6, 1), date(2012, 6, 1), date(2022, 6, 1), date(2025, 6, 1)])
def test_nearly_every_member_of_the_united_nations_has_a_leader_on_any_day(on: date) -> None:
    members = [entry["name"] for entry in COUNTRIES if "status" not in entry]
    led = [
        c
        for c in members
        if any(t.first <= on <= t.last for o in ("head of state", "head of government") for t in HELD[c, o])
    ]
    assert len(led) / len(members) >= 0.97, sorted(set(members) - set(led))


# -- against the reference


@pytest.fixture(scope="module")
def reference() -> list[dict[str, str]]:
    if not REFERENCE.exists():
        pytest.skip(
            f"The table of leaders to compare with is not beside the project: {REFERENCE.parent.parent.name}/reference/leaders.csv.gz"
        )
    with gzip.open(REFERENCE, "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def known_country(name: str) -> str | None:
    return next((FORMS[form] for form in (name, RENAMED.get(name, name)) if form in FORMS), None)


def office_of(title: str) -> str | None:
    """Which of our offices a Wikidata title of the reference names, None where it names another."""
    title = title.lower()
    if re.search(
        r"deputy|vice|for foreign trade|cabinet|bank|court|congress|assembly|ambassador|staff|advis|assistant|crimea|republic$|envoy",
        title,
    ):
        return None
    if re.search(r"\b(foreign|external) (affairs|relations)|foreign minister", title):
        return "foreign minister"
    if re.match(r"prime minister|premier of the state council|taoiseach", title):
        return "head of government"
    return "head of state" if re.match(r"(president|king|emir|monarch|emperor|pope)\b", title) else None


def observed(reference: list[dict[str, str]]) -> Iterator[tuple[str, str, date]]:
    """(country, title and name, day) of leaders seen on a visit to the United States since 2000."""
    for row in reference:
        leader = re.search(
            r"\b(President|Prime Minister|King|Chancellor|Premier|Taoiseach|Emir|Amir|Queen|Sultan|Pope)\b", row["name"]
        )
        other = re.search(r"\b(Vice|Deputy|Crown|[Ee]lect|Former|Secretary)\b", row["name"])
        if (
            "visits" in row["repo"]
            and row["start"] >= "2000"
            and leader
            and not other
            and (country := known_country(row["country"]))
        ):
            yield country, row["name"], date.fromisoformat(row["start"])


def test_the_leaders_seen_on_visits_are_in_office_in_the_table_on_that_day(reference: list[dict[str, str]]) -> None:
    seen, strange = 0, []
    for country, name, on in observed(reference):
        seen += 1
        holders = [
            t for o in ("head of state", "head of government") for t in HELD[country, o] if t.first <= on <= t.last
        ]
        if not any(words(form) & words(name) for t in holders for form in t.names):
            strange.append((country, name, on.isoformat()))
    share = 1 - len(strange) / seen
    print(f"{seen} visits, {share:.4f} agree; {strange}")
    assert seen > 1300 and share >= VISITS_FLOOR, strange


def test_terms_begin_on_the_day_that_wikidata_gives_them_or_as_near_as_both_say(
    reference: list[dict[str, str]],
) -> None:
    compared, apart = 0, []
    for row in reference:
        country, office = known_country(row["country"]), office_of(row["office"])
        if (
            "every-politician" not in row["repo"]
            or not country
            or not office
            or not row["start"]
            or "" < row["end"] < "2000"
        ):
            continue
        terms = [t for t in HELD[country, office] if any(len(words(form) & words(row["name"])) > 1 for form in t.names)]
        if not terms:
            continue
        compared += 1
        if not any(t.start[: len(row["start"])] == row["start"][: len(t.start)] for t in terms):
            apart.append((country, row["name"], row["office"], row["start"], [t.start for t in terms]))
    share = 1 - len(apart) / compared
    print(f"{compared} terms, {share:.4f} agree; {apart}")
    assert compared > 500 and share >= STARTS_FLOOR, apart
