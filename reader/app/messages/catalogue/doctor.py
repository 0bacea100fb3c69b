"""Texts of `reader doctor`: what is missing and what to do about it."""

TEXTS: dict[str, str | tuple[str, str]] = {
    "doctor.pyside6": "PySide6 is not installed, so there is no window; the commands work.",
    "doctor.pyside6.remedy": "Install it with pip install PySide6-Essentials, or run make setup.",
    "doctor.pair": "PySide6 {version} makes Python {python} crash, so the window will not stay open.",
    "doctor.pair.remedy": 'Run pip install "PySide6-Essentials<6.12", or use Python 3.12 or newer.',
    "doctor.qt_library": "Qt cannot load the library {library}, so the window cannot open.",
    "doctor.qt_library.remedy": (
        "Debian and Ubuntu: sudo apt install {package}. In a checkout, packaging/linux/install-system-packages "
        "installs all that Qt needs."
    ),
    "doctor.qt_platform": "Qt does not start: {reason}",
    "doctor.qt_platform.remedy": "Install PySide6 again: pip install --force-reinstall PySide6-Essentials.",
    "doctor.dictionary": "There is no dictionary for {language}: the one of another country answers in its place.",
    "doctor.dictionary.remedy": "Debian and Ubuntu: sudo apt install {package}. Then start Reader again.",
    "doctor.resources": "Files that belong to Reader are missing: {reason}",
    "doctor.resources.remedy": "Install Reader again, whole.",
}
