"""Pass the server's events from its threads to Anki's main thread."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Callable, List

if TYPE_CHECKING:
    from ...server.events import Event

logger = logging.getLogger(__name__)

Listener = Callable[["Event", str], None]
"""Takes an event and the name of its device."""


class Live:
    """The event feed that windows subscribe to while they are open."""

    def __init__(self, run_on_main: Callable[[Callable[[], None]], None]) -> None:
        """`run_on_main` runs a function on the main thread soon; any thread may call it."""
        self._run_on_main = run_on_main
        self._listeners: List[Listener] = []
        self.name_of: Callable[[Event], str] = lambda event: event.client
        """Looks up the name of an event's device in the thread of the event, because the file may
        be locked."""

    def from_server(self, event: Event) -> None:
        """Pass on an event; any thread. See server/events.py."""
        try:
            name = self.name_of(event)
        except Exception as error:  # no reason to fail a request: perhaps the server is stopping
            logger.warning("an event is passed on without its device's name: %s", error)
            name = event.client
        self._run_on_main(lambda: self._tell(event, name))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` on the main thread with each event; return a function that ends this."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def _tell(self, event: Event, name: str) -> None:
        for listener in list(self._listeners):
            listener(event, name)
