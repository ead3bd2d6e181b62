"""The tab for what few people need."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Dict

from aqt.qt import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget, qconnect
from aqt.utils import openFolder

from .... import host
from ....errors import BadAddress
from ....i18n import tr
from ....logfile import LOG_NAME
from ....redirect.address import tidy_address
from ....redirect.settings import Config
from ...parts.problems import explain
from ...parts.widgets import WrappingLabel, button, grey_label, value_label
from ..context import Context
from ..fields import Field, page

_DAYS = (30, 90, 365)


class Advanced:
    """The default server, a certificate, the log, and a button that resets the settings."""

    def __init__(self, context: Context, config: Config, reset: Callable[[], None]) -> None:
        self.widget, layout = page()
        self._endpoint = QLineEdit(config.endpoint)
        self._endpoint.setObjectName("lan_sync_setting_endpoint")
        self.fields = {
            "endpoint": Field(
                tr.settings_endpoint(), self._endpoint, tr.settings_endpoint_explained()
            )
        }
        self._certificate = _FileField("certificate", config.certificate)
        self._key = _FileField("key", config.key)
        self._sign_out = QComboBox()
        self._sign_out.setObjectName("lan_sync_setting_sign_out_after")
        self._show_sign_out(config.sign_out_after)
        if host.can_serve():
            self.fields["certificate"] = Field(
                tr.settings_certificate(), self._certificate, tr.settings_certificate_explained()
            )
            self.fields["key"] = Field(tr.settings_key(), self._key, tr.settings_key_explained())
            self.fields["sign_out_after"] = Field(
                tr.settings_sign_out(), self._sign_out, tr.settings_sign_out_explained()
            )
        for field in self.fields.values():
            layout.addWidget(field)
        qconnect(self._endpoint.editingFinished, self.check)
        layout.addLayout(self._log(context.data / LOG_NAME))
        row = QHBoxLayout()
        row.addWidget(button(tr.settings_reset(), reset, "lan_sync_reset"))
        row.addWidget(grey_label(tr.settings_reset_explained()), 1)
        layout.addLayout(row)
        layout.addStretch(1)

    def _log(self, path: Path) -> QVBoxLayout:
        together = QVBoxLayout()
        together.setSpacing(4)
        together.addWidget(WrappingLabel(tr.settings_log()))
        row = QHBoxLayout()
        row.addWidget(value_label(str(path), "lan_sync_log_path", wraps=True), 1)
        show = button(tr.settings_open_folder(), lambda: openFolder(str(path.parent)))
        show.setEnabled(path.exists())
        row.addWidget(show)
        together.addLayout(row)
        together.addWidget(grey_label(tr.settings_log_explained()))
        return together

    def values(self) -> Dict[str, object]:
        """Return what is typed, by the keys of config.json."""
        return {
            "endpoint": self._endpoint.text().strip(),
            "certificate": self._certificate.path,
            "key": self._key.path,
            "sign_out_after": self._sign_out.currentData(),
        }

    def check(self) -> bool:
        """Show at the field what is wrong with it; return whether nothing is."""
        try:
            tidy_address(self._endpoint.text())
        except BadAddress as problem:
            self.fields["endpoint"].complain(explain(problem))
            return False
        self.fields["endpoint"].complain("")
        return True

    def show(self, config: Config) -> None:
        """Fill in the fields."""
        self._endpoint.setText(config.endpoint)
        self._certificate.show_path(config.certificate)
        self._key.show_path(config.key)
        self._show_sign_out(config.sign_out_after)

    def _show_sign_out(self, days: int) -> None:
        """Offer a few choices, and what was typed as text."""
        self._sign_out.clear()
        self._sign_out.addItem(tr.settings_sign_out_never(), 0)
        for each in sorted({*_DAYS, days} - {0}):
            self._sign_out.addItem(tr.settings_sign_out_days(count=each), each)
        self._sign_out.setCurrentIndex(self._sign_out.findData(days))


class _FileField(QWidget):
    """The path of a file, to type or to choose."""

    def __init__(self, key: str, path: str) -> None:
        """`key` is that of config.json."""
        super().__init__()
        self.setObjectName(f"lan_sync_file_{key}")
        self._line = QLineEdit(path)
        self._line.setObjectName(f"lan_sync_setting_{key}")
        self.setFocusProxy(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        row.addWidget(button(tr.settings_choose_file(), self._choose, f"lan_sync_choose_{key}"))

    @property
    def path(self) -> str:
        """What is typed."""
        return self._line.text().strip()

    def show_path(self, path: str) -> None:
        """Fill in the line."""
        self._line.setText(path)

    def _choose(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(self, "", self.path)
        if path:
            self.show_path(path)
