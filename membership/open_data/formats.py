"""Members as JSON, GeoJSON (RFC 7946) and CSV."""

import json

from common.addresses import absolute
from common.spreadsheets import csv_file

__all__ = ["ATTRIBUTION", "COLUMNS", "LICENCE", "geojson", "members_csv", "members_json", "signatories_csv"]

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
ATTRIBUTION = "European Alliance of Cities and Regions for Roma Inclusion"
# Those of an import, so that a file can be corrected and brought back, and those that only readers need.
COLUMNS = (
    "id", "name", "local_name", "local_language", "country", "country_name", "kind", "lat", "lon", "state", "date",
    "number", "signed", "population", "population_year", "website", "source_url", "url", "language",
)  # fmt: skip
SIGNATORY_COLUMNS = (
    "id", "name", "local_name", "local_language", "country", "country_name", "kind", "lat", "lon", "date", "state",
    "source_url", "url", "language",
)  # fmt: skip


def member(record):
    """Return one member as JSON has it; what is not on record is null.

    Args:
        record: a Record.
    """
    return {
        "id": str(record.id),
        "url": record.url,
        "name": record.name,
        "language": record.language,
        "local_name": record.local_name or None,
        "local_language": record.local_language or None,
        "country": record.country,
        "country_name": record.country_name,
        "kind": record.kind,
        "state": record.state,
        "since": record.since,
        "number": record.number,
        "signed": record.signed,
        "signed_on": record.signed_on,
        "population": record.population,
        "population_year": record.population_year,
        "website": record.website or None,
        "record": [
            {"kind": kind, "date": date, "number": number, "source_url": source or None}
            for kind, date, number, source in record.lines
        ],
    }


def _about(records, schema, language):
    return {
        "schema": absolute(f"/{language}/data/{schema}"),
        "language": language,
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
        "count": len(records),
    }


def members_json(records, language):
    """Return the bytes of members.json.

    Args:
        records: as `records.records` gives them.
        language: of the file.
    """
    listed = [member(one) | {"lat": one.lat, "lon": one.lon} for one in records]
    return _dumped(_about(records, "members.schema.json", language) | {"members": listed})


def geojson(records, language):
    """Return the bytes of members.geojson; a member without a position is a feature without geometry.

    Args:
        records: as `records.records` gives them.
        language: of the file.
    """
    features = [
        {"type": "Feature", "id": str(one.id), "geometry": _point(one), "properties": member(one)} for one in records
    ]
    about = _about(records, "members.geojson.schema.json", language)
    return _dumped({"type": "FeatureCollection", **about, "features": features})


def _point(record):
    if record.lat is None or record.lon is None:
        return None
    return {"type": "Point", "coordinates": [round(record.lon, 6), round(record.lat, 6)]}


def _dumped(data):
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def members_csv(records, _language):
    """Return the bytes of members.csv.

    Args:
        records: as `records.records` gives them.
        _language: of the file; the columns have the same names in every language.
    """
    return csv_file(COLUMNS, ([_value(one, name) for name in COLUMNS] for one in records))


def signatories_csv(records, _language):
    """Return the bytes of signatories.csv: who has signed the Declaration, participants among them.

    Args:
        records: as `records.records` gives them.
        _language: of the file.
    """
    signed = sorted((one for one in records if one.signed), key=lambda one: one.signed_on or "")
    rows = (
        [one.signed_on or "" if name == "date" else _value(one, name) for name in SIGNATORY_COLUMNS] for one in signed
    )
    return csv_file(SIGNATORY_COLUMNS, rows)


def _value(record, name):
    if name == "date":
        return record.since or ""
    value = getattr(record, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else value
