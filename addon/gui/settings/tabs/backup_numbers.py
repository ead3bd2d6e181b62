"""How many backups are kept: three numbers, side by side."""

from __future__ import annotations

from typing import Dict

from aqt.qt import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget, qconnect

from ....i18n import tr
from ....redirect.settings import Config, parse_config
from ....store.keep import LEAST
from ...parts.widgets import grey_label
from ..fields import Field


class BackupNumbers(QWidget):
    """Takes effect when it is saved."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.fields: Dict[str, Field] = {}
        self._lines: Dict[str, QLineEdit] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        row = QHBoxLayout()
        labels = (tr.settings_backup_count(), tr.settings_backup_days(), tr.settings_backup_weeks())
        for key, label in zip(LEAST, labels):
            line = QLineEdit(str(getattr(config, key)))
            line.setObjectName(f"lan_sync_setting_{key}")
            line.setMaximumWidth(80)
            qconnect(line.editingFinished, self.check)
            self._lines[key] = line
            self.fields[key] = Field(label, line)
            row.addWidget(self.fields[key], 1)
        layout.addLayout(row)
        layout.addWidget(grey_label(tr.settings_backup_kept_explained()))

    def values(self) -> Dict[str, object]:
        """Return what is typed, by the keys of config.json."""
        typed: Dict[str, object] = {}
        for key, line in self._lines.items():
            number = line.text().strip()
            typed[key] = int(number) if number.isascii() and number.isdigit() else number
        return typed

    def check(self) -> bool:
        """Show at each field what is wrong with it; return whether nothing is."""
        wrong = {problem.key for problem in parse_config(self.values())[1]}
        for key, least in LEAST.items():
            sentence = tr.settings_backup_kept_wrong(least=str(least)) if key in wrong else ""
            self.fields[key].complain(sentence)
        return not wrong
