"""What the page of open data says about the files of this room."""

from django.urls import reverse
from django.utils.translation import gettext as _

from common.open_data import DataFile, DataSet, offers_data
from common.spreadsheets import CSV
from membership.open_data.formats import LICENCE
from membership.open_data.views import GEOJSON, JSON, example

__all__ = ["member_data"]


@offers_data
def member_data():
    """Return the sets of data about members, in the active language."""
    return [_members(), _signatories()]


def _members():
    return DataSet(
        key="members",
        title=_("Members"),
        description=_("Every participant and signatory that has a public page, with what is on record about it."),
        files=[
            DataFile(_file("members.json"), "JSON", JSON, reverse("schema_members.schema.json")),
            DataFile(_file("members.geojson"), "GeoJSON", GEOJSON, reverse("schema_members.geojson.schema.json")),
            DataFile(_file("members.csv"), "CSV", CSV),
        ],
        fields=_fields(),
        example=example("members.schema.json"),
        licence=LICENCE,
    )


def _signatories():
    return DataSet(
        key="signatories",
        title=_("Signatories of the Declaration"),
        description=_(
            "Every authority that has signed the Declaration against anti-Gypsyism, in the order of signing, "
            "participants among them."
        ),
        files=[DataFile(_file("signatories.csv"), "CSV", CSV)],
        licence=LICENCE,
    )


def _file(name):
    return reverse("members_data", kwargs={"name": name})


def _fields():
    return [
        ("id", _("Identifier; the same in every language, and for ever")),
        ("url", _("Address of the page")),
        ("name, language", _("Name, and the language that the name is in")),
        ("local_name, local_language", _("Name in the authority's own language, and which language that is")),
        ("country, country_name", _("Country: ISO 3166-1 alpha-2, XK for Kosovo; its name")),
        ("kind", _("Kind of authority: city, town, municipality, district, region and so on")),
        ("state", _("participant or signatory, as the record says today")),
        ("since", _("Since when, as exactly as it is on record; “date” in CSV")),
        ("number", _("Running number of a participant")),
        ("signed, signed_on", _("Whether the Declaration stands signed, and since when")),
        ("lat, lon", _("Position in degrees (WGS 84); in GeoJSON as [longitude, latitude], or null")),
        ("population, population_year", _("Number of inhabitants, and the year of that figure")),
        ("website", _("Website of the authority")),
        ("record", _("Every dated line of the record, with its source; not in CSV")),
    ]
