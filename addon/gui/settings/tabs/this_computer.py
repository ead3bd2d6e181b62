"""The tab on this computer's own server: where it listens, and who may sync."""

from __future__ import annotations

from typing import Dict

from aqt.qt import QLineEdit

from ....i18n import tr
from ....redirect.settings import Config
from ..accounts import AccountsPanel
from ..fields import Field, page
from ..opener import Context


class ThisComputer:
    """Port and address to listen on count when they are saved, accounts at once."""

    def __init__(self, context: Context, config: Config) -> None:
        self.widget, layout = page()
        self._port = QLineEdit(str(config.port))
        self._port.setObjectName("lan_sync_setting_port")
        self._port.setMaximumWidth(120)
        self._listen = QLineEdit(config.listen)
        self._listen.setObjectName("lan_sync_setting_listen")
        self.fields = {
            "port": Field(tr.settings_port(), self._port, tr.settings_port_explained()),
            "listen": Field(tr.settings_listen(), self._listen, tr.settings_listen_explained()),
        }
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addWidget(AccountsPanel(context), 1)

    def values(self) -> Dict[str, object]:
        """What is typed, by the keys of config.json."""
        port = self._port.text().strip()
        return {
            "port": int(port) if port.isascii() and port.isdigit() else port,
            "listen": self._listen.text().strip(),
        }

    def show(self, config: Config) -> None:
        """Fill the fields in."""
        self._port.setText(str(config.port))
        self._listen.setText(config.listen)
