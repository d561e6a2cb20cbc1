import argparse

import pytest

from onrecord.cli.file_names import file_name, same_file


def test_standard_input_is_no_file_to_write():
    with pytest.raises(argparse.ArgumentTypeError):
        file_name("-")


def test_a_file_under_another_name_is_the_same(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("")
    (tmp_path / "in").mkdir()
    assert same_file(tmp_path / "in" / ".." / "page.html", ["-", "gone", str(page)])
    assert not same_file(tmp_path / "other.html", [str(page)])
