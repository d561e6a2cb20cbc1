"""On a cluster of three nodes of this machine, one of them killed, the files are the same."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from onrecord.archives import ArchiveError, Limits, Progress, Report, process_shards
from onrecord.archives.ray_shards import Watch, process_on_ray
from onrecord.archives.writing import ShardFiles
from tests.archives.archives import page, snapshot, write_archive
from tests.archives.desks import open_slow_desk

ARCHIVES = 4
PATIENCE = 300
"""Seconds that the cluster may take for a step: a busy machine takes ten times what an idle one
does."""


def test_without_ray_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ArchiveError, match=r"onrecord\[ray\]"):
        list(process_on_ray([], tmp_path, Limits(), "auto"))


def test_how_far_a_run_is_is_seen_from_the_parts_of_all_nodes(tmp_path):
    warcs = [write_archive(tmp_path / f"{n}.warc.gz", [page("w")]) for n in range(3)]
    sizes = [one.stat().st_size for one in warcs]
    out = tmp_path / "out"
    done, open_, _ = (ShardFiles(out, str(n), 5) for n in range(3))
    for files in (done, open_):
        files.resume("")
    done.write_part(0, b"", b"", Report(pages=2, articles=2))
    done.finish(done.read_parts())
    watch = Watch(warcs, out, 5)
    assert (watch.look().pages, watch.look().begun, watch.look().left) == (0, sizes[0], None)
    open_.write_part(0, b"", b"", Report(pages=5, articles=4, errors=(("too-slow", 1),)))
    now = watch.look()
    assert (now.pages, now.articles, now.errors) == (5, 4, 1)
    assert (now.archive, now.done, now.total) == ("1 of 3 archives", sizes[0], sum(sizes))
    open_.finish(open_.read_parts())
    assert watch.look().done == sizes[0] + sizes[1]


def test_a_node_that_is_killed_costs_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    # Ray gives a node 30 seconds to start, which three of them on a busy machine do not keep.
    monkeypatch.setenv("RAY_raylet_start_wait_time_s", str(PATIENCE))
    monkeypatch.setenv("PYTHONPATH", f"{Path.cwd()}:{os.environ.get('PYTHONPATH', '')}")
    ray = pytest.importorskip("ray", reason="onrecord[ray] is not installed (240 MB)")
    cluster_utils = pytest.importorskip("ray.cluster_utils")
    warcs = [
        write_archive(tmp_path / f"{n}.warc.gz", [page(f"w{n}-{at}", at) for at in range(30)])
        for n in range(ARCHIVES)
    ]
    limits = Limits(workers=1)
    list(process_shards(warcs, tmp_path / "alone", limits, desk=open_slow_desk, part=5))
    store = {"num_cpus": 1, "object_store_memory": 80_000_000, "include_dashboard": False}
    cluster = cluster_utils.Cluster(initialize_head=True, head_node_args=store)
    try:
        nodes = [
            cluster.add_node(num_cpus=1, object_store_memory=80_000_000, include_dashboard=False)
            for _ in range(2)
        ]
        cluster.wait_for_nodes(timeout=PATIENCE)

        def kill_one():
            until = time.monotonic() + PATIENCE
            while time.monotonic() < until and not list(
                (tmp_path / "ray").glob(".*.5.parts/000001.report.json")
            ):
                time.sleep(0.05)
            cluster.remove_node(nodes[0], allow_graceful=False)

        killer = threading.Thread(target=kill_one)
        killer.start()
        told = process_on_ray(
            warcs, tmp_path / "ray", limits, cluster.address, desk=open_slow_desk, part=5
        )
        found = [one for one in told if not isinstance(one, Progress)]
        killer.join()
    finally:
        ray.shutdown()
        cluster.shutdown()
    assert sorted(warc for warc, _ in found) == warcs
    assert all(isinstance(report, Report) for _, report in found)
    assert snapshot(tmp_path / "ray") == snapshot(tmp_path / "alone")
