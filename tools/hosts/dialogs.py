"""Anki's own dialogs: answer the expected ones, report the others."""

from __future__ import annotations

from typing import Any, List, Optional, Tuple

import aqt
from aqt.qt import QApplication, QTimer, QWidget

_EVERY_MS = 100
_BUSY = ("ProgressDialog", "MediaSyncDialog")  # they close on their own
_ANSWERS = ("Upload to AnkiWeb", "Yes")


class Watch:
    """Watches open windows, even while a dialog blocks everything else."""

    def __init__(self) -> None:
        self.login: Optional[Tuple[str, str]] = None
        """A user name and a password, if Anki is expected to ask for them and before an upload."""
        self._unexpected: List[str] = []

    def begin_with_anki(self) -> None:
        """Start as soon as Anki's application exists.

        Before _run() returns, Anki reports a broken add-on in a dialog that waits to be closed.
        """
        watch = self

        class App(aqt.AnkiApp):
            def __init__(self, *arguments: Any, **named: Any) -> None:
                super().__init__(*arguments, **named)
                timer = self._lan_sync_timer = QTimer(self)
                timer.timeout.connect(watch._look)
                timer.start(_EVERY_MS)

        aqt.AnkiApp = App  # type: ignore[misc]

    def complain(self) -> None:
        """Exit with what was shown unexpectedly, if anything was."""
        ours = [_words(dialog) for dialog in _open() if dialog.objectName() == "lan_sync_message"]
        if self._unexpected or ours:
            raise SystemExit("unexpected: " + "\n".join(self._unexpected + ours))

    def _look(self) -> None:
        for dialog in _open():
            ours = dialog.objectName().startswith("lan_sync")
            if ours or type(dialog).__name__ in _BUSY or self._answer(dialog):
                continue
            self._unexpected.append(_words(dialog))
            print(self._unexpected[-1], flush=True)
            dialog.reject()

    def _answer(self, dialog: Any) -> bool:
        if not self.login:
            return False  # nothing that Anki asks is expected
        fields = _parts(dialog, "QLineEdit")
        if len(fields) == 2:
            for field, text in zip(fields, self.login):
                field.setText(text)
            dialog.accept()
            return True
        for button in _parts(dialog, "QPushButton"):
            if button.text().replace("&", "") in _ANSWERS:
                button.click()
                return True
        return False


# Not isinstance() or findChildren(): in 2.1.50 and later with Qt 6, the names in aqt.qt are classes
# derived from Qt's, for add-ons that still use the names of Qt 5.


def _open() -> List[Any]:
    widgets = QApplication.topLevelWidgets()
    return [each for each in widgets if each.isVisible() and each.inherits("QDialog")]


def _parts(dialog: Any, kind: str) -> List[Any]:
    return [each for each in dialog.findChildren(QWidget) if each.inherits(kind)]


def _words(dialog: Any) -> str:
    words = [label.text() for label in _parts(dialog, "QLabel")]
    return f"{type(dialog).__name__} {dialog.windowTitle()}: {' '.join(words)}"
