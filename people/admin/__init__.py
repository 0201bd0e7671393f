"""The editors' side of people and quotations."""

from people.admin.listing import PersonListing
from people.admin.quotations import QuotationViewSet

__all__ = ["PersonListing", "QuotationViewSet"]
