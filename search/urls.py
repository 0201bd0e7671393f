"""The addresses of the search: /<lang>/search/, /<lang>/search.json and /<lang>/search/suggest/."""

from django.urls import path

from search import views

urlpatterns = [
    path("search/", views.results, name="search"),
    path("search.json", views.results_json, name="search_json"),
    path("search/suggest/", views.suggest, name="search_suggest"),
]
