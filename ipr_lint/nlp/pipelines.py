"""Lazy spaCy pipelines: one load per run, only the components that the enabled rules need, each text parsed once."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipr_lint.model import Needs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT = "nb_ipr_sm"
_BUNDLED = Path(__file__).parent.parent / "pipelines"
_COMPONENTS = {Needs.ENTITIES: "ner", Needs.PARSE: "parser"}  # what a run does without where no rule needs it
_MEMORY = 300  # parsed texts (some 100 kB each) in a generation: what repeats over the pages of a site is parsed once


class PipelineError(Exception):
    """The pipeline asked for can't be used; the message says why and what was expected."""


class Pipelines:
    """Parses Norwegian text with one spaCy pipeline, loaded on first use; English gets tokens, sentences and lemmas."""

    def __init__(self, name: str = DEFAULT, needs: Needs = Needs.PARSE | Needs.ENTITIES) -> None:
        """`name`: the bundled pipeline, an installed package or a folder; `needs`: what the enabled rules read."""
        self.name = name
        self.needs = needs
        self._norwegian: Language | None = None
        self._english: Language | None = None
        self._parsed: dict[str, Doc] = {}
        self._before: dict[str, Doc] = {}  # the generation before; what is met again lives on

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """Norwegian texts as parsed Docs, in order. Raises: PipelineError."""
        if len(self._parsed) > _MEMORY:
            self._before, self._parsed = self._parsed, {}
        self._parsed |= {text: self._before[text] for text in texts if text in self._before}
        unknown = list(dict.fromkeys(text for text in texts if text not in self._parsed))
        if unknown:
            self._parsed.update(zip(unknown, self._pipe(unknown), strict=True))
        return [self._parsed[text] for text in texts]

    def parse_english(self, text: str, starts: frozenset[int]) -> Doc:
        """An English text with lemmas and sentences (which start at `starts`), but neither tags nor dependencies."""
        from ipr_lint.nlp import english

        self._english = self._english or english.pipeline()
        return english.parse(self._english, text, starts)

    def version(self) -> str:
        """Name and version of the Norwegian pipeline, without loading it."""
        import msgspec

        meta = self._folder() / "meta.json"
        try:
            data = msgspec.json.decode(meta.read_bytes(), type=dict[str, Any])
        except (OSError, msgspec.MsgspecError):
            return self.name
        return f"{data.get('lang', 'nb')}_{data.get('name', '')} {data.get('version', '')}".strip()

    def _pipe(self, texts: Iterable[str]) -> Iterable[Doc]:
        if self._norwegian is None:
            self._norwegian = self._load()
        return self._norwegian.pipe(texts, batch_size=64)

    def _load(self) -> Language:
        from ipr_lint.nlp import contract, matrices
        from ipr_lint.nlp.spacy_import import spacy

        exclude = ["senter"]
        if self.name == DEFAULT:  # of another one nobody knows what its components lean on
            exclude += [name for need, name in _COMPONENTS.items() if need not in self.needs]
        try:
            with matrices.quick():
                nlp: Language = spacy().load(self._folder(), exclude=exclude)
        except (OSError, ValueError) as error:
            raise PipelineError(f"språkmodellen «{self.name}» kan ikke lastes: {str(error).splitlines()[0]}") from None
        if self.name != DEFAULT and (gaps := contract.gaps(nlp)):
            raise PipelineError(f"språkmodellen «{self.name}» mangler det reglene trenger: {', '.join(gaps)}")
        return nlp

    def _folder(self) -> Path:
        if (_BUNDLED / self.name).is_dir():
            return _BUNDLED / self.name
        if Path(self.name).is_dir():
            return Path(self.name)
        try:
            spec = importlib.util.find_spec(self.name)
        except (ImportError, ValueError):
            spec = None
        if spec is None or spec.origin is None:
            message = "ventet navnet på en installert spaCy-modell eller en mappe"
            raise PipelineError(f"språkmodellen «{self.name}» finnes ikke; {message}")
        package = Path(spec.origin).parent
        versioned = sorted(path.parent for path in package.glob("*/config.cfg"))
        return versioned[-1] if versioned else package
