"""Ctrl-C in the middle of a real run, with one process and with several: one line, exit code 130, work kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

# The check of one rule that waits; the first drafts go through, so that the run is well under way.
WAITING = """
import sys, time
from pathlib import Path
from ipr_lint.checks import long_sentence
before = long_sentence.run
def run(draft, params):
    if "vent" in draft.document.source:
        Path("klar").touch()
        time.sleep(60)
    return before(draft, params)
long_sentence.run = run
"""


def _heed_interrupts() -> None:
    """What a shell starts in the background ignores Ctrl-C, and would have its children do so, too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_ends_at_once_with_one_line(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(WAITING, "utf-8")
    (tmp_path / "a.txt").write_text("Kommunene møttes på Hamar i går.", "utf-8")
    (tmp_path / "b.txt").write_text("Kommunene måtte vente på toget.", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "IPR_LINT_CACHE_DIR": str(tmp_path / ".cache")}
    command = [sys.executable, "-m", "ipr_lint", "check", "--select", "lang-setning", "--jobs", jobs, "a.txt", "b.txt"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, start_new_session=True, preexec_fn=_heed_interrupts) as process:
        until = time.monotonic() + 60
        while not (tmp_path / "klar").exists() and time.monotonic() < until:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to all processes of the run
        told, errors = process.communicate(timeout=30)
    assert (process.returncode, told, errors) == (130, "", "ipr-lint: avbrutt\n")
