"""Users of other servers, users who are kept elsewhere, and devices, with real clients."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.errors import AnkiException
from werkzeug.security import generate_password_hash

from ..accounts import quick_hash
from .clients import Client, Outcome
from .commands import run_here
from .content import fill
from .installed import DOCUMENT, LISTENING
from .process import REPOSITORY, Child
from .servers import HOST, AnkiServer, LanSync, User, run_command


def run(data: Path, *arguments: str, stdin: str = "", **environment: str) -> tuple[int, str, str]:
    """Exit code, output and errors of a command."""
    # a process where it imports what the environment names, or handles signals
    run = run_command if "PYTHONPATH" in environment or "serve" in arguments else run_here
    done = run([*arguments, "--data", str(data)], f"{stdin}\n".encode(), environment)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def test_a_password_hash_of_ankis_own_server_is_accepted(tmp_path: Path, client: Client) -> None:
    user = User("anna", "Grüße, 日本")
    with AnkiServer(tmp_path / "anki", [user]) as theirs:
        client.login(theirs.url, user)
    with LanSync(tmp_path / "data") as server:
        stored = quick_hash(user.password)
        assert run(server.data, "adduser", user.name, "--hash", stdin=stored) == (0, "", "")
        client.login(server.url, user)
        fill(client)
        assert client.sync() is Outcome.FULL_UPLOAD
        with pytest.raises(AnkiException):
            client.login(server.url, User("anna", "another"))
        another = generate_password_hash("another")
        assert run(server.data, "passwd", "anna", "--hash", stdin=another) == (0, "", "")
        client.login(server.url, User("anna", "another"))
        for command in ("adduser", "passwd"):
            code, _, message = run(server.data, command, "anna", "--hash", stdin="my password")
            assert code == 1
            assert "$pbkdf2-sha256$i=" in message
            assert "my password" not in message


@pytest.mark.parametrize("hashed", [False, True], ids=["plain", "hashed"])
def test_users_of_ankis_own_server_are_imported_from_its_variables(
    tmp_path: Path, client: Client, hashed: bool
) -> None:
    users = [User("anna", "first:with a colon"), User("bob", "second")]
    variables = {
        f"SYNC_USER{n}": f"{user.name}:{quick_hash(user.password) if hashed else user.password}"
        for n, user in enumerate(users, 1)
    }
    if hashed:
        variables["PASSWORDS_HASHED"] = ""  # whatever it is
    data = tmp_path / "data"
    assert run(data, "import-users", **variables) == (0, "added 'anna'\nadded 'bob'\n", "")
    code, output, _ = run(data, "import-users", **variables)
    assert code == 0
    assert output.count("unchanged: ") == 2
    with LanSync(data) as server:
        for user in users:
            client.login(server.url, user)


def test_variables_without_a_valid_user_are_reported(tmp_path: Path) -> None:
    code, _, message = run(tmp_path, "import-users")
    assert code == 1
    assert "SYNC_USER1" in message
    code, _, message = run(tmp_path, "import-users", SYNC_USER1="anna")
    assert code == 1
    assert "NAME:PASSWORD" in message
    code, out, message = run(tmp_path, "import-users", SYNC_USER1="../a:x", SYNC_USER2="bob:x")
    assert code == 1
    assert "'../a' cannot be added" in message
    assert out == "added 'bob'\n"


def test_devices_are_listed_and_removed_one_by_one(tmp_path: Path, client: Client) -> None:
    ours = LanSync(tmp_path / "data")
    anna, bob = ours.add_user("anna", "x"), ours.add_user("bob", "x")
    with ours as server:
        for user in (bob, anna):
            client.login(server.url, user)
        client.sync()
        code, listed, _ = run(server.data, "devices")
        assert code == 0
        assert len(listed.splitlines()) == 2
        code, listed, _ = run(server.data, "devices", "anna")
        (line,) = listed.splitlines()
        found = re.fullmatch(
            r" *(\d+)  \d{4}-\d\d-\d\d \d\d:\d\d  anna: Anki .+, 127\.0\.0\.1", line
        )
        assert found, line
        assert run(server.data, "revoke", found[1]) == (0, "", "")
        with pytest.raises(AnkiException):
            client.sync()
        code, _, message = run(server.data, "revoke", found[1])
        assert (code, message) == (1, f"there is no device {found[1]}; run devices to list them\n")
        assert run(server.data, "revoke", "first")[0] == 2
        assert run(server.data, "revoke", "9" * 30)[0] == 2
        code, _, message = run(server.data, "devices", "nobody")
        assert (code, message) == (1, "there is no user 'nobody'; run lsuser to list them\n")
        client.login(server.url, bob)


def test_a_configuration_file_is_used_and_its_mistakes_are_reported(tmp_path: Path) -> None:
    file = tmp_path / "lan-sync.ini"
    file.write_text(
        f"[server]\ndata = {tmp_path / 'data'}\nhost = {HOST}\nport = 0\nlog_level = error\n"
    )
    for arguments, variables in (
        (["--config", str(file)], {}),
        ([], {"LAN_SYNC_CONFIG": str(file)}),
    ):
        child = Child(["-m", "addon.server", "serve", *arguments], variables)
        try:
            child.wait_for(f"listening on http://{HOST}:\\d+/")
            assert child.interrupt() == 0
            assert len(child.log.splitlines()) == 1  # nothing but that
        finally:
            child.kill()
    file.write_text("[server]\nprot = 1\n")
    done = run_here(["lsuser", "--config", str(file)])
    assert done.returncode == 2
    assert done.stderr.startswith(f"{file}: prot: unknown; expected one of ")
    code, _, message = run(tmp_path / "data", "lsuser", LAN_SYNC_PROT="1")
    assert (code, message) == (0, "LAN_SYNC_PROT is not a setting and has no effect\n")


def test_an_upload_larger_than_the_setting_allows_changes_nothing(
    tmp_path: Path, client: Client
) -> None:
    options = ["--data", str(tmp_path / "data"), "--host", HOST, "--port", "0"]
    run(tmp_path / "data", "adduser", "anna", stdin="a first one")
    child = Child(["-m", "addon.server", "serve", *options, "--max-collection", "1"])
    try:
        url = child.wait_for(LISTENING).group(1)
        client.login(url, User("anna", "a first one"))
        fill(client)
        notetype = client.col.models.by_name("Basic")
        assert notetype is not None
        note = client.col.new_note(notetype)
        note["Front"] = os.urandom(1024 * 1024).hex()
        client.col.add_note(note, client.col.decks.get_current_id())
        with pytest.raises(AnkiException):
            client.sync()
        assert not (tmp_path / "data" / "users" / "anna" / "collection.anki2").exists()
        client.col.remove_notes([note.id])
        client.col.optimize()
        assert client.sync() is Outcome.FULL_UPLOAD
    finally:
        child.kill()


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return a folder with the example of docs/server.md as its module."""
    (code,) = re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)
    (tmp_path / "household.py").write_text(code)
    return tmp_path


def test_a_real_client_signs_in_through_a_custom_class(example: Path, client: Client) -> None:
    """The very example of docs/server.md."""
    data = example / "data"
    data.mkdir()
    (data / "household.txt").write_text("anna first\nbob second\n")
    variables = {"PYTHONPATH": str(example), "LAN_SYNC_ACCOUNTS": "household:Household"}
    options = ["--data", str(data), "--host", HOST, "--port", "0"]
    child = Child(["-m", "addon.server", "serve", *options], variables)
    try:
        url = child.wait_for(LISTENING).group(1)
        with pytest.raises(AnkiException):
            client.login(url, User("anna", "second"))
        client.login(url, User("Anna", "first"))
        fill(client)
        assert client.sync() is Outcome.FULL_UPLOAD
        assert (data / "users" / "anna" / "collection.anki2").exists()
        (data / "household.txt").unlink()
        with pytest.raises(AnkiException, match="try again in a few minutes"):
            client.login(url, User("anna", "first"))
    finally:
        child.kill()
    assert run(data, "lsuser", **variables) == (0, "anna\n", "")
    for command in ("adduser", "passwd"):
        code, _, message = run(data, command, "carl", stdin="x", **variables)
        assert code == 1
        assert message == "users are kept by household:Household: make the change there\n"


def test_a_class_that_cannot_be_loaded_stops_the_start_with_a_reason(tmp_path: Path) -> None:
    options = ["--host", HOST, "--port", "0", "--accounts", "no_such_module:Users"]
    code, _, message = run(tmp_path / "data", "serve", *options)
    assert code == 1
    assert message.startswith("accounts = no_such_module:Users: the class cannot be created")
    assert len(message.splitlines()) == 1


def apart(name: str) -> str:
    """Letters and marks one by one, as macOS types some."""
    return unicodedata.normalize("NFD", name)


def together(name: str) -> str:
    return unicodedata.normalize("NFC", name)


SCRIPTS = {
    "Hindi": "हिन्दी उपयोगकर्ता",
    "Tamil": "தமிழ்",
    "Bengali": "বাংলা",
    "Thai": "ผู้ใช้ที่บ้าน",
    "Arabic with vowels": "مُحَمَّد",
    "Hebrew with points": "שָׁלוֹם",
    "Vietnamese": "Nguyễn Thị",
    "Korean": "사용자",
    "Japanese": "ユーザー",
}


@pytest.fixture(scope="module")
def of_all_scripts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanSync]:
    """Yield a server with a user of each script, named with letters and marks apart."""
    with LanSync(tmp_path_factory.mktemp("scripts")) as server:
        variables = {
            f"SYNC_USER{n}": f"{apart(name)}:first" for n, name in enumerate(SCRIPTS.values(), 1)
        }
        assert run(server.data, "import-users", **variables)[0] == 0
        assert run(server.data, "lsuser")[1].splitlines() == sorted(map(together, SCRIPTS.values()))
        yield server


@pytest.mark.parametrize("name", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_a_user_may_have_a_name_of_any_script(
    of_all_scripts: LanSync, client: Client, name: str
) -> None:
    client.login(of_all_scripts.url, User(apart(name), "first"))
    fill(client)
    assert client.sync() is Outcome.FULL_UPLOAD
    client.login(of_all_scripts.url, User(together(name), "first"))
    assert client.sync() is Outcome.NO_CHANGES
    assert (of_all_scripts.data / "users" / together(name) / "collection.anki2").exists()


def test_commands_take_a_name_with_letters_and_marks_apart(tmp_path: Path, client: Client) -> None:
    data, name = tmp_path / "data", apart("Nguyễn Thị")
    assert run(data, "adduser", name, stdin="a first one") == (0, "", "")
    with LanSync(data) as server:
        client.login(server.url, User(name, "a first one"))
        fill(client)
        assert client.sync() is Outcome.FULL_UPLOAD
        assert run(data, "export", name, str(tmp_path / "out"))[0] == 0
    assert run(data, "deluser", name)[0] == 0


def test_a_name_that_cannot_be_a_folder_is_refused_with_the_reason(tmp_path: Path) -> None:
    code, _, message = run(tmp_path / "data", "adduser", "aux", stdin="a first one")
    assert code == 1
    assert "Windows reserves it for a device" in message
    code, _, message = run(tmp_path / "data", "adduser", "a/b", stdin="a first one")
    assert code == 1
    assert "'/' (U+002F)" in message


def leave_a_folder(data: Path, client: Client) -> Path:
    """Remove a user who has synced; return the folder that stays."""
    anna = LanSync(data).add_user("anna", "x")
    with LanSync(data) as server:
        client.login(server.url, anna)
        fill(client)
        client.sync()
        folder = server.folder(anna)
    code, output, _ = run(data, "deluser", "anna")
    assert (code, output) == (0, f"what 'anna' has synced is still in {folder}\n")
    return folder


def test_a_former_users_data_is_given_to_nobody_without_consent(
    tmp_path: Path, client: Client
) -> None:
    data = tmp_path / "data"
    folder = leave_a_folder(data, client)
    before = (folder / "collection.anki2").read_bytes()
    code, out, message = run(data, "adduser", "anna", stdin="new password")
    assert (code, out) == (1, "")
    assert f"{folder} belonged to a former user" in message
    assert f"({client.col.card_count()} cards" in message
    assert f"{len(list(client.media.iterdir()))} media files" in message
    assert "--take-over" in message
    code, out, message = run(data, "import-users", SYNC_USER1="anna:new", SYNC_USER2="bob:new")
    assert (code, out) == (1, "added 'bob'\n")
    assert "former user" in message
    assert run(data, "lsuser") == (0, "bob\n", "")
    assert (folder / "collection.anki2").read_bytes() == before

    assert run(data, "import-users", "--take-over", SYNC_USER1="anna:new")[0] == 0
    assert run(data, "deluser", "anna")[0] == 0
    assert run(data, "adduser", "anna", "--take-over", stdin="new password") == (0, "", "")
    assert run(data, "lsuser") == (0, "anna\nbob\n", "")
    assert "already" in run(data, "adduser", "anna", stdin="new password")[2]


def test_a_name_without_data_needs_no_consent(tmp_path: Path) -> None:
    (tmp_path / "users" / "anna").mkdir(parents=True)
    assert run(tmp_path, "adduser", "anna", stdin="new password") == (0, "", "")
    assert run(tmp_path, "deluser", "anna")[0] == 0
    assert run(tmp_path, "adduser", "anna", stdin="new password") == (0, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="has no pty")
@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("yes", 0), ("n", 1), ("", 1)])
def test_consent_is_asked_for_at_a_terminal(tmp_path: Path, answer: str, code: int) -> None:
    folder = tmp_path / "users" / "anna"
    folder.mkdir(parents=True)
    (folder / "collection.anki2").write_bytes(b"damaged")
    ended, shown = at_a_terminal(
        ["adduser", "anna", "--data", str(tmp_path)],
        {"[y/N]": answer, "Password:": "a long secret"},
    )
    assert ended == code, shown
    assert "a collection that cannot be read and 0 media files" in shown
    assert run(tmp_path, "lsuser")[1] == ("" if code else "anna\n")


def at_a_terminal(arguments: list[str], answers: dict[str, str]) -> tuple[int, str]:
    """Run a command at a terminal of its own; gives its exit code and what it showed."""
    import pty

    child, terminal = pty.fork()
    if not child:
        os.chdir(REPOSITORY)
        os.execv(sys.executable, [sys.executable, "-m", "addon.server", *arguments])
    shown, left = "", dict(answers)
    try:
        while more := os.read(terminal, 1000):
            shown += more.decode()
            for asked in [asked for asked in left if asked in shown]:
                os.write(terminal, f"{left.pop(asked)}\n".encode())
    except OSError:  # Linux says so at the end
        pass
    finally:
        os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown
