"""Floors on annotated articles, where they lie beside the checkout."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]


def load_measure() -> ModuleType:
    path = ROOT / "benchmarks" / "quality_actors.py"
    spec = importlib.util.spec_from_file_location("quality_actors", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_gold_participants_and_places_are_named() -> None:
    module = load_measure()
    folder = module.GOLD_EVENTS
    if not (folder / "annotations").is_dir():
        pytest.skip("the annotated articles are not on this machine (TIMELINE_GOLD names them)")
    counts, _ = module.measure(folder)
    assert counts["participants in article"] >= 0.96 * counts["participants"]
    assert counts["participants in sentence"] >= 0.72 * counts["participants"]
    assert counts["places in article"] >= 0.88 * counts["places"]
