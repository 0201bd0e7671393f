"""Persons with their offices, and what they said."""
