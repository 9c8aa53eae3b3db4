"""One module per way of finding something; checks do not know each other, nor the rules that use them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

import msgspec

from ipr_lint.model import Abstain, Hit, Needs
from ipr_lint.nlp.analysis import Analysis


class NoParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The Params of a check without values."""


class Check(Protocol):
    """What every module here offers."""

    needs: Needs
    Params: type[msgspec.Struct]

    def run(self, draft: Analysis, params: Any) -> Iterator[Hit | Abstain]:
        """Yield the hits in a draft, or an Abstain where no verdict is possible."""
