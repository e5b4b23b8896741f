"""Where the user has looked: back and forward, as in a browser."""

from timeline_app.layout.viewport import Viewport

DEPTH = 100


class ViewHistory:
    """Remembers the views that were left by a jump."""

    def __init__(self) -> None:
        self._back: list[Viewport] = []
        self._forward: list[Viewport] = []

    def leave(self, view: Viewport) -> None:
        """Remember a view before another one is jumped to."""
        if not self._back or self._back[-1] != view:
            self._back.append(view)
        del self._back[:-DEPTH]
        self._forward.clear()

    def back(self, here: Viewport) -> Viewport | None:
        """Return the view before, None if there is none."""
        return _step(self._back, self._forward, here)

    def forward(self, here: Viewport) -> Viewport | None:
        """Return the view after, None if there is none."""
        return _step(self._forward, self._back, here)


def _step(source: list[Viewport], target: list[Viewport], here: Viewport) -> Viewport | None:
    if not source:
        return None
    target.append(here)
    return source.pop()
