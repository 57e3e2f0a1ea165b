"""What pages say in the site's language: names of products and editions, sizes, dates."""

from __future__ import annotations

from packbuilder.site.values import Download, Shelf
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue, catalogue

_KB = 1024
_FORMATS = {"pdf": "PDF", "html": "HTML", "docx": "Word", "apkg": "Anki", "brf": "BRF"}


@dataclass(frozen=True, slots=True)
class Words:
    """The site's wording. Every function returns plain text, which the templates escape."""

    wording: Catalogue

    def say(self, key: str, /, **values: object) -> str:
        """Return the site's message of that name."""
        return self.wording.say(f"site.{key}", **values)

    def count(self, key: str, number: int) -> str:
        """Return the site's message of that name for so many."""
        return self.wording.count(f"site.{key}", number)

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the site's message of that name that is a list."""
        return self.wording.lines(f"site.{key}")

    def kind(self, product: str) -> str:
        """Return what a product is called among others of its kind."""
        return self.say(f"kind.{product}")

    def shelf(self, shelf: Shelf) -> str:
        """Return the heading over the editions of one thing."""
        name = self.kind(shelf.product)
        if shelf.kind:
            title = self.wording.say(f"worksheet.{shelf.kind}.title")
            name = self.say("answers", what=title) if shelf.product == "worksheet_answers" else title
        return self.say("version", what=name, code=shelf.version) if shelf.version else name

    def edition(self, edition: str) -> str:
        """Return what an edition is called to those who may need it."""
        return self.wording.say(f"edition.name.{edition or 'standard'}")

    def about_edition(self, edition: str) -> str:
        """Return a sentence on what an edition is."""
        return self.wording.say(f"edition.name.{edition or 'standard'}.about")

    def date(self, day: str) -> str:
        """Return an ISO date as people write it."""
        return self.wording.moment(day)

    def format(self, download: Download) -> str:
        """Return what kind of file a download is."""
        known = _FORMATS.get(download.format)
        return known or self.say("format.txt")

    def size(self, count: int) -> str:
        """Return a number of bytes as people read it."""
        if count < _KB * _KB:
            return self.say("size.kb", n=max(1, round(count / _KB)))
        return self.say("size.mb", n=self.wording.figures(f"{count / _KB / _KB:.1f}"))


def words_of(language: str) -> Words:
    """Return the wording of a site in a language; English where there is none."""
    return Words(catalogue(language))
