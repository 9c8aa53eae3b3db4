"""These tests need Chromium and axe-core: `.ci/run` installs both and sets IPR_LINT_AXE to axe.min.js."""

from __future__ import annotations

import os

collect_ignore_glob = [] if "IPR_LINT_AXE" in os.environ else ["test_*.py"]
