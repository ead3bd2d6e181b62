"""The tab on another server: its address, and the login there."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Callable, Optional, Tuple

from aqt.qt import QHBoxLayout, QLineEdit

from .. import host
from ..errors import BadAddress, Problem
from ..i18n import tr
from ..redirect.address import tidy_address
from ..settings import Login, Mode, ProfileSettings, Target
from .problems import explain
from .settings import Context
from .settings_fields import Field, page
from .widgets import button, text_label


class AnotherServer:
    """The password is never kept: it is exchanged for a host key when it is saved."""

    def __init__(self, context: Context, settings: ProfileSettings, default: str) -> None:
        self._context = context
        self.widget, layout = page()
        self._settings = settings
        known = [target.address for target in (settings.target, settings.choice)]
        address = next((text for text in known if text), default)
        self._address = QLineEdit(address)
        self._address.setObjectName("lan_sync_address_elsewhere")
        self._address.setPlaceholderText("http://192.168.1.5:27701/")
        self._user = QLineEdit(settings.login_at(address).user)
        self._user.setObjectName("lan_sync_user_elsewhere")
        self._password = QLineEdit()
        self._password.setObjectName("lan_sync_password_elsewhere")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._address_field = Field(
            tr.settings_address(), self._address, tr.settings_address_explained()
        )
        layout.addWidget(self._address_field)
        layout.addWidget(Field(tr.settings_user(), self._user, tr.settings_user_explained()))
        explained = (
            tr.settings_password_known()
            if settings.login_at(address).key
            else tr.settings_password_explained()
        )
        self._password_field = Field(tr.settings_password(), self._password, explained)
        layout.addWidget(self._password_field)
        row = QHBoxLayout()
        self._test = button(tr.settings_test(), self._on_test, "lan_sync_test")
        self._test.setVisible(host.can_log_in_elsewhere())
        row.addWidget(self._test)
        self._said = text_label("", "lan_sync_test_result")
        row.addWidget(self._said, 1)
        layout.addLayout(row)
        layout.addStretch(1)

    def drafted(self) -> Tuple[str, str, str]:
        """What is typed: address, user and password."""
        return (self._address.text().strip(), self._user.text().strip(), self._password.text())

    def target(self) -> Optional[Target]:
        """Where this tab leads to; None, with a sentence at the field, if that is nowhere."""
        try:
            address = tidy_address(self._address.text())
        except BadAddress as problem:
            self._address_field.complain(explain(problem))
            return None
        if not address:
            self._address_field.complain(tr.settings_address_missing())
            return None
        self._address_field.complain("")
        self._address.setText(address)
        return Target(Mode.ANOTHER_SERVER, address)

    def log_in(self, target: Target, then: Callable[[], None]) -> None:
        """Exchange the password for a host key, keep that, and go on; without one just go on."""
        _address, user, password = self.drafted()
        if not (user and password and host.can_log_in_elsewhere()):
            then()  # Anki asks at the first sync
            return

        def keep(key: str) -> None:
            try:
                self._context.sync.remember(Login(target.address, user, key))
            except Problem as problem:
                self._said.setText(explain(problem))
                return
            then()

        self._sign_in(target, keep)

    def _on_test(self) -> None:
        target = self.target()
        if target is None:
            return
        _address, user, password = self.drafted()
        if not user or not password:
            self._password_field.complain(tr.settings_password_missing())
            return
        self._sign_in(target, lambda _key: self._said.setText(tr.settings_test_well()))

    def _sign_in(self, target: Target, then: Callable[[str], None]) -> None:
        _address, user, password = self.drafted()
        self._password_field.complain("")
        mw = self._context.mw

        def done(future: Future[str]) -> None:
            try:
                key = future.result()
            except Exception as error:  # Anki's classes differ between versions; it finds words
                self._said.setText(tr.settings_test_failed(reason=str(error)))
                return
            then(key)

        host.in_background(
            mw,
            lambda: host.log_in(mw, target.address, user, password),
            done,
            tr.settings_connecting(),
        )
