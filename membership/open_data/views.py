"""The addresses of open data about members."""

import hashlib
import json
from pathlib import Path

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from common.countries import EUROPE
from common.localization import homes
from common.open_data import data_sets, send
from common.seo import Place
from common.spreadsheets import CSV
from common.stamp import kept
from common.structured import Crumb
from membership.open_data import formats
from membership.open_data.records import records

__all__ = ["FORMATS", "SCHEMAS", "data_page", "members_file", "schema_file"]

JSON, GEOJSON, SCHEMA = "application/json", "application/geo+json", "application/schema+json"
FORMATS = {
    "members.json": (formats.members_json, JSON),
    "members.geojson": (formats.geojson, GEOJSON),
    "members.csv": (formats.members_csv, f"{CSV}; charset=utf-8; header=present"),
    "signatories.csv": (formats.signatories_csv, f"{CSV}; charset=utf-8; header=present"),
}
SCHEMAS = ("members.schema.json", "members.geojson.schema.json")
FOLDER = Path(__file__).with_name("schema")
readable = require_http_methods(["GET", "HEAD", "OPTIONS"])


@readable
def members_file(request, name, country=""):
    """Answer with the members, or those of one country, in one format.

    Args:
        request: the reader's request.
        name: a key of `FORMATS`.
        country: two letters, in any case; empty for all.

    Raises:
        Http404: if there is no such country in Europe.
    """
    code = country.upper()
    home = homes().get(request.LANGUAGE_CODE)
    if home is None or (code and code not in EUROPE):
        raise Http404
    write, media_type = FORMATS[name]

    def make():
        found = [one for one in records(home.code, home.locale_id) if code in ("", one.country)]
        content = write(found, home.code)
        return hashlib.sha256(content).hexdigest()[:32], content

    mark, content = kept(f"membership.open_data.{home.code}.{code}.{name}", make)
    stem, _dot, ending = name.rpartition(".")
    parts = "-".join(part for part in (stem, code.lower(), home.code) if part)
    return send(request, mark, content, media_type, f"{parts}.{ending}")


@readable
def schema_file(request, name):
    """Answer with the JSON Schema of a format.

    Args:
        request: the reader's request.
        name: one of `SCHEMAS`.
    """
    content = (FOLDER / name).read_bytes()
    return send(request, hashlib.sha256(content).hexdigest()[:32], content, SCHEMA, name)


@require_safe
def data_page(request):
    """Show what open data there is, with licence, fields and an example.

    Args:
        request: the reader's request.

    Raises:
        Http404: if the language is not open.
    """
    home = homes().get(request.LANGUAGE_CODE)
    if home is None:
        raise Http404
    title = _("Open data")
    request.place = Place(
        title=title,
        description=_("The records of the Alliance as files: members, signatories and more, free to use with credit."),
        urls=_in_all_languages(),
        crumbs=(Crumb(home.title, home.url), Crumb(title)),
    )
    context = {"sets": data_sets(), "licence": formats.LICENCE, "attribution": formats.ATTRIBUTION}
    return TemplateResponse(request, "membership/open_data.html", context)


def _in_all_languages():
    found = {}
    for code in homes():
        with override(code):
            found[code] = reverse("open_data")
    return found


def example(name):
    """Return an example of one member, as the schema gives it.

    Args:
        name: one of `SCHEMAS`.
    """
    schema = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return json.dumps(schema["examples"][0], ensure_ascii=False, indent=2)
