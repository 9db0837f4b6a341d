"""The columns of the table of events: name, type and meaning."""

from __future__ import annotations

from dataclasses import dataclass

GEOMETRY = "geometry"
TEXT, LIST, NUMBER, WHOLE, TRUTH = "object", "object", "float64", "Int64", "bool"
"""Types of columns; texts and lists are Python objects, None where there is nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``dtype`` as pandas names it, ``meaning`` in a sentence."""

    name: str
    dtype: str
    meaning: str


COLUMNS = (
    Column("event_id", TEXT, "Lasting id of the event, e and ten characters"),
    Column("kind", TEXT, "event, or state for what lasts"),
    Column("type", TEXT, "PLOVER code"),
    Column("mode", TEXT, "Refinement of the type"),
    Column("group", TEXT, "Group that the type is shown in: battle, strike, unrest, diplomacy, humanitarian, other"),
    Column("titles", LIST, "Title by language code"),
    Column("start", TEXT, "First day, ISO 8601; None for the undated"),
    Column("end", TEXT, "Last day, inclusive"),
    Column("precision", TEXT, "What is stated: day, month, year, decade"),
    Column("date_prec", WHOLE, "Temporal precision as UCDP GED codes it, 1 to 5; missing beyond a year"),
    Column("open_start", TRUTH, "Whether it began before the first day"),
    Column("open_end", TRUTH, "Whether it went on after the last day"),
    Column("approximate", TRUTH, "Whether the time is told as approximate"),
    Column("time_basis", TEXT, "stated, relative, reported (that day or before) or inferred"),
    Column("edtf", TEXT, "The time in Extended Date/Time Format, ISO 8601-2"),
    Column("as_of", TEXT, "Last day on which a state was reported to last"),
    Column("place_id", TEXT, "Id of the place in the gazetteer; None for the unplaced"),
    Column("place_name", TEXT, "Main name of the place"),
    Column("place_names", LIST, "Names of the place by language code, the preferred first"),
    Column("place_kind", TEXT, "country, admin1, district, region, city, village, feature, line or water"),
    Column("country", TEXT, "ISO 3166-1 alpha-2 code of the country de jure"),
    Column("where_prec", WHOLE, "Spatial precision as UCDP GED codes it, 1 exact to 7"),
    Column("geo_precision", WHOLE, "The same as ACLED codes it, 1 to 3; missing where a country alone is known"),
    Column("radius_km", NUMBER, "Radius of a circle that covers the place"),
    Column("lat", NUMBER, "Latitude of the representative point, degrees"),
    Column("lon", NUMBER, "Longitude of the representative point, degrees"),
    Column(GEOMETRY, "geometry", "The representative point, WGS 84; None for the unplaced"),
    Column("actors", LIST, "Parties: id, name, role (actor, recipient, or named where its part is not shown)"),
    Column("claims", LIST, "Claims side by side: article_id, quote, language, claimed_by, kind, prefix, suffix, also"),
    Column("tolls", LIST, "Victims as said: words, low, high, category, victims, claimant, as_of, cumulative"),
    Column("articles", LIST, "Ids of all articles that tell of it"),
    Column("origins", LIST, "Independent sources, each once"),
    Column("clarity", TEXT, "agreed, or contested where claimants contradict each other"),
    Column("status", TEXT, "happened, ongoing or disputed"),
    Column("score", NUMBER, "Probability that date, place and type were read right"),
    Column("salience", NUMBER, "Prominence, which orders events"),
    Column("episode", TEXT, "Name of the happening of the chronology that it is part of"),
    Column("reviewed", TRUTH, "Whether a person has confirmed it"),
    Column("corrections", LIST, "Ids of the corrections that touched it"),
    Column("why_merged", TEXT, "Why its mentions are one event"),
    Column("reason_time", TEXT, "How its time was read"),
    Column("reason_place", TEXT, "How its place was read"),
    Column("place_match", LIST, "How the place was found: span, role, score, rivals, reason, admin1, population"),
    Column("mentions", LIST, "The mentions that it rests on, with offsets into their articles"),
)
