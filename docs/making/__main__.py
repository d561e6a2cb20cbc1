"""``python -m docs.making``: writes ``docs/reference.md`` anew."""

from docs.making.reference import PAGE, write_reference

PAGE.write_text(write_reference(), encoding="utf-8")
