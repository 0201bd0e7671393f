"""Addresses that Wagtail's own pattern leaves out because of the dot; the list page answers them."""

from django.urls import path, re_path

from common.routing import serve
from news.draft_view import draft

urlpatterns = [
    path("draft/<str:token>/", draft, name="news_draft"),
    re_path(r"^((?:[\w\-]+/)+(?:feed\.(?:rss|atom|json)|calendar\.ics))$", serve, name="news_feed"),
]
