"""The page for a session as a web page: headings and tables, whole in itself, without a script or a link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from companion.presentation.chart_table import headings, rows_of
from companion.presentation.translation import _, language

if TYPE_CHECKING:
    from companion.presentation.date_words import DateWords
    from companion.presentation.report import ReportPage, Said, Section

_STYLE = """
body { font: 16px/1.5 sans-serif; color: #21302f; background: #fff }
main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.7rem; margin: 0 } h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem }
p { margin: .3rem 0 } .quiet { color: #5c6a68 }
figure { margin: 1rem 0 } svg { max-width: 100%; height: auto }
table { border-collapse: collapse; margin: .4rem 0 }
th, td { text-align: start; padding: .2rem .9rem .2rem 0; border-bottom: 1px solid #e3ded4; vertical-align: top }
th { font-weight: 600 } dt { font-weight: 600 } dd { margin: 0 0 .5rem }
blockquote { margin: .2rem 0 .9rem; white-space: pre-wrap }
blockquote { padding-inline-start: .8rem; border-inline-start: 3px solid #7f8986 }
@media print { main { margin: 0 } body { font-size: 11pt } details:not([open]) { display: none } }
""".strip()
# No script runs and nothing is loaded, whatever is written in a note.
_RULES = "default-src 'none'; style-src 'unsafe-inline'"


def report_html(page: ReportPage, chart: str, words: DateWords) -> str:
    """The whole file. `chart` is the picture as SVG; everything the person wrote is escaped."""
    parts = [
        _head(page),
        f"<h1>{escape(page.title)}</h1>",
        _paragraph(page.lead),
        _paragraph(page.caution, quiet=True),
        _figure(page, chart),
        *map(_section, page.sections),
        _events(page.events),
        _notes(page.notes),
        _codebook(page.codebook),
        _chart_table(page, words),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(filter(None, parts))


def _head(page: ReportPage) -> str:
    return f"""<!DOCTYPE html>
<html lang="{escape(language())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(_RULES)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(page.title)}</title>
<style>
{_STYLE}
</style>
</head>
<body>
<main>"""


def _figure(page: ReportPage, chart: str) -> str:
    name = _("Chart: {what}").format(what=page.lead)
    drawing = chart[chart.index("<svg") :].replace("<svg", f'<svg role="img" aria-label="{escape(name)}"', 1)
    return f"<figure>\n{drawing.strip()}\n</figure>"


def _section(section: Section) -> str:
    rows = [(share.name, share.words) for share in section.shares]
    rows += [(reach.name, reach.words) for reach in section.reaches]
    heads = (_("Answer"), _("Share")) if section.shares else (section.title, _("Mean energy"))
    return "\n".join(
        (
            f"<h2>{escape(section.title)}</h2>",
            *([f"<p><strong>{escape(section.headline)}</strong></p>"] if section.headline else []),
            *([_table(heads, rows)] if rows else []),
            *(_paragraph(line, quiet=bool(rows)) for line in section.lines),
        )
    )


def _events(events: Sequence[Said]) -> str:
    if not events:
        return ""
    rows = [(event.when, event.what) for event in events]
    return f"<h2>{escape(_('Life events'))}</h2>\n{_table((_('When'), _('What')), rows)}"


def _notes(notes: Sequence[Said]) -> str:
    if not notes:
        return ""
    said = "\n".join(
        f"<h3>{escape(_('{when}: {what}').format(when=note.when, what=note.what))}</h3>\n"
        f"<blockquote>{escape(note.text)}</blockquote>"
        for note in notes
    )
    return f"<h2>{escape(_('Notes, chosen one by one'))}</h2>\n{said}"


def _codebook(terms: Iterable[tuple[str, str]]) -> str:
    listed = "\n".join(f"<dt>{escape(term)}</dt><dd>{escape(meaning)}</dd>" for term, meaning in terms)
    return f"<h2>{escape(_('What the words mean'))}</h2>\n<dl>\n{listed}\n</dl>"


def _chart_table(page: ReportPage, words: DateWords) -> str:
    rows = [row.cells for row in rows_of(page.chart, words)]
    if not rows:
        return ""
    title = escape(_("The chart as a table"))
    heads = headings(with_line=bool(page.chart.lines))
    return f"<h2>{title}</h2>\n<details>\n<summary>{title}</summary>\n{_table(heads, rows)}\n</details>"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The first cell of a row names it."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "\n".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(text)}</td>" for text in row[1:])
        + "</tr>"
        for row in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _paragraph(text: str, *, quiet: bool = False) -> str:
    return f"<p{' class=quiet' if quiet else ''}>{escape(text)}</p>"
