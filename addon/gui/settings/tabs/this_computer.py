"""The tab for this computer's own server: where it listens, and who may sync."""

from __future__ import annotations

from typing import Dict

from aqt.qt import QComboBox, QLineEdit, qconnect

from ....i18n import tr
from ....net.allow import Allow
from ....redirect.settings import Config, parse_config
from ...parts.widgets import grey_label
from ..accounts import AccountsPanel
from ..context import Context
from ..fields import Field, page


class ThisComputer:
    """The port and who can connect take effect when saved, accounts at once."""

    def __init__(self, context: Context, config: Config) -> None:
        self.widget, layout = page()
        self._port = QLineEdit(str(config.port))
        self._port.setObjectName("lan_sync_setting_port")
        self._port.setMaximumWidth(120)
        self._allow = QComboBox()
        self._allow.setObjectName("lan_sync_setting_allow")
        for allow, label in (
            (Allow.MY_NETWORKS, tr.settings_allow_my_networks()),
            (Allow.THIS_COMPUTER, tr.settings_allow_this_computer()),
            (Allow.EVERYONE, tr.settings_allow_everyone()),
        ):
            self._allow.addItem(label, allow.value)
        self._allow.setCurrentIndex(self._allow.findData(config.allow.value))
        self.fields = {
            "port": Field(tr.settings_port(), self._port, tr.settings_port_explained()),
            "allow": Field(tr.settings_allow(), self._allow, tr.settings_allow_explained()),
        }
        for field in self.fields.values():
            layout.addWidget(field)
        qconnect(self._port.textChanged, lambda _text: self.check())
        layout.addWidget(grey_label(tr.settings_trust()))
        layout.addWidget(AccountsPanel(context), 1)

    def values(self) -> Dict[str, object]:
        """Return what is typed, by the keys of config.json."""
        port = self._port.text().strip()
        return {
            "port": int(port) if port.isascii() and port.isdigit() else port,
            "allow": self._allow.currentData(),
        }

    def check(self) -> bool:
        """Show at each field what is wrong with it; return whether nothing is."""
        _config, bad = parse_config(self.values())
        wrong = {problem.key for problem in bad}
        self.fields["allow"].complain("")  # it was wrong in the file
        self.fields["port"].complain(tr.settings_port_wrong() if "port" in wrong else "")
        return not wrong

    def show(self, config: Config) -> None:
        """Fill in the fields."""
        self._port.setText(str(config.port))
        self._allow.setCurrentIndex(self._allow.findData(config.allow.value))
