"""What editors may do in running text.

Headings are blocks with fixed levels, and tags that split sentences for translators (sub, sup, mark) are left out.
"""

FEATURES = ["bold", "italic", "link", "document-link", "ul", "ol"]
SHORT_FEATURES = ["bold", "italic", "link"]
