"""The public interface is exactly what the package names."""

from __future__ import annotations

import importlib.metadata
import inspect
import subprocess
import sys
import types

import pytest

import onrecord
from onrecord import record

HEAVY = ("numpy", "lxml", "onnxruntime", "trafilatura", "tokenizers", "httpx")


def test_all_that_is_public_is_named() -> None:
    public = {
        name
        for name, value in vars(onrecord).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert public | {"__version__"} == set(onrecord.__all__)


def test_every_type_of_the_record_is_public() -> None:
    types_of_record = {
        name for name in record.__all__ if not inspect.isfunction(getattr(record, name))
    }
    assert types_of_record <= set(onrecord.__all__)


def test_the_version_is_that_of_the_distribution() -> None:
    assert onrecord.__version__ == importlib.metadata.version("onrecord")


def test_read_takes_a_place_and_whether_to_infer() -> None:
    parameters = inspect.signature(onrecord.read).parameters
    assert list(parameters) == ["where", "inferred"]
    assert parameters["inferred"].kind is inspect.Parameter.KEYWORD_ONLY


@pytest.mark.parametrize("words", ["import onrecord", "import onrecord.cli"])
def test_importing_loads_nothing_heavy(words: str) -> None:
    assert _loaded_after(words) == []


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str) -> None:
    assert _loaded_after(f"from onrecord.cli import main; assert main([{option!r}]) == 0") == []


def _loaded_after(words: str) -> list[str]:
    code = f"import sys\n{words}\nprint('loaded:', *[n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.rpartition("loaded:")[2].split()
