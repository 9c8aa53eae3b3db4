"""A Markdown parser whose inline tokens know where they start and end in the content they were parsed from."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

InlineRule = Callable[[StateInline, bool], bool]
_DELIMITERS = frozenset({"emphasis", "strikethrough"})


def parser() -> MarkdownIt:
    """CommonMark with tables, strikethrough and footnotes; `meta["at"]` of an inline token is its range in the inline
    content. Text tokens stay apart as the source has them: the rules that join them are off.
    """
    md = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.use(deflist_plugin)
    md.inline.ruler2.disable("fragments_join")
    md.core.ruler.disable("text_join")
    recorder = _Recorder()
    rules = dict(zip(md.inline.ruler.get_active_rules(), md.inline.ruler.getRules(""), strict=True))
    for name, rule in rules.items():
        md.inline.ruler.at(name, recorder.text(rule) if name == "text" else recorder.other(name, rule))
    return md


class _Recorder:
    """Wraps the inline rules; literal text that waits to become a token began at `start`."""

    def __init__(self) -> None:
        self._state: StateInline | None = None
        self._start = 0

    def text(self, rule: InlineRule) -> InlineRule:
        """The rule that is tried first at every position."""
        def wrapped(state: StateInline, silent: bool) -> bool:
            if not silent and (state is not self._state or not state.pending):
                self._state, self._start = state, state.pos
            return rule(state, silent)
        return wrapped

    def other(self, name: str, rule: InlineRule) -> InlineRule:
        """A rule that may push tokens; an image parses its description in a state of its own."""
        def wrapped(state: StateInline, silent: bool) -> bool:
            if silent:
                return rule(state, silent)
            before, position, outer, start = len(state.tokens), state.pos, self._state, self._start
            waiting = bool(state.pending)
            done = rule(state, silent)
            if len(state.tokens) > before:
                new = state.tokens[before:]
                if waiting:
                    new[0].meta["at"] = (start, start + len(new[0].content))
                if self._state is not outer:
                    self._state, self._start = outer, start
                self._assign(name, [token for token in new if "at" not in token.meta], position, state.pos)
            return done
        return wrapped

    def _assign(self, name: str, tokens: list[Token], start: int, end: int) -> None:
        if name == "autolink":
            start, end = start + 1, end - 1
        for token in tokens:
            if token.type == "text" and name in _DELIMITERS:
                token.meta["at"] = (start, start + len(token.content))
                start += len(token.content)
            elif token.type == "text" and name == "link":
                token.meta["at"] = (self._start, self._start + len(token.content))
            else:
                token.meta["at"] = (start, end)
