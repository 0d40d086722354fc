"""The words of a note that another program keeps as HTML."""

from html.parser import HTMLParser

_ON_A_LINE_OF_THEIR_OWN = frozenset({"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "tr"})
_NO_WORDS = frozenset({"script", "style"})


def text_of_html(html: str) -> str:
    """Its text, a line for each paragraph and list item; nothing of it is ever rendered."""
    if "<" not in html and "&" not in html:
        return html
    words = _Words()
    words.feed(html)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._depth_without_words = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NO_WORDS:
            self._depth_without_words += 1
        elif tag in _ON_A_LINE_OF_THEIR_OWN:
            self.parts.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _NO_WORDS:
            self._depth_without_words = max(0, self._depth_without_words - 1)
        elif tag in _ON_A_LINE_OF_THEIR_OWN and tag != "br":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._depth_without_words:
            self.parts.append(data.replace("\n", " "))
