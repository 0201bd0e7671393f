"""Say how well questions are answered that somebody graded."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from search.evaluation import questions, scores


class Command(BaseCommand):
    """Reads questions with the pages that answer them, asks the search, and prints three figures a language."""

    help = (
        'Evaluates the search: {"language", "query", "relevant": {url: grade}} a line; prints nDCG@10, MRR, recall@10.'
    )

    def add_arguments(self, parser):
        """Add the file."""
        parser.add_argument("file", type=Path, help="one JSON object a line")

    def handle(self, *args, **options):
        """Ask all questions and print the figures.

        Raises:
            CommandError: if the file cannot be read or a line is no question.
        """
        try:
            asked = questions(options["file"].read_text(encoding="utf-8").splitlines())
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write("language  questions  nDCG@10    MRR  recall@10")
        for language, score in sorted(scores(asked).items()):
            self.stdout.write(
                f"{language:8}  {score.questions:9}  {score.ndcg:7.3f}  {score.mrr:5.3f}  {score.recall:9.3f}"
            )
