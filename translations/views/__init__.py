"""Screens of the admin around translations."""
