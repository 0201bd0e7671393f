"""Pictures and documents with credit and licence."""
