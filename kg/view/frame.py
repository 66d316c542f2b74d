"""A page inside a frame, as a notebook shows it."""

import html


class InlinePage(str):
    """HTML of a frame that holds a page; a notebook shows it in place."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def inline(document: str, *, height: int = 720) -> InlinePage:
    """Wrap a page in a frame of `height` pixels that a notebook shows.

    The frame may run the page's own script and open links; it reaches neither the
    notebook nor the network.
    """
    source = html.escape(document, quote=True)
    return InlinePage(
        f'<iframe srcdoc="{source}" width="100%" height="{height}" '
        'sandbox="allow-scripts allow-downloads allow-popups '
        'allow-popups-to-escape-sandbox" '
        'style="border:1px solid #dfe3e9;border-radius:8px" '
        'title="Knowledge graph"></iframe>'
    )
