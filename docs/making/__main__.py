"""``python -m docs.making``: writes ``docs/reference.md`` and the figures of other pages anew."""

from docs.making.figures import PAGES, fill
from docs.making.reference import PAGE, write_reference

PAGE.write_text(write_reference(), encoding="utf-8")
for page in PAGES:
    page.write_text(fill(page.read_text(encoding="utf-8")), encoding="utf-8")
