"""The tab for another server: its address, and the login there."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Optional, Tuple

from aqt.qt import QHBoxLayout, QLineEdit, QPalette, QVBoxLayout, qconnect

from .... import host
from ....errors import BadAddress, Problem
from ....i18n import tr
from ....redirect.address import tidy_address
from ....redirect.settings import Login, ProfileSettings
from ...parts.background import Background
from ...parts.colours import QUIET
from ...parts.connection_tester import ConnectionTest, ConnectionTester, ResultListener, TestResult
from ...parts.problems import explain
from ...parts.result_words import describe_result, is_ok, may_be_saved
from ...parts.widgets import WrappingLabel, busy_bar, button, of_theme
from ..context import Context
from ..fields import Field, page


class AnotherServer:
    """Never keeps the password: on saving, it is exchanged for a host key."""

    def __init__(self, context: Context, settings: ProfileSettings, default: str) -> None:
        self._context = context
        self._settings = settings
        self._tester = ConnectionTester(
            context.load_libraries, Background(context.mw), host.client_name()
        )
        self._settled: Optional[ConnectionTest] = None
        self.signed_in = False
        """Whether there is a new login, which is stored."""
        self._waiting = False
        self.widget, layout = page()
        known = [settings.server, settings.choice, default]
        known += [login.address for login in reversed(settings.logins)]
        address = next((text for text in known if text), "")
        self._address = _line(address, "address")
        self._address.setPlaceholderText("http://192.168.1.5:27701/")
        palette = self._address.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, of_theme(QUIET, palette))
        self._address.setPalette(palette)
        self._user = _line(settings.login_at(address).user, "user")
        self._password = _line("", "password")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        for line in (self._address, self._user, self._password):
            qconnect(line.textChanged, lambda _text: self._forget_result())
        self._address_field = Field(
            tr.settings_address(), self._address, tr.settings_address_explained()
        )
        self._user_field = Field(tr.settings_user(), self._user, tr.settings_user_explained())
        explained = (
            tr.settings_password_known()
            if settings.login_at(address).key
            else tr.settings_password_explained()
        )
        layout.addWidget(self._address_field)
        layout.addWidget(self._user_field)
        self._password_field = Field(tr.settings_password(), self._password, explained)
        layout.addWidget(self._password_field)
        layout.addLayout(self._test_row())
        layout.addStretch(1)

    def drafted(self) -> Tuple[str, str, str]:
        """Return what is typed: address, user and password."""
        return (self._address.text().strip(), self._user.text().strip(), self._password.text())

    def server(self) -> str:
        """Return the typed address; if it is not valid, show why and return ""."""
        try:
            address = tidy_address(self._address.text())
        except BadAddress as problem:
            self._address_field.complain(explain(problem))
            return ""
        if not address:
            self._address_field.complain(tr.settings_address_missing())
            return ""
        self._address_field.complain("")
        self._address.setText(address)
        return address

    def settled(self, server: str) -> bool:
        """Return whether what is typed works, or the person insists on it."""
        test = self._connection_test(server)
        if test is None:
            return False
        nothing_new = not test.user and server == self._context.redirect.status.server
        return nothing_new or test == self._settled

    def settle(self, server: str, then: Callable[[], None]) -> None:
        """Test the server, exchange the password for a host key, and keep that.

        Then call `then`. If it fails, show why. Unless the login is wrong, `settled` is true
        anyway, because an address can be saved while its server is off.
        """
        test = self._connection_test(server)
        if test is None:
            return
        tested = test
        # a test leaves nothing behind on the server, but this does
        signing_in = replace(test, sign_in=bool(test.user))

        def report(result: TestResult) -> None:
            if not is_ok(result):
                self._said.setText(describe_result(result))
                if may_be_saved(result):
                    self._said.setText(f"{describe_result(result)} {tr.settings_save_again()}")
                    self._settled = tested
                return
            # a Problem means that only Anki can find out, at its first sync
            key = "" if isinstance(result, Problem) else result.host_key
            if not key or self._keep(Login(server, tested.user, key)):
                self._settled = tested
                then()

        self._run(signing_in, report)

    def stop(self) -> None:
        """Stop waiting for a result."""
        self._tester.stop()
        self._show_busy(False)
        self._said.setText("")

    def _test_row(self) -> QVBoxLayout:
        column = QVBoxLayout()
        row = QHBoxLayout()
        self._test = button(tr.settings_test(), self._on_test, "lan_sync_test")
        self._stop = button(tr.settings_test_stop(), self.stop, "lan_sync_test_stop")
        self._busy = busy_bar()
        row.addWidget(self._test)
        row.addWidget(self._busy, 1)
        row.addWidget(self._stop)
        row.addStretch()
        column.addLayout(row)
        self._said = WrappingLabel("", "lan_sync_test_result")
        column.addWidget(self._said)
        self._show_busy(False)
        return column

    def _connection_test(self, server: str) -> Optional[ConnectionTest]:
        """Return what to test; if half of a login is missing, show that and return None."""
        _address, user, password = self.drafted()
        login = self._settings.login_at(server)
        nameless = bool(password and not user)
        # without a password, the stored login would silently be used
        renamed = bool(login.key and user not in ("", login.user) and not password)
        self._user_field.complain(tr.settings_user_missing() if nameless else "")
        self._password_field.complain(tr.settings_password_missing() if renamed else "")
        if nameless or renamed:
            return None
        return ConnectionTest(server, user, password) if password else ConnectionTest(server)

    def _on_test(self) -> None:
        server = self.server()
        test = self._connection_test(server) if server else None
        if test is None:
            return

        drafted = self.drafted()

        def report(result: TestResult) -> None:
            if self.drafted() == drafted:  # otherwise it is not about what is typed now
                self._said.setText(describe_result(result))

        self._run(test, report)

    def _run(self, test: ConnectionTest, then: ResultListener) -> None:
        def report(result: TestResult) -> None:
            self._show_busy(False)
            self._said.setText("")
            then(result)

        self._said.setText(tr.settings_test_connecting(address=test.address))
        self._show_busy(True)
        self._tester.run(test, report)

    def _forget_result(self) -> None:
        """Clear the result, because something else is typed now."""
        if not self._waiting:
            self._said.setText("")

    def _show_busy(self, busy: bool) -> None:
        self._waiting = busy
        self._test.setEnabled(not busy)
        self._busy.setVisible(busy)
        self._stop.setVisible(busy)

    def _keep(self, login: Login) -> bool:
        try:
            self._context.profile.update(lambda known: known.with_login(login))
        except Problem as problem:
            self._said.setText(explain(problem))
            return False
        self.signed_in = True
        return True


def _line(text: str, name: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setObjectName(f"lan_sync_{name}_elsewhere")
    return line
