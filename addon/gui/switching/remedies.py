"""Show a problem with a button that solves it, if there is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Callable, Optional

from aqt.qt import QMessageBox

from ...errors import DataFolderUnusable, PortTaken, Problem
from ...i18n import tr
from ..parts.messages import offer, show_message
from ..parts.problems import explain

if TYPE_CHECKING:
    from aqt.main import AnkiQt


class Remedies:
    """Shows problems of switching on and off."""

    def __init__(self, mw: AnkiQt, package: str) -> None:
        self._mw = mw
        self._package = package

    def show(self, problem: Problem, again: Optional[Callable[[], None]] = None) -> QMessageBox:
        """Say what is wrong; `again` retries once the obstacle is gone."""
        if again is None or not isinstance(problem, PortTaken) or problem.next_free is None:
            return show_message(self._mw, explain(problem))
        port, retry = problem.next_free, again

        def use_it() -> None:
            if self._use_port(port):
                retry()

        return offer(self._mw, explain(problem), tr.switching_use_port(port=str(port)), use_it)

    def _use_port(self, port: int) -> bool:
        addons = self._mw.addonManager
        config = addons.getConfig(self._package) or {}
        try:
            addons.writeConfig(self._package, {**config, "port": port})
        except OSError as error:
            self.show(DataFolderUnusable(Path(addons.addonsFolder(self._package)), str(error)))
            return False
        return True
