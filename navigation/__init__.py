"""The frame around every page: menu, contacts, notices."""
