"""On a cluster of three nodes of this machine, one of them killed, the files are the same."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from onrecord.archives import ArchiveError, Limits, Report, process_shards
from onrecord.archives.ray_shards import process_on_ray
from tests.archives.archives import page, snapshot, write_archive
from tests.archives.desks import open_slow_desk

ARCHIVES = 4


def test_without_ray_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ArchiveError, match=r"onrecord\[ray\]"):
        list(process_on_ray([], tmp_path, Limits(), "auto"))


def test_a_node_that_is_killed_costs_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setenv("PYTHONPATH", f"{Path.cwd()}:{os.environ.get('PYTHONPATH', '')}")
    ray = pytest.importorskip("ray", reason="onrecord[ray] is not installed")
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
        cluster.wait_for_nodes()

        def kill_one():
            until = time.monotonic() + 60
            while time.monotonic() < until and not list(
                (tmp_path / "ray").glob(".*.5.parts/000001.report.json")
            ):
                time.sleep(0.05)
            cluster.remove_node(nodes[0], allow_graceful=False)

        killer = threading.Thread(target=kill_one)
        killer.start()
        found = list(
            process_on_ray(
                warcs, tmp_path / "ray", limits, cluster.address, desk=open_slow_desk, part=5
            )
        )
        killer.join()
    finally:
        ray.shutdown()
        cluster.shutdown()
    assert sorted(warc for warc, _ in found) == warcs
    assert all(isinstance(report, Report) for _, report in found)
    assert snapshot(tmp_path / "ray") == snapshot(tmp_path / "alone")
