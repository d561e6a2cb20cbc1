"""Which archives are read, and by which of several runs."""

import pytest

from onrecord.archives import ArchiveError, find_archives, take_share


@pytest.fixture
def folder(tmp_path):
    for name in ("b.warc.gz", "a.warc", "notes.txt", "inner/c.warc.gz"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def test_a_folder_gives_its_archives_in_the_order_of_their_names(folder):
    found = find_archives([str(folder), str(folder / "a.warc")])
    assert [one.name for one in found] == ["a.warc", "b.warc.gz", "c.warc.gz"]


def test_all_shares_together_are_all_archives_once(folder):
    found = find_archives([str(folder)])
    shares = [take_share(found, (number, 2)) for number in (1, 2)]
    assert sorted(one for share in shares for one in share) == sorted(found)
    assert [len(share) for share in shares] == [2, 1]


def test_two_archives_of_one_name_are_refused(folder):
    (folder / "inner" / "a.warc.gz").touch()
    with pytest.raises(ArchiveError, match="two archives are called a"):
        find_archives([str(folder)])


@pytest.mark.parametrize("name", ["missing", "inner/empty"])
def test_a_place_without_archives_is_refused(folder, name):
    (folder / "inner" / "empty").mkdir()
    with pytest.raises(ArchiveError, match="no"):
        find_archives([str(folder / name)])
