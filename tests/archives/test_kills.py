"""Supervisor and workers are killed at random points; what is left after a rerun is the same."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.archives.archives import page, snapshot, write_archive

RUN = """
import sys
from pathlib import Path
from onrecord.archives import Limits, process_shards
from tests.archives.desks import open_slow_desk
if __name__ == "__main__":
    for _ in process_shards([Path(sys.argv[1])], Path(sys.argv[2]), Limits(2),
                            desk=open_slow_desk, part=3):
        pass
"""
KILLS = 4


def start(script, warc, out):
    return subprocess.Popen(
        [sys.executable, script, warc, out], env={**os.environ, "PYTHONPATH": str(Path.cwd())}
    )


def children(process):
    tasks = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(one) for one in tasks]


def test_after_any_kill_a_rerun_gives_the_files_of_an_undisturbed_run(tmp_path):
    chance = random.Random(7)
    script = tmp_path / "run.py"
    script.write_text(RUN)
    words = ["REFUSE" if n % 7 == 3 else f"w{n}" for n in range(40)]
    warc = write_archive(tmp_path / "day.warc.gz", [page(*reversed(x)) for x in enumerate(words)])
    assert start(script, warc, tmp_path / "undisturbed").wait() == 0
    for number in range(KILLS):
        run = start(script, warc, tmp_path / "killed")
        time.sleep(chance.uniform(0.3, 2.0))
        victims = children(run) if number % 2 else [run.pid]
        for victim in victims[-1:]:
            os.kill(victim, signal.SIGKILL)
        if number % 2:
            time.sleep(chance.uniform(0.0, 0.5))
            run.kill()
        run.wait()
    assert start(script, warc, tmp_path / "killed").wait() == 0
    assert snapshot(tmp_path / "killed") == snapshot(tmp_path / "undisturbed")
