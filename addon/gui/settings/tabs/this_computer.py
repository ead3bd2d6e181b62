"""The tab for this computer's own server: where it listens, and who may sync."""

from __future__ import annotations

from typing import Dict

from aqt.qt import QLineEdit, qconnect

from ....i18n import tr
from ....net.listening import can_listen
from ....redirect.address import listening_address
from ....redirect.settings import Config, parse_config
from ...parts.widgets import grey_label
from ..accounts import AccountsPanel
from ..context import Context
from ..fields import Field, page


class ThisComputer:
    """The port and who can connect take effect when saved, accounts at once."""

    def __init__(self, context: Context, config: Config) -> None:
        self._config = config
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
        qconnect(self._port.textChanged, lambda _text: self.check())
        qconnect(self._listen.textChanged, lambda _text: self.check())
        layout.addWidget(grey_label(tr.settings_trust()))
        layout.addWidget(AccountsPanel(context), 1)

    def values(self) -> Dict[str, object]:
        """Return what is typed, by the keys of config.json."""
        port = self._port.text().strip()
        return {
            "port": int(port) if port.isascii() and port.isdigit() else port,
            "listen": self._listen.text().strip(),
        }

    def check(self) -> bool:
        """Show at each field what is wrong with it; return whether nothing is."""
        _config, bad = parse_config(self.values())
        wrong = {problem.key for problem in bad}
        typed = self._listen.text().strip()
        # a saved address may come back with its network; starting the server reports it
        fresh = "listen" not in wrong and typed != self._config.listen
        if fresh and not can_listen(listening_address(typed)):
            wrong.add("listen")
        self.fields["port"].complain(tr.settings_port_wrong() if "port" in wrong else "")
        self.fields["listen"].complain(tr.settings_listen_wrong() if "listen" in wrong else "")
        return not wrong

    def show(self, config: Config) -> None:
        """Fill in the fields."""
        self._port.setText(str(config.port))
        self._listen.setText(config.listen)
