"""The settings of LAN Sync: two choices for the open profile, and a tab for each place."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional, Union

import aqt
from aqt.qt import (
    QButtonGroup,
    QCheckBox,
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
from ...redirect.settings import Config, ProfileSettings, parse_config
from ..parts.messages import confirm, show_message
from ..parts.problems import explain
from ..parts.widgets import WrappingLabel, button, grey_label
from ..parts.window import Window
from .choice import RadioChoice, indented
from .context import Context
from .tabs.advanced import Advanced
from .tabs.another_server import AnotherServer
from .tabs.storage import Storage
from .tabs.this_computer import ThisComputer


class SettingsDialog(Window):
    """Nothing changes until "Save", except what a tab says takes effect at once."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context.mw, "lan_sync_settings_dialog", tr.settings_title(), Qt.WindowType.Window
        )
        self._context = context
        self._raw: Dict[str, Any] = context.mw.addonManager.getConfig(context.package) or {}
        config, bad = parse_config(self._raw)
        try:
            self._settings = context.profile.settings
        except Problem as problem:
            self._settings = ProfileSettings()
            show_message(context.mw, explain(problem))
        self._elsewhere = AnotherServer(context, self._settings, config.endpoint)
        advanced = Advanced(context, config, self._reset)
        self._config = config
        self._editors: List[Union[Advanced, Storage, ThisComputer]] = [advanced]
        """The tabs that edit config.json."""
        self._resettable: List[Union[Advanced, ThisComputer]] = [advanced]
        self.body.addWidget(self._choices())
        self._tabs = QTabWidget()
        self._tabs.setUsesScrollButtons(False)  # make the window as wide as all tabs instead
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        if host.can_serve():
            here = ThisComputer(context, config)
            self._editors.append(here)
            self._resettable.append(here)
            self._tabs.addTab(here.widget, tr.settings_this_computer())
        self._tabs.addTab(self._elsewhere.widget, tr.settings_another_server())
        if host.can_serve():
            storage = Storage(context, config, self._settings)
            self._editors.append(storage)
            self._tabs.addTab(storage.widget, tr.settings_storage())
        self._tabs.addTab(advanced.widget, tr.settings_advanced())
        self.body.addWidget(self._tabs, 1)
        self._fill_footer()
        self.body.addStrut(590)
        qconnect(self.finished, lambda _result: self._elsewhere.stop())
        self._shown = self._draft()
        self._drafted_elsewhere = self._elsewhere.drafted()
        for wrong in bad:
            for tab in self._editors:
                if wrong.key in tab.fields:
                    tab.fields[wrong.key].complain(explain(wrong))

    def is_unsaved(self) -> bool:
        """Return whether anything differs from what is saved."""
        return self._draft() != self._shown

    def _choices(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        profile = self._context.mw.pm.name or ""
        self._phones = QCheckBox(tr.settings_phones(profile=profile))
        self._phones.setObjectName("lan_sync_phones")
        self._phones.setChecked(self._context.phones.status.wanted)
        layout.addWidget(self._phones)
        if host.can_serve():
            layout.addLayout(indented(grey_label(tr.settings_phones_explained()), self._phones))
        else:
            self._phones.setEnabled(False)
            too_old = tr.settings_phones_too_old(version=host.SERVES_SINCE)
            layout.addLayout(indented(grey_label(too_old), self._phones))
        layout.addSpacing(8)
        layout.addWidget(WrappingLabel(tr.settings_server(profile=profile)))
        former = self._context.redirect.former
        before = (
            tr.settings_server_former(server=former.address)
            if former.address
            else tr.settings_server_ankiweb()
        )
        self._group = QButtonGroup(self)
        self._radios: Dict[bool, QRadioButton] = {}
        """By whether it is another server."""
        for elsewhere, name, label in (
            (False, "own", before),
            (True, "other", tr.settings_server_other()),
        ):
            choice = RadioChoice(label, f"lan_sync_server_{name}")
            self._radios[elsewhere] = choice.radio
            self._group.addButton(choice.radio)
            layout.addLayout(choice)
        self._radios[bool(self._context.redirect.status.server)].setChecked(True)
        return box

    def _fill_footer(self) -> None:
        row = self.footer
        row.addWidget(button(tr.settings_as_text(), self._on_text, "lan_sync_as_text"))
        row.addStretch(1)
        row.addWidget(button(tr.settings_cancel(), self.reject, "lan_sync_cancel"))
        save = button(tr.settings_save(), self._on_save, "lan_sync_save")
        save.setDefault(True)
        row.addWidget(save)

    def _draft(self) -> object:
        phones, elsewhere = self._phones.isChecked(), self._radios[True].isChecked()
        return (phones, elsewhere, self._values(), self._elsewhere.drafted())

    def _values(self) -> Dict[str, object]:
        values: Dict[str, object] = self._config._asdict()
        for tab in self._editors:
            values.update(tab.values())
        return values

    def _on_save(self) -> None:
        config = self._checked()
        if config is None:
            return
        if not self._radios[True].isChecked():
            self._finish_without_the_other(config)
            return
        server = self._elsewhere.server()
        if server and self._elsewhere.settled(server):
            self._finish(config, server)
            return
        self._tabs.setCurrentWidget(self._elsewhere.widget)
        if server:
            # then start over, because something may be typed meanwhile
            self._elsewhere.settle(server, self._on_save)

    def _checked(self) -> Optional[Config]:
        """Return what was typed, or None after showing a sentence at each wrong field."""
        wrong = [tab for tab in self._editors if not tab.check()]
        if not wrong:
            return parse_config(self._values())[0]
        self._tabs.setCurrentWidget(wrong[0].widget)
        for field in wrong[0].fields.values():
            if field.complaint:
                field.widget.setFocus()
                break
        return None

    def _finish_without_the_other(self, config: Config) -> None:
        if self._elsewhere.drafted() == self._drafted_elsewhere:
            self._finish(config, "")
            return
        self._tabs.setCurrentWidget(self._elsewhere.widget)
        confirm(
            self,
            tr.settings_elsewhere_unused(),
            tr.settings_save_without(),
            lambda: self._finish(config, ""),
        )

    def _finish(self, config: Config, server: str) -> None:
        before, _bad = parse_config(self._raw)
        context = self._context
        phones = self._phones.isChecked()
        moves = server != context.redirect.status.server
        turns = phones != context.phones.status.wanted
        # check while the dialog still has what was typed
        problem = None
        if moves or turns:
            problem = host.why_not_now(context.mw) or context.profile.why_not_saved()
        if problem is None:
            problem = self._write(config)
        if problem is not None:
            show_message(self, explain(problem))
            return
        self.accept()
        if moves:
            context.server_switch.switch_to(server)
        elif self._elsewhere.signed_in:
            context.server_switch.signed_in_again()
        if turns and phones:
            context.phones_switch.turn_on()
        elif turns:
            context.phones_switch.turn_off()
        elif config != before:
            context.phones_switch.config_changed()

    def _write(self, config: Config) -> Optional[Problem]:
        # keep keys that others may have put there
        raw = {**self._raw, **config._asdict()}
        if raw == self._raw:
            return None
        addons, package = self._context.mw.addonManager, self._context.package
        try:
            addons.writeConfig(package, raw)
        except OSError as error:
            return DataFolderUnusable(Path(addons.addonsFolder(package)), str(error))
        return None

    def _reset(self) -> None:
        for tab in self._resettable:
            tab.show(Config())

    def _on_text(self) -> None:
        if self.is_unsaved():
            show_message(self, tr.settings_save_first(), warning=False)
            return
        self.reject()
        from aqt.addons import ConfigEditor

        mw = self._context.mw
        # the editor belongs to Anki's list of add-ons
        dialog = aqt.dialogs.open("AddonsDialog", mw.addonManager)
        ConfigEditor(dialog, self._context.package, self._raw)
