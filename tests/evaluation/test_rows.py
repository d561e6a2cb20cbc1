import gzip

import pytest

from evaluation.rows import digest_of, read_rows, unpack, write_rows


def test_a_row_shows_nothing_but_the_keys_of_its_task(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "1", "text": "x", "attributions": [1]}\n\n{"id": "2"}\n')
    assert list(read_rows(path, ("id", "text"))) == [{"id": "1", "text": "x"}, {"id": "2"}]


def test_packed_rows_are_read_and_written(tmp_path):
    path = tmp_path / "rows.jsonl.gz"
    write_rows(path, [{"id": "é"}])
    assert gzip.decompress(path.read_bytes()) == b'{"id": "\\u00e9"}\n'
    assert list(read_rows(path, ("id",))) == [{"id": "é"}]


@pytest.mark.parametrize("line", ["no json", "[1]", '{"text": "x"}'])
def test_a_line_that_is_no_row_is_named(tmp_path, line):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": 1}\n' + line)
    with pytest.raises(ValueError, match=r"bad\.jsonl:2"):
        list(read_rows(path, ("id",)))


def test_only_packed_files_are_unpacked(tmp_path):
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"
    plain.write_bytes(b"x")
    packed.write_bytes(gzip.compress(b"y"))
    assert unpack(plain, tmp_path / "target") == plain
    assert unpack(packed, tmp_path / "target").read_bytes() == b"y"


def test_the_digest_is_of_all_bytes_in_order(tmp_path):
    (tmp_path / "a").write_bytes(b"ab")
    (tmp_path / "b").write_bytes(b"c")
    (tmp_path / "all").write_bytes(b"abc")
    assert digest_of(tmp_path / "a", tmp_path / "b") == digest_of(tmp_path / "all")
