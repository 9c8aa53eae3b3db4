"""Analysis -> the figures and the message coverage that stand in every report, gated or not."""

from __future__ import annotations

from ipr_lint.model import Coverage, Needs
from ipr_lint.nlp import grammar, messages, readability
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.mentions import Form, Mention, Sense

MESSAGE_IDS = ("B1", "B2", "B3", "B4", "B5", "B6")


def metrics(draft: Analysis, needs: Needs) -> dict[str, float | int | None]:
    """The figures of the running text, rounded to one decimal; None where one is not defined.

    `flesch` only for English, `lix`, `rix` and `ovix` for all; `nominal_quotient` (two decimals) and `passive_share`
    (per cent of the sentences) only if some rule had the text tagged or, by what the rules need, parsed.
    """
    sentences = readability.measured(draft)
    figures = {"lix": readability.lix, "rix": readability.rix, "ovix": readability.ovix,
               "mean_sentence_length": readability.mean_length, "long_word_share": readability.long_share}
    found: dict[str, float | int | None] = {"words": sum(len(one.words) for one in sentences),
                                            "sentences": len(sentences)}
    found |= {name: _rounded(figure(sentences)) for name, figure in figures.items()}
    if draft.language == "en":
        found["flesch"] = _rounded(readability.flesch(sentences))
    elif draft.is_parsed:
        found["nominal_quotient"] = _rounded(grammar.nominal_quotient(draft), 2)
        if Needs.PARSE in needs:
            found["passive_share"] = _rounded(grammar.passive_share(draft))
    return found | _names(draft) | {"channel_guessed": int("channel" not in draft.context.declared)}


def _names(draft: Analysis) -> dict[str, float | int | None]:
    """How often the name stands for the organisation or the area, and how often as page 1 of the strategy wants it.

    Only if a naming rule looked; mentions that can't be told apart do not count.
    """
    told: tuple[Mention, ...] | None = draft.known("mentions")
    wanted = {Sense.ORGANISATION: Form.FULL, Sense.AREA: Form.BARE}
    counted = [one for one in told or () if one.sense in wanted and one.place.form in (Form.FULL, Form.BARE)]
    right = sum(one.place.form is wanted[one.sense] for one in counted)
    return {} if told is None else {"names": len(counted), "names_right": right}


def _rounded(value: float | None, decimals: int = 1) -> float | None:
    return None if value is None else round(value, decimals)


def coverage(draft: Analysis, checked: bool) -> tuple[Coverage, ...]:
    """One entry for each key message; not looked for when no message rule is enabled."""
    if not checked:
        return tuple(Coverage(id_, checked=False) for id_ in MESSAGE_IDS)
    return messages.coverage(draft)
