"""The glossary as files: TBX, CSV and JSON out, TBX and CSV in."""
