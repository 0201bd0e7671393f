"""Addresses that Wagtail's own pattern leaves out because of the dot; the list page answers them."""

from django.urls import re_path

from common.routing import serve

urlpatterns = [re_path(r"^((?:[\w\-]+/)+(?:feed\.(?:rss|atom|json)|calendar\.ics))$", serve, name="news_feed")]
