"""The addresses of the search: /<lang>/search/, /<lang>/search.json and what belongs to them."""

from django.urls import path, re_path

from search import machines, views

urlpatterns = [
    path("search/", views.results, name="search"),
    path("search.json", views.results_json, name="search_json"),
    path("search/suggest/", machines.suggest, name="search_suggest"),
    re_path(r"^search/feed\.(?P<form>atom|rss)$", machines.feed, name="search_feed"),
    path("search/opensearch.xml", machines.description, name="search_description"),
    path("search/schema.json", machines.schema, name="search_schema"),
]
