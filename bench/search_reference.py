"""The independent reference of the evaluation: tantivy with its own stemmers over the same documents."""

import re

import tantivy

from search.models import SearchDoc

__all__ = ["STEMMERS", "Reference"]

STEMMERS = {"en": "en_stem", "fr": "fr", "de": "de", "ro": "ro", "hu": "hu", "el": "el", "tr": "tr"}
NAMES = {"fr": "French", "de": "German", "ro": "Romanian", "hu": "Hungarian", "el": "Greek", "tr": "Turkish"}
WORD = re.compile(r"[^\W_]+")
MEMORY = 64_000_000


class Reference:
    """An index of one language in memory."""

    def __init__(self, language):
        """Read all documents of a language.

        Args:
            language: a key of ``STEMMERS``.
        """
        builder = tantivy.SchemaBuilder()
        for name in ("title", "keywords", "body"):
            builder.add_text_field(name, stored=False, tokenizer_name="own")
        builder.add_text_field("url", stored=True, tokenizer_name="raw")
        self.index = tantivy.Index(builder.build())
        self.index.register_tokenizer("own", _analyser(language))
        writer = self.index.writer(MEMORY)
        rows = SearchDoc.objects.filter(language=language).values_list("title", "keywords", "summary", "body", "url")
        for title, keywords, summary, body, url in rows.iterator():
            document = tantivy.Document(title=title, keywords=keywords, body=f"{summary} {body}", url=url)
            writer.add_document(document)
        writer.commit()
        self.index.reload()

    def __call__(self, question):
        """Return the addresses it finds first for a question.

        Args:
            question: a ``search.evaluation.Question``.
        """
        words = " ".join(WORD.findall(question.query))
        boosts = {"title": 3.0, "keywords": 1.5, "body": 1.0}
        query = self.index.parse_query(words.lower(), ["title", "keywords", "body"], field_boosts=boosts)
        searcher = self.index.searcher()
        hits = searcher.search(query, 10).hits
        return [searcher.doc(place)["url"][0] for _score, place in hits]


def _analyser(language):
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    return builder.filter(tantivy.Filter.stemmer(NAMES.get(language, "English"))).build()
