"""Filters of the templates for editors."""
