"""What a page is made of, as a browser takes it apart: anything that its templates do not write is foreign."""

from html.parser import HTMLParser

OWN = "/static/"
LEADING = ("href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcset")
NEVER = frozenset({"img", "iframe", "object", "embed", "base", "frame", "audio", "video", "applet", "style"})
LOADED = {"script": "src", "link": "href"}


class Markup(HTMLParser):
    """Gathers in `foreign` each element that could load or run something and is not the workbench's own."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.foreign: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        given = {name: value or "" for name, value in attrs}
        leads = [given[name].strip().lower() for name in LEADING if name in given]
        if (
            tag in NEVER
            or (tag in LOADED and not given.get(LOADED[tag], "").startswith(OWN))
            or any(name.startswith("on") or name == "style" for name in given)
            or any(lead.startswith(("javascript:", "data:", "vbscript:")) for lead in leads)
        ):
            self.foreign.append(self.get_starttag_text() or tag)


def foreign(page: str) -> list[str]:
    """The elements of a page that none of the workbench's templates writes."""
    return Markup(page).foreign
