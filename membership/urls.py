"""The addresses of open data: /<lang>/data/ and what lies below it. Other rooms add their own files there."""

from django.urls import path, re_path

from membership.open_data.views import SCHEMAS, data_page, members_file, schema_file

urlpatterns = [
    path("data/", data_page, name="open_data"),
    re_path(r"^data/(?P<name>members\.(?:json|geojson|csv)|signatories\.csv)$", members_file, name="members_data"),
    re_path(
        r"^data/(?P<country>[A-Za-z]{2})/(?P<name>members\.(?:json|geojson|csv)|signatories\.csv)$",
        members_file,
        name="members_data_of_country",
    ),
    *(path(f"data/{name}", schema_file, {"name": name}, name=f"schema_{name}") for name in SCHEMAS),
]
