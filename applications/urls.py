"""Addresses of applicants that are no pages of the tree."""

from django.urls import path

from applications import status

urlpatterns = [
    path("application/", status.look_up, name="application_look_up"),
    path("application/<str:token>/", status.status, name="application_status"),
]
