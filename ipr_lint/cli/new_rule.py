"""`ipr-lint new-rule ID`: writes a rule file that already holds, for its author to fill in."""

from __future__ import annotations

import re
from pathlib import Path

import click

from ipr_lint.cli.norwegian import NorwegianCommand

_TEMPLATE = """\
# Fyll ut, og kjør: ipr-lint rules --test {id} --rules {folder}
check: plain-words       # hvordan funnene finnes; denne leter etter ord i alle bøyninger og sammensetninger
level: suggestion        # error, warning, suggestion eller off
kind: husstil            # krav, feil eller husstil
clause: "Strategi 1, Språk: Språk skal … alltid være korrekt, relevant, kortfattet og lett å forstå"
why:
  nb: Én linje om hvorfor dette betyr noe for leseren.
  en: One line on why this matters to the reader.
message:
  nb: "«{{text}}» er et internt uttrykk. Skriv {{plain}}."
  en: "“{{text}}” is internal jargon. Write {{plain_en}}."
languages: [nb, nn]
with:                    # ord klasse = det du heller vil ha; m, f, n: substantiv; v1 kaste, v2 bruke; a: adjektiv
  both:
    - samhandlingsarena m = møteplass m
good:
  - Kommunene fikk en ny møteplass.
  - Kommunane fekk ein ny møteplass.
  - Vi trenger flere møteplasser.
bad:
  - Kommunene fikk en ny ⟦samhandlingsarena⟧.
  - Kommunane fekk ein ny ⟦samhandlingsarena⟧.
  - Alle ⟦samhandlingsarenaene⟧ er stengt.
"""


@click.command("new-rule", cls=NorwegianCommand)
@click.argument("rule_id", metavar="REGEL-ID")
@click.option("--topic", default="husstil", show_default=True, help="Emnet, altså mappen regelen står i.")
@click.option("--rules", "folder", type=click.Path(path_type=Path, file_okay=False), default=Path("regler"),
              show_default=True, metavar="MAPPE", help="Mappen med egne regler.")
def command(rule_id: str, topic: str, folder: Path) -> None:
    """Lag en ny regelfil som virker, og som du fyller ut."""
    for name in (rule_id, topic):
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
            raise click.UsageError(f"«{name}»: ventet små bokstaver a–z, tall og bindestrek")
    target = folder / topic / f"{rule_id}.yaml"
    if target.exists():
        raise click.UsageError(f"{target} finnes alt")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_TEMPLATE.format(id=rule_id, folder=folder), encoding="utf-8")
    click.echo(f"Skrev {target}. Fyll ut, og kjør: ipr-lint rules --test {rule_id} --rules {folder}")
