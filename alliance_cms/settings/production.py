"""A public site, and the default of every command: nothing is loosened."""

from .base import *
