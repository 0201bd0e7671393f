"""The search on the editors' side: promoted results, and what readers look for."""
