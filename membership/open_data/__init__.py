"""The record of the members as open data: the same facts as on the pages, for programs and spreadsheets."""
