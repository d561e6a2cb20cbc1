"""Small archives of our own making."""

import gzip

from tests.pages.conftest import warc_record


def page(words, number=0):
    """A record with one page of HTML."""
    body = f"<!doctype html><html><body><p>{words}</p></body></html>".encode()
    return warc_record(f"http://a.example/{number}", body)


def write_archive(path, records, *, packed=True):
    """The archive at ``path``, each record a gzip member of its own."""
    path.write_bytes(b"".join(gzip.compress(one, mtime=0) if packed else one for one in records))
    return path


def read_lines(path):
    """The lines of a file of readings or error rows."""
    body = path.read_bytes()
    return gzip.decompress(body).decode().splitlines() if body else []


def snapshot(folder):
    """Every file in ``folder`` but the locks, with its bytes."""
    files = [one for one in folder.rglob("*") if one.is_file() and one.suffix != ".lock"]
    return {str(one.relative_to(folder)): one.read_bytes() for one in files}
