"""Every address of the site that is not a page."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from applications import urls as application_urls
from blocks.showcase import gallery
from common import urls as page_urls
from common.errors import missing
from common.sitemap import robots, sitemap
from glossary import urls as glossary_urls
from membership import urls as membership_urls
from news import urls as news_urls
from news.legacy.addresses import LEGACY_PATTERN, story_redirect
from news.sitemap import news_sitemap
from search import urls as search_urls

from . import views

handler404 = missing
handler500 = views.failed

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("news-sitemap.xml", news_sitemap, name="news_sitemap"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    re_path(LEGACY_PATTERN, story_redirect, name="legacy_story"),
    re_path(r"^media/(?P<path>images/.+)$", views.picture, name="picture"),
]

if settings.DEBUG:
    urlpatterns += [
        path("gallery/", gallery, name="gallery"),
        path("static/css/site.css", views.site_css, name="site_css"),
    ]

urlpatterns += i18n_patterns(
    path("", include(search_urls)),
    path("", include(news_urls)),
    path("", include(membership_urls)),
    path("", include(glossary_urls)),
    path("", include(application_urls)),
    path("", include(page_urls)),
    prefix_default_language=True,
)
