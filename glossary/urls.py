"""The addresses of the glossary that are no pages: its open data."""

from django.urls import path

from glossary.exchange.public import glossary_data

urlpatterns = [path("data/glossary.<str:suffix>", glossary_data, name="glossary_data")]
