"""What Anki shows when a phone has replaced somebody's copy, and how the former one comes back."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Callable, NamedTuple, Optional

from aqt.qt import QWidget

from ..errors import Problem
from ..i18n import tr
from ..store import atomic, patient
from .parts.background import Background
from .parts.messages import offer, show_message
from .parts.problems import explain
from .parts.question import SidesQuestion

if TYPE_CHECKING:
    from aqt.main import AnkiQt

    from ..hosting import LanServer
    from ..server.events import Event
    from ..store.transfer.put_back import Replaced

logger = logging.getLogger(__name__)


class Replacement(NamedTuple):
    """Somebody's copy before and after a phone has replaced it."""

    user: str
    device: str
    what: Replaced


def _to_json(replacement: Replacement) -> str:
    what = replacement.what
    numbers = {"before": what.before, "now": what.now}
    named = {"user": replacement.user, "device": replacement.device, "backup": str(what.backup)}
    return json.dumps({**named, **numbers})


def _from_json(text: str) -> Optional[Replacement]:
    """Return what `_to_json` wrote; None if its backup is gone. Raises ValueError and KeyError."""
    # only here, as an Anki that cannot serve never needs it
    from ..store.totals import Totals
    from ..store.transfer.put_back import Replaced

    known = json.loads(text)
    what = Replaced(Path(known["backup"]), Totals(*known["before"]), Totals(*known["now"]))
    packed = what.backup.with_suffix(".colpkg")
    is_there = what.backup.exists() or packed.exists()
    return Replacement(known["user"], known["device"], what) if is_there else None


class Replacements:
    """Remembers the last one until a person has looked at it. Runs on the main thread."""

    def __init__(
        self,
        mw: AnkiQt,
        server: Callable[[], Optional[LanServer]],
        background: Background,
        path: Path,
    ) -> None:
        """`server` returns this computer's running server, if any; in the small file `path` the
        last one is remembered across restarts."""
        self._mw = mw
        self._server = server
        self._background = background
        self._path = path
        self._last = self._read()
        self.on_change: Callable[[], None] = lambda: None

    @property
    def last(self) -> Optional[Replacement]:
        """What nobody has looked at yet."""
        return self._last

    def _remember(self, last: Optional[Replacement]) -> None:
        self._last = last
        try:
            if last is None:
                patient.remove(self._path)
            else:
                atomic.write_bytes(self._path, _to_json(last).encode())
        except FileNotFoundError:
            pass
        except OSError as error:
            logger.warning("what a phone has replaced is forgotten at a restart: %s", error)

    def _read(self) -> Optional[Replacement]:
        try:
            return _from_json(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def on_event(self, event: Event, name: str) -> None:
        """Handle an event of the device called `name`; see gui/parts/live.py."""
        what: Optional[Replaced] = getattr(event, "replaced", None)
        if what is not None:
            self._remember(Replacement(event.user, name, what))

    def ask(self, parent: Optional[QWidget] = None) -> None:
        """Show both sides with their numbers, and let the person choose."""
        seen = self.last
        if seen is None:
            return
        self._remember(None)
        self.on_change()

        def bring_back() -> None:
            self._put_back(seen)

        SidesQuestion(
            parent or self._mw,
            (tr.replaced_question(device=seen.device, user=seen.user),),
            (
                (tr.replaced_before(), seen.what.before),
                (tr.replaced_now(), seen.what.now),
            ),
            (
                ("back", tr.replaced_bring_back(), bring_back),
                ("keep", tr.replaced_keep(), lambda: None),
            ),
            lambda: None,
        ).open()

    def _put_back(self, seen: Replacement) -> None:
        server = self._server()
        if server is None:
            return

        def done(undone: Optional[Replaced]) -> None:
            text = tr.replaced_done(user=seen.user)
            if undone is None:  # what was there before had no cards
                show_message(self._mw, text, warning=False)
                return
            again = Replacement(seen.user, seen.device, undone)
            offer(self._mw, text, tr.replaced_undo(), lambda: self._put_back(again))

        def failed(problem: Problem) -> None:
            show_message(self._mw, explain(problem))
            self._remember(seen)
            self.on_change()

        self._background.run(
            lambda: server.upkeep.restore(seen.user, seen.what.backup.stem), done, failed
        )
