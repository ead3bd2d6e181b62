"""Pass the server's events from its threads to Anki's main thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, List

if TYPE_CHECKING:
    from ...server.events import Event

Listener = Callable[["Event"], None]


class Live:
    """The event feed that windows subscribe to while they are open."""

    def __init__(self, run_on_main: Callable[[Callable[[], None]], None]) -> None:
        """`run_on_main` runs a function on the main thread soon; any thread may call it."""
        self._run_on_main = run_on_main
        self._listeners: List[Listener] = []

    def from_server(self, event: Event) -> None:
        """Pass on an event; any thread. See server/events.py."""
        self._run_on_main(lambda: self._tell(event))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` on the main thread with each event; return a function that ends this."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def _tell(self, event: Event) -> None:
        for listener in list(self._listeners):
            listener(event)
