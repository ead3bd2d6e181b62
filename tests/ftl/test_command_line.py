"""python -m tools.ftl: what it writes and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.ftl.__main__ import main

ENGLISH = """\
### About the menu

# A greeting
menu-hello = Hello { $name }
-brand = LAN Sync
menu-about = About { -brand }
    .tooltip = Tip
"""
CODE = "from .i18n import tr\ntr.menu_hello(name=tr.menu_about())\ntr.menu_about_tooltip()\n"


class Project:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("addon/x.py", CODE)
        self.write("ftl/en/menu.ftl", ENGLISH)

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8", newline="")

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def run(self, *arguments: str) -> int:
        folders = ["--ftl", str(self.root / "ftl"), "--code", str(self.root / "addon")]
        return main([*folders, *arguments])

    def generated(self) -> list[str]:
        return sorted(path.name for path in (self.root / "addon/strings").glob("*"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_build_writes_the_package(project: Project) -> None:
    project.write("ftl/pt-BR/menu.ftl", "menu-hello = Oi { $name }\n")
    assert project.run("build") == 0
    assert project.generated() == ["__init__.py", "en.py", "numbers.py", "pt_BR.py"]
    assert "def menu_hello(self, *, name: str) -> str:" in project.read("addon/strings/__init__.py")
    assert "Oi" in project.read("addon/strings/pt_BR.py")


def test_a_second_build_changes_nothing_but_drops_removed_languages(project: Project) -> None:
    project.write("ftl/de/menu.ftl", "menu-hello = Hallo { $name }\n")
    assert project.run("build") == 0
    typed = project.root / "addon/strings/en.py"
    before = typed.stat().st_mtime_ns
    (project.root / "ftl/de/menu.ftl").unlink()
    assert project.run("build") == 0
    assert project.generated() == ["__init__.py", "en.py", "numbers.py"]
    assert typed.stat().st_mtime_ns == before


def test_a_fault_is_printed_with_its_location_and_nothing_is_written(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("ftl/de/menu.ftl", "menu-hello = Hallo { $name }\r\n\r\nmenu-bye = Ade\r\n")
    assert project.run("build") == 1
    assert "ftl/de/menu.ftl:3: menu-bye: English has no such key" in capsys.readouterr().err
    assert project.generated() == []


def test_check_writes_nothing(project: Project) -> None:
    assert project.run("check") == 0
    assert project.generated() == []


def test_check_complete_names_what_is_not_translated(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("ftl/de/menu.ftl", "menu-about = Über\n    .tooltip = Hilfe\n")
    assert project.run("check") == 0
    assert project.run("check", "--complete") == 1
    assert "en/menu.ftl:4: menu-hello: de has no translation" in capsys.readouterr().err


def test_new_writes_the_english_as_comments_and_builds(project: Project) -> None:
    assert project.run("new", "pt-BR") == 0
    text = project.read("ftl/pt-BR/menu.ftl")
    assert text.startswith("### Portuguese (Brazil). To translate")
    assert "### About the menu" in text
    assert "# A greeting\n# menu-hello = Hello { $name }\n" in text
    assert "# menu-about = About { -brand }\n#     .tooltip = Tip\n" in text
    assert project.run("build") == 0


def test_new_adds_later_strings_and_keeps_the_rest(project: Project) -> None:
    assert project.run("new", "de") == 0
    translated = project.read("ftl/de/menu.ftl").replace(
        "# menu-hello = Hello", "menu-hello = Hallo"
    )
    project.write("ftl/de/menu.ftl", translated)
    assert project.run("new", "de") == 0
    assert project.read("ftl/de/menu.ftl") == translated
    project.write("ftl/en/menu.ftl", ENGLISH + "\n# Leave\nmenu-bye = Bye\n")
    assert project.run("new", "de") == 0
    assert project.read("ftl/de/menu.ftl") == translated + "\n# Leave\n# menu-bye = Bye\n"


def test_new_refuses_an_unknown_language(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert project.run("new", "../qq") == 1
    assert "no language that CLDR knows" in capsys.readouterr().err


def test_stats_count_each_languages_strings(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("ftl/de/menu.ftl", "menu-hello = Hallo { $name }\n")
    assert project.run("stats") == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["de", "1/3", "33%", "menu.ftl", "2"] in lines
    assert ["en", "3/3", "100%"] in lines


def test_pseudo_adds_the_pseudo_language_and_the_next_build_takes_it_out(project: Project) -> None:
    assert project.run("pseudo") == 0
    assert "en_XA.py" in project.generated()
    assert '"en-XA"' in project.read("addon/strings/__init__.py")
    assert project.run("build", "--pseudo") == 0
    assert "en_XA.py" in project.generated()
    assert project.run("build") == 0
    assert "en_XA.py" not in project.generated()


def test_bench_reports_each_language(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.write("ftl/pt-BR/menu.ftl", "menu-hello = Oi { $name }\n")
    assert project.run("build") == 0
    assert project.run("bench") == 0
    out = capsys.readouterr().out
    assert "pt-BR" in out
    assert "with str" in out
