"""`ipr-lint init`: writes a commented configuration, a pre-commit hook and a workflow; never over what is there."""

from __future__ import annotations

from pathlib import Path

import click

from ipr_lint.cli.norwegian import NorwegianCommand

_CONFIG = """\
# Oppsett for ipr-lint. Alt er valgfritt; linjene med # foran viser det som ellers gjelder.
# `ipr-lint config` viser hva som gjelder, `ipr-lint rules` hvilke regler som finnes.

# fail-on = "error"            # laveste nivå som stopper: error, warning, suggestion, never
# default-channel = "nettsak"  # når verken utkastet eller [[paths]] sier noe
# ignore = ["lang-setning"]    # regler eller emner som ikke skal brukes
# exclude = ["arkiv/**"]
# rules = "regler"             # egne regelfiler, lagt over de som følger med
# baseline = "ipr-lint-baseline.json"
# require-reason = true        # hvert unntak i teksten må ha en grunn

# [levels]
# navn-usikker = "off"

# [params.lang-setning]
# max_words = 30

# [[paths]]
# files = ["pressemeldinger/**"]
# channel = "pressemelding"
# audience = ["media"]

# [[waivers]]
# rule = "lix"
# files = ["horing/2025-veinett.docx"]
# owner = "kommunikasjon"
# reason = "Departementets egen ordlyd"
# expires = 2026-12-31
"""
_HOOK = """\
repos:
  - repo: https://example.invalid/ipr-lint  # bytt ut med adressen til ipr-lint
    rev: v{version}
    hooks:
      - id: ipr-lint
"""
_WORKFLOW = """\
name: ipr-lint
on: [pull_request]
permissions:
  contents: read
  security-events: write
jobs:
  ipr-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {{fetch-depth: 0}}
      - uses: actions/setup-python@v5
        with: {{python-version: "3.12"}}
      - run: pip install ipr-lint=={version}
      - run: ipr-lint --format sarif --output ipr-lint.sarif --exit-zero .
      - uses: github/codeql-action/upload-sarif@v3
        with: {{sarif_file: ipr-lint.sarif}}
      - run: ipr-lint --format github .
"""


@click.command(cls=NorwegianCommand)
@click.argument("folder", metavar="[MAPPE]", type=click.Path(path_type=Path, file_okay=False), default=Path())
def command(folder: Path) -> None:
    """Skriv ipr-lint.toml, .pre-commit-config.yaml og en GitHub-arbeidsflyt i MAPPE."""
    from ipr_lint.version import __version__

    files = {
        "ipr-lint.toml": _CONFIG,
        ".pre-commit-config.yaml": _HOOK.format(version=__version__),
        ".github/workflows/ipr-lint.yml": _WORKFLOW.format(version=__version__),
    }
    for name, content in files.items():
        target = folder / name
        if target.exists():
            click.echo(f"{target} finnes alt; lar den være")
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
        click.echo(f"skrev {target}")
