"""The tab for what few people need."""

from __future__ import annotations

from typing import Callable, Dict

from aqt.qt import QHBoxLayout, QLineEdit, qconnect
from aqt.utils import openFolder

from ....errors import BadAddress
from ....i18n import tr
from ....logfile import LOG_NAME
from ....redirect.address import tidy_address
from ....redirect.settings import Config
from ...parts.problems import explain
from ...parts.widgets import WrappingLabel, button, grey_label, value_label
from ..context import Context
from ..fields import Field, page


class Advanced:
    """The default server, the log, and a button that resets the settings."""

    def __init__(self, context: Context, config: Config, reset: Callable[[], None]) -> None:
        self.widget, layout = page()
        self._endpoint = QLineEdit(config.endpoint)
        self._endpoint.setObjectName("lan_sync_setting_endpoint")
        self.fields = {
            "endpoint": Field(
                tr.settings_endpoint(), self._endpoint, tr.settings_endpoint_explained()
            )
        }
        layout.addWidget(self.fields["endpoint"])
        qconnect(self._endpoint.editingFinished, self.check)
        layout.addWidget(WrappingLabel(tr.settings_log()))
        row = QHBoxLayout()
        log = context.data / LOG_NAME
        where = value_label(str(log), "lan_sync_log_path", wraps=True)
        row.addWidget(where, 1)
        show = button(tr.settings_open_folder(), lambda: openFolder(str(log.parent)))
        show.setEnabled(log.exists())
        row.addWidget(show)
        layout.addLayout(row)
        layout.addWidget(grey_label(tr.settings_log_explained()))
        row = QHBoxLayout()
        row.addWidget(button(tr.settings_reset(), reset, "lan_sync_reset"))
        row.addWidget(grey_label(tr.settings_reset_explained()), 1)
        layout.addLayout(row)
        layout.addStretch(1)

    def values(self) -> Dict[str, object]:
        """Return what is typed, by the keys of config.json."""
        return {"endpoint": self._endpoint.text().strip()}

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
