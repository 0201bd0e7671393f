"""Addresses of pages: Wagtail's own, with the site's way of finding a page."""

from django.urls import re_path
from wagtail import urls as wagtail_urls

from common.localization import PAGE_VIEW
from common.routing import serve

urlpatterns = [
    *(pattern for pattern in wagtail_urls.urlpatterns if pattern.name != PAGE_VIEW),
    re_path(wagtail_urls.serve_pattern, serve, name=PAGE_VIEW),
]
