"""The words of the reports in Norwegian and English, and a finding's place in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ipr_lint.rulebook import Rulebook

WORDS: dict[str, dict[str, str]] = {
    "nb": {
        "error": "Feil", "warning": "Advarsel", "suggestion": "Forslag",
        "errors": "feil", "warnings": "advarsler", "suggestions": "forslag",
        "1error": "feil", "1warning": "advarsel", "1suggestion": "forslag",
        "why": "Hvorfor", "document": "hele teksten", "paragraph": "avsnitt", "line": "linje",
        "table": "tabell", "row": "rad", "box": "tekstboks, ",
        "messages": "Budskap", "metrics": "Tall", "skipped": "Ikke sjekket", "suppressed": "unntatt",
        "title": "tittelen", "lead": "ingressen", "body": "brødteksten", "boilerplate": "faste opplysninger",
        "found": "ja", "missing": "nei", "denied": "motsagt", "fail": "Ikke klar ennå", "ok": "Ingen feil",
        "clean": "Ingenting å utsette på teksten", "more": "og {n} til", "places": "{n} steder", "fix": "Skriv",
        "channel": "kanal", "guessed": "gjettet", "words": "ord", "sentences": "setninger", "files": "filer",
        "unreadable": "kunne ikke leses", "crashed": "Regelen brøt sammen", "strategy": "Strategi",
        "statistics": "Funn per regel", "nb": "bokmål", "nn": "nynorsk", "en": "engelsk", "no": "norsk",
        "unchecked": "ikke undersøkt", "image": "bilde", "1words": "ord",
        "1sentences": "setning", "1files": "fil",
    },
    "en": {
        "error": "Error", "warning": "Warning", "suggestion": "Suggestion",
        "errors": "errors", "warnings": "warnings", "suggestions": "suggestions",
        "1error": "error", "1warning": "warning", "1suggestion": "suggestion",
        "why": "Why", "document": "the whole text", "paragraph": "paragraph", "line": "line",
        "table": "table", "row": "row", "box": "text box, ",
        "messages": "Key messages", "metrics": "Figures", "skipped": "Not checked", "suppressed": "suppressed",
        "title": "title", "lead": "lead", "body": "body", "boilerplate": "boilerplate",
        "found": "yes", "missing": "no", "denied": "contradicted", "fail": "Not ready yet", "ok": "No errors",
        "clean": "Nothing to remark on", "more": "and {n} more", "places": "{n} places", "fix": "Write",
        "channel": "channel", "guessed": "guessed", "words": "words", "sentences": "sentences", "files": "files",
        "unreadable": "could not be read", "crashed": "The rule broke down", "strategy": "Strategy",
        "statistics": "Findings per rule", "nb": "Bokmål", "nn": "Nynorsk", "en": "English", "no": "Norwegian",
        "unchecked": "not looked for", "image": "image", "1words": "word",
        "1sentences": "sentence", "1files": "file",
    },
}
HTML_WORDS: dict[str, dict[str, str]] = {
    "nb": {
        "report": "Rapport om utkast", "skip": "Gå til innholdet", "show": "Vis", "rule": "Regel", "all": "alle",
        "shown": "funn vises", "draft": "Utkast", "drafts": "Funn og lesbarhet per utkast", "findings": "Funn",
        "statistics": "Funn per regel",
    },
    "en": {
        "report": "Report on drafts", "skip": "Skip to content", "show": "Show", "rule": "Rule", "all": "all",
        "shown": "findings shown", "draft": "Draft", "drafts": "Findings and readability per draft",
        "findings": "Findings", "statistics": "Findings per rule",
    },
}
TOTALS_WORDS: dict[str, dict[str, str]] = {
    "nb": {
        "1file": "i 1 fil", "files": "i {n} filer", "lix": "LIX: median {median}, fra {lowest} til {highest}",
        "messages": "Budskap", "of": "{n} av {all}", "denied": "motsagt i {n}", "name": "Navnebruk",
        "names": "{right} av {mentions} omtaler er riktige ({share} %); {clean} av {files} tekster har bare riktige",
    },
    "en": {
        "1file": "in 1 file", "files": "in {n} files", "lix": "LIX: median {median}, from {lowest} to {highest}",
        "messages": "Key messages", "of": "{n} of {all}", "denied": "contradicted in {n}", "name": "Naming",
        "names": "{right} of {mentions} mentions are right ({share} %); {clean} of {files} texts have only right ones",
    },
}
LIX_BANDS = (  # upper limit (not included) -> band; Björnsson (1968), Läsbarhet
    (30, "svært lett", "very easy"), (40, "lett", "easy"), (50, "middels", "medium"),
    (60, "vanskelig", "difficult"), (1000, "svært vanskelig", "very difficult"),
)


def lix_band(lix: float, language: str) -> str:
    """What a LIX value means to a reader."""
    band = next(band for band in LIX_BANDS if lix < band[0])
    return band[2] if language == "en" else band[1]


def language_name(code: str | None, book: Rulebook, ui_lang: str) -> str:
    """What a language is called in the report: «bokmål», «dansk»; empty where none was found."""
    if not code or code in WORDS[ui_lang]:
        return WORDS[ui_lang][code] if code else ""
    from ipr_lint.facts.languages import LanguageFeatures

    return book.facts.get(LanguageFeatures).name(code, ui_lang)


def place(finding: dict[str, Any], format_: str | None, language: str) -> str:
    """«avsnitt 4» or «tabell 1, rad 2» in Word, «linje 4:12» elsewhere, «hele teksten» without a span."""
    words = WORDS[language]
    span = finding["span"]
    if span is None:
        return words["document"]
    start, told = span["start"], span["location"] or {}
    if format_ == "docx":
        part = told.get("part", "word/document.xml")
        shown = PARTS[language].get(part.rsplit("/", 1)[-1].rstrip("0123456789.xml"), "")
        if "table" in told:
            return f"{shown}{words['table']} {told['table']}, {words['row']} {told['row']}"
        shown += words["box"] if "box" in told else ""
        return f"{shown}{words['paragraph']} {told.get('counted', told.get('paragraph', start['line']))}"
    return f"{words['line']} {start['line']}:{start['column']}"


PARTS = {
    "nb": {"header": "topptekst, ", "footer": "bunntekst, ", "footnotes": "fotnote, ", "endnotes": "sluttnote, "},
    "en": {"header": "header, ", "footer": "footer, ", "footnotes": "footnote, ", "endnotes": "endnote, "},
}


def count(number: int, level: str, language: str) -> str:
    """«1 advarsel», «3 advarsler»."""
    words = WORDS[language]
    return f"{number} {words['1' + level if number == 1 else level + 's']}"
