"""Archives at scale: pages a second on 1 and 2 workers, the supervisor's share, and kills.

``python -m bench.archives [PAGES [KILLS]]`` makes an archive of the sample pages' paragraphs, and
prints what it measured beside the bare reading of the same pages in this process.
"""

from __future__ import annotations

import gzip
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from onrecord.archives import Limits, Report, process_shards
from onrecord.archives.worker import Desk, open_desk
from onrecord.pages.documents import Origin
from onrecord.pages.warcs import walk_records
from onrecord.reading.walk import read_guarded
from onrecord.record import Page, Reading, Stamp, article_id
from onrecord.record.articles import Article
from tests.archives.hostile_pages import make_pages
from tests.pages.conftest import warc_record

SAMPLES = Path(__file__).parent.parent / "examples" / "pages"
PAGES = 200
KILLS = 5
HOSTILE = 50
"""One page in so many is hostile, a thousandth of its full size."""


def main() -> None:
    """Measure and print."""
    os.environ["OMP_NUM_THREADS"] = "1"
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else KILLS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = make_archive(folder / "day.warc.gz", pages)
        bare = measure_bare(archive)
        print(f"{pages} pages; read in one process without supervisor {pages / bare:6.2f} a second")
        rates = {}
        for workers in (1, 2):
            out = folder / str(workers)
            rates[workers] = pages / run(archive, out, workers)
            print(f"{workers} workers {rates[workers]:6.2f} pages a second")
        print(f"from 1 to 2 workers {rates[2] / rates[1]:.2f} ×")
        print(f"memory of the largest worker {children_memory()} MB")
        began = time.process_time()
        run(archive, folder / "nothing", 1, desk=open_idle_desk)
        share = (time.process_time() - began) / bare
        print(f"CPU of the supervisor {100 * share:.1f} % of the bare reading")
        same = all(
            same_files(folder / "1", folder / other) for other in ("2", killed(folder, kills))
        )
        print(
            f"files of 1 worker, of 2, and after {kills} kills: {'the same' if same else 'DIFFER'}"
        )


def make_archive(path: Path, pages: int) -> Path:
    """An archive of the sample pages in turn, each at an address of its own."""
    samples = [one.read_bytes() for one in sorted(SAMPLES.glob("*.html"))]
    hostile = [record for _, record in make_pages(0.001)]
    with path.open("wb") as stream:
        for number in range(pages):
            record = warc_record(f"http://{number}.example/", samples[number % len(samples)])
            if number % HOSTILE == HOSTILE - 1:
                record = hostile[number // HOSTILE % len(hostile)]
            stream.write(gzip.compress(record, mtime=0))
    return path


def measure_bare(archive: Path) -> float:
    """Seconds of reading the same pages here, after the model was loaded."""
    open_desk()
    began = time.perf_counter()
    with archive.open("rb") as stream:
        for record in walk_records(stream, Origin(archive.name)):
            if isinstance(record.found, Page):
                read_guarded(record.found)
    return time.perf_counter() - began


def run(archive: Path, out: Path, workers: int, *, desk: Callable[[], Desk] = open_desk) -> float:
    """Seconds from the first page that is read; loading is not counted."""
    times: list[float] = []
    began = time.perf_counter()
    limits = Limits(workers=workers)
    for _, report in process_shards(
        [archive], out, limits, tell=lambda one: times.append(one.seconds), desk=desk
    ):
        if not isinstance(report, Report):
            raise report
    whole = time.perf_counter() - began
    return whole - (times[0] if times else 0.0)


def open_idle_desk() -> Desk:
    """A desk that reads nothing: what remains is the supervisor's own work."""
    return Desk(_read_nothing, "nothing")


def _read_nothing(page: Page) -> Reading:
    # As long as the reading of a page usually is, so that it is carried and packed as one.
    text = page.body.decode("utf-8", "replace") * 3
    return Reading(Article(article_id("", text), "", "", "", (), "en", text), Stamp("", "", ""))


def killed(folder: Path, kills: int) -> str:
    """The name of a folder that was written by runs that were killed, and one that was not."""
    chance = random.Random(1)
    command = [sys.executable, "-c", _RUN, str(folder / "day.warc.gz"), str(folder / "killed")]
    for _ in range(kills):
        process = subprocess.Popen(command)
        time.sleep(chance.uniform(2.0, 25.0))
        tasks = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        victims = [process.pid, *map(int, tasks.read_text().split() if tasks.exists() else ())]
        os.kill(chance.choice(victims), 9)
        time.sleep(chance.uniform(0.0, 3.0))
        process.kill()
        process.wait()
    subprocess.run(command, check=True)
    return "killed"


_RUN = """
import sys
from pathlib import Path
from onrecord.archives import Limits, process_shards
if __name__ == "__main__":
    list(process_shards([Path(sys.argv[1])], Path(sys.argv[2]), Limits(2), part=20))
"""


def same_files(first: Path, second: Path) -> bool:
    """Whether both folders hold the same readings and error rows, in whatever parts packed."""
    names = [one.name for one in first.iterdir() if one.name.startswith("day.")]
    return all(_plain(first / name) == _plain(second / name) for name in names)


def _plain(path: Path) -> bytes:
    body = path.read_bytes()
    return gzip.decompress(body) if path.suffix == ".gz" else body


def children_memory() -> int:
    """MB of the largest process that has ended."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


if __name__ == "__main__":
    main()
