"""The script that installs system packages: with every right and without, and where all is there.

The system's own commands are replaced by small programs that write down how they were called.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
SCRIPT = PROJECT / "packaging" / "linux" / "install-system-packages"
FIND_PYTHON = PROJECT / "packaging" / "find-python"


class Machine:
    """A machine whose commands are those written into one folder, beside the few that change nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "calls"
        folder.mkdir()
        for harmless in ("env", "sh", "echo"):
            (folder / harmless).symlink_to(f"/usr/bin/{harmless}")

    def add(self, name: str, body: str) -> None:
        path = self.folder / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> {self.log}\n{body}\n', "utf-8")
        path.chmod(0o755)

    def run(self, script: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", str(script), *arguments],
            env={"PATH": str(self.folder), **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self, name: str) -> list[str]:
        lines = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        return [line for line in lines if line.partition(" ")[0] == name]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Debian as root, where everything but libegl1 is installed."""
    if os.name != "posix" or not Path("/usr/bin/env").exists():
        pytest.skip("needs a Unix")
    made = Machine(tmp_path / "bin")
    made.add("dpkg-query", 'case "$*" in *libegl1) exit 1 ;; *) echo installed ;; esac')
    made.add("apt-get", "")
    made.add("id", "echo 0")
    return made


def test_where_all_is_installed_only_dpkg_is_asked(machine: Machine) -> None:
    machine.add("dpkg-query", "echo installed")
    ran = machine.run(SCRIPT)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert machine.calls("apt-get") == []


def test_root_installs_what_is_missing_and_nothing_else(machine: Machine) -> None:
    ran = machine.run(SCRIPT)
    assert ran.returncode == 0, ran.stderr
    update, install = machine.calls("apt-get")
    assert update.endswith("update")
    assert install.endswith("--no-install-recommends install libegl1")


def test_a_package_that_was_removed_but_left_its_settings_is_missing(machine: Machine) -> None:
    machine.add("dpkg-query", 'case "$*" in *libgl1) echo config-files ;; *) echo installed ;; esac')
    machine.run(SCRIPT)
    assert machine.calls("apt-get")[-1].endswith("install libgl1")


def test_a_package_installed_for_two_architectures_is_there(machine: Machine) -> None:
    machine.add("dpkg-query", "printf installedinstalled")
    assert machine.run(SCRIPT).returncode == 0
    assert machine.calls("apt-get") == []


def test_further_packages_can_be_asked_for(machine: Machine) -> None:
    machine.add("dpkg-query", 'case "$*" in *python3.11-venv) exit 1 ;; *) echo installed ;; esac')
    machine.run(SCRIPT, "python3.11-venv")
    assert machine.calls("apt-get")[-1].endswith("install python3.11-venv")


def test_a_user_whose_sudo_asks_no_password_installs_through_it(machine: Machine) -> None:
    machine.add("id", "echo 1000")
    machine.add("sudo", 'shift\n"$@"')
    machine.add("true", "")
    ran = machine.run(SCRIPT)
    assert ran.returncode == 0, ran.stderr
    assert all(call.startswith("sudo -n ") for call in machine.calls("sudo"))
    assert machine.calls("apt-get")[-1].endswith("install libegl1")


@pytest.mark.parametrize("has_sudo", [True, False])
def test_a_user_without_rights_is_told_the_one_command_and_nothing_happens(machine: Machine, *, has_sudo: bool) -> None:
    machine.add("id", "echo 1000")
    if has_sudo:
        machine.add("sudo", "exit 1")
    ran = machine.run(SCRIPT)
    assert ran.returncode == 1
    assert "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1\n" in ran.stderr
    assert machine.calls("apt-get") == []


def test_an_installation_that_fails_is_said_with_the_packages(machine: Machine) -> None:
    machine.add("apt-get", 'case "$*" in *update) exit 0 ;; *) exit 100 ;; esac')
    ran = machine.run(SCRIPT)
    assert ran.returncode == 1
    assert "apt could not install libegl1" in ran.stderr


def test_an_old_list_of_packages_is_tried_where_it_cannot_be_updated(machine: Machine) -> None:
    machine.add("apt-get", 'case "$*" in *update) exit 100 ;; *) exit 0 ;; esac')
    ran = machine.run(SCRIPT)
    assert ran.returncode == 0
    assert "could not be updated" in ran.stdout


def test_a_system_without_apt_is_told_what_to_install_and_goes_on(machine: Machine) -> None:
    (machine.folder / "apt-get").unlink()
    ran = machine.run(SCRIPT)
    assert ran.returncode == 0
    assert "libenchant-2-2" in ran.stdout


def test_the_first_python_that_is_new_enough_is_taken(machine: Machine) -> None:
    machine.add("python3.11", "exit 1")
    machine.add("python3.12", "exit 127")
    machine.add("python3", "exit 0")
    assert machine.run(FIND_PYTHON).stdout.strip() == str(machine.folder / "python3")


def test_without_a_python_that_is_new_enough_the_remedy_is_said(machine: Machine) -> None:
    machine.add("python3", "exit 1")
    ran = machine.run(FIND_PYTHON)
    assert ran.returncode == 1
    assert "sudo apt-get install python3" in ran.stderr


def test_a_python_asked_for_by_name_is_taken_or_refused_and_no_other(machine: Machine) -> None:
    machine.add("python3.11", "exit 0")
    machine.add("mine", "exit 0")
    assert machine.run(FIND_PYTHON, PYTHON="mine").stdout.strip() == str(machine.folder / "mine")
    refused = machine.run(FIND_PYTHON, PYTHON="none")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "PYTHON=none" in refused.stderr
