import gzip

from tests.pages.conftest import HTML, TEXT, read, refusal, warc_record


def test_a_folder_is_read_with_all_folders_in_it_in_order(save, tmp_path):
    for name in ("b.html", "a/2.txt", "a/1.html", "c.html.gz"):
        body = gzip.compress(HTML) if name.endswith("gz") else TEXT if "txt" in name else HTML
        save(name, body)
    pages, issues = read(tmp_path)
    names = [page.where.removeprefix(f"{tmp_path}/") for page in pages]
    assert names == ["a/1.html", "a/2.txt", "b.html", "c.html.gz"]
    assert not issues


def test_what_lies_beside_pages_is_passed_over(save, tmp_path):
    save("page.html", HTML)
    save("photo.jpg", b"\xff\xd8\xff\xe0")
    save("style.css", b"p { color: red }")
    save("data.jsonl.gz", gzip.compress(b'{"id": 1}'))
    save(".hidden.html", HTML)
    save(".git/page.html", HTML)
    save("page_files/frame.html", HTML)
    pages, issues = read(tmp_path)
    assert [page.where for page in pages] == [str(tmp_path / "page.html")]
    assert not issues


def test_what_was_meant_as_a_page_is_reported(save, tmp_path):
    save("article.pdf", b"%PDF-1.4")
    save("broken.html", b"\x89PNG\r\n\x1a\n")
    save("empty.txt", b"")
    save("good.html", HTML)
    (tmp_path / "link.html").symlink_to("gone.html")
    pages, issues = read(tmp_path)
    assert len(pages) == 1
    assert [issue.code for issue in issues] == ["pdf", "image", "empty", "broken-link"]


def test_an_archive_and_a_feed_in_a_folder_are_read(save, tmp_path):
    save("crawl.warc", warc_record("http://a.example/1", HTML))
    save("feed.xml", b"<rss version='2.0'><channel><title>T</title></channel></rss>")
    pages, issues = read(tmp_path)
    assert [page.url for page in pages] == ["http://a.example/1"]
    assert [issue.code for issue in issues] == ["empty-feed"]


def test_a_folder_without_pages_is_an_issue(save, tmp_path):
    save("style.css", b"p { color: red }")
    assert refusal(tmp_path) == "no-pages"
