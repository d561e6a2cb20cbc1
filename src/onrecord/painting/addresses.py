"""What a face has beside the reading: where it shows more, and what people said of findings.

Invariant: without these nothing is linked, and no word of the page changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from onrecord.painting.markup import NOTHING, Html, element, isolate, write
from onrecord.painting.verdicts import Verdict, show_verdict, verdict_on
from onrecord.painting.wording import phrase


@dataclass(frozen=True, slots=True)
class Addresses:
    """Beginnings of addresses, which an id or a name completes; "" = there is no such place.

    ``verdicts`` are at most one for each finding.
    """

    findings: str = ""
    sources: str = ""
    articles: str = ""
    verdicts: tuple[Verdict, ...] = ()

    def verdict(self, finding: str) -> Html:
        """What a person said of a finding; nothing where nobody looked at it."""
        return show_verdict(verdict_on(self.verdicts, finding))

    def finding(self, finding: str) -> Html:
        """The link by which somebody looks closer at a finding, and corrects it."""
        if not self.findings:
            return NOTHING
        href = f"{self.findings}{quote(finding, safe='')}"
        return element("a", write(phrase("addresses", "finding")), href=href, class_="look")

    def source(self, name: str) -> Html:
        """A source's name, leading to all that it is on record with."""
        if not self.sources:
            return isolate(name)
        href = f"{self.sources}{quote(name.encode('utf-8', 'replace'), safe='')}"
        return element("a", isolate(name), href=href)

    def article(self, article: str) -> Html:
        """The link to the whole of an article."""
        if not self.articles:
            return NOTHING
        href = f"{self.articles}{quote(article, safe='')}"
        return element("a", write(phrase("addresses", "article")), href=href)


NOWHERE = Addresses()
