"""The settings of LAN Sync: where this profile syncs, and a tab for each place."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any, Dict, List, Optional, Union

import aqt
from aqt.qt import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    Qt,
    QTabWidget,
    QVBoxLayout,
    QWidget,
    qconnect,
)

from ... import host
from ...errors import DataFolderUnusable, Problem
from ...i18n import tr
from ...redirect.settings import Config, Mode, ProfileSettings, Target, parse_config
from ..parts.messages import confirm, show_message
from ..parts.problems import explain
from ..parts.widgets import Words, button, grey_label
from .choice import Choice
from .opener import Context
from .tabs.advanced import Advanced
from .tabs.another_server import AnotherServer
from .tabs.storage import Storage
from .tabs.this_computer import ThisComputer


class SettingsDialog(QDialog):
    """Nothing counts before "Save", except what a tab says counts at once."""

    silentlyClose = True  # Anki closes it with the profile

    def __init__(self, context: Context) -> None:
        super().__init__(context.mw, Qt.WindowType.Window)
        self._context = context
        self.setObjectName("lan_sync_settings_dialog")
        self.setWindowTitle(tr.settings_title())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._raw: Dict[str, Any] = context.mw.addonManager.getConfig(context.package) or {}
        config, bad = parse_config(self._raw)
        try:
            self._settings = context.sync.settings
        except Problem as problem:
            self._settings = ProfileSettings()
            show_message(context.mw, explain(problem))
        self._elsewhere = AnotherServer(context, self._settings, config.endpoint)
        advanced = Advanced(context, config, self._reset)
        self._config = config
        self._editors: List[Union[Advanced, ThisComputer]] = [advanced]
        """The tabs that edit config.json."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._modes())
        self._tabs = QTabWidget()
        self._tabs.setUsesScrollButtons(False)  # rather is the window as wide as all tabs
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        if host.can_serve():
            here = ThisComputer(context, config)
            self._editors.append(here)
            self._tabs.addTab(here.widget, tr.settings_this_computer())
        self._tabs.addTab(self._elsewhere.widget, tr.settings_another_server())
        if host.can_serve():
            storage = Storage(context, self._settings)
            self._tabs.addTab(storage.widget, tr.settings_storage())
        self._tabs.addTab(advanced.widget, tr.settings_advanced())
        layout.addWidget(self._tabs, 1)
        layout.addLayout(self._buttons())
        self.setMinimumWidth(600)
        qconnect(self.finished, lambda _result: self._elsewhere.stop())
        self._shown = self._draft()
        self._drafted_elsewhere = self._elsewhere.drafted()
        for wrong in bad:
            for tab in self._editors:
                if wrong.key in tab.fields:
                    tab.fields[wrong.key].complain(explain(wrong))

    def _modes(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        profile = self._context.mw.pm.name or ""
        layout.addWidget(Words(tr.settings_mode(profile=profile)))
        former = self._context.sync.former
        before = (
            tr.settings_mode_off_at(server=former.address)
            if former.address
            else tr.settings_mode_off()
        )
        self._group = QButtonGroup(self)
        self._radios: Dict[Mode, QRadioButton] = {}
        for mode, label in (
            (Mode.OFF, before),
            (Mode.THIS_COMPUTER, tr.settings_mode_here()),
            (Mode.ANOTHER_SERVER, tr.settings_mode_elsewhere()),
        ):
            choice = Choice(label, f"lan_sync_mode_{mode.value}")
            self._radios[mode] = choice.radio
            self._group.addButton(choice.radio)
            layout.addLayout(choice)
        self._radios[self._context.sync.status.target.mode].setChecked(True)
        if not host.can_serve():
            self._radios[Mode.THIS_COMPUTER].setEnabled(False)
            layout.addWidget(grey_label(tr.settings_mode_too_old(version=host.SERVES_SINCE)))
        return box

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(button(tr.settings_as_text(), self._on_text, "lan_sync_as_text"))
        row.addStretch(1)
        row.addWidget(button(tr.settings_cancel(), self.reject, "lan_sync_cancel"))
        save = button(tr.settings_save(), self._on_save, "lan_sync_save")
        save.setDefault(True)
        row.addWidget(save)
        return row

    @property
    def _mode(self) -> Mode:
        return next(mode for mode, radio in self._radios.items() if radio.isChecked())

    def _draft(self) -> object:
        return (self._mode, self._values(), self._elsewhere.drafted())

    def _values(self) -> Dict[str, object]:
        values: Dict[str, object] = {"port": self._config.port, "listen": self._config.listen}
        for tab in self._editors:
            values.update(tab.values())
        return values

    def _on_save(self) -> None:
        config = self._checked()
        if config is None:
            return
        if self._mode is not Mode.ANOTHER_SERVER:
            self._finish_without_the_other(config, Target(self._mode))
            return
        target = self._elsewhere.target()
        if target is not None and self._elsewhere.settled(target):
            self._finish(config, target)
            return
        self._tabs.setCurrentWidget(self._elsewhere.widget)
        if target is not None:
            # and again from the beginning: what is typed meanwhile counts too
            self._elsewhere.settle(target, self._on_save)

    def _checked(self) -> Optional[Config]:
        """Return what was typed, or None with a sentence at each field that is wrong."""
        wrong = [tab for tab in self._editors if not tab.check()]
        if not wrong:
            return parse_config(self._values())[0]
        self._tabs.setCurrentWidget(wrong[0].widget)
        for field in wrong[0].fields.values():
            if field.complaint:
                field.widget.setFocus()
                break
        return None

    def _finish_without_the_other(self, config: Config, target: Target) -> None:
        if self._elsewhere.drafted() == self._drafted_elsewhere:
            self._finish(config, target)
            return
        self._tabs.setCurrentWidget(self._elsewhere.widget)
        confirm(
            self,
            tr.settings_elsewhere_unused(),
            tr.settings_save_without(),
            lambda: self._finish(config, target),
        )

    def _finish(self, config: Config, target: Target) -> None:
        before, _bad = parse_config(self._raw)
        switching, current = self._context.switching, self._context.sync.status.target
        # asked while what was typed is still there
        problem = None
        if target != current:
            problem = host.why_not_now(self._context.mw) or self._context.sync.why_not_remembered()
        if problem is None:
            problem = self._write(config)
        if problem is not None:
            show_message(self, explain(problem))
            return
        self.accept()
        if target != current:
            switching.switch_to(target)
        elif self._elsewhere.signed_in or (config != before and target.mode is Mode.THIS_COMPUTER):
            switching.config_changed()

    def _write(self, config: Config) -> Optional[Problem]:
        # what others may have put there stays
        raw = {**self._raw, **asdict(config)}
        if raw == self._raw:
            return None
        addons, package = self._context.mw.addonManager, self._context.package
        try:
            addons.writeConfig(package, raw)
        except OSError as error:
            return DataFolderUnusable(Path(addons.addonsFolder(package)), str(error))
        return None

    def _reset(self) -> None:
        for tab in self._editors:
            tab.show(Config())

    def _on_text(self) -> None:
        if self._draft() != self._shown:
            show_message(self, tr.settings_save_first(), warning=False)
            return
        self.reject()
        from aqt.addons import ConfigEditor

        mw = self._context.mw
        # the editor belongs to Anki's list of add-ons
        dialog = aqt.dialogs.open("AddonsDialog", mw.addonManager)
        ConfigEditor(dialog, self._context.package, self._raw)
