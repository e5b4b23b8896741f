"""The composition root: one application, one window, one place where our own bugs surface."""

import os
import sys
import time
import traceback
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app import __version__, paths
from timeline_app.errors import TimelineError
from timeline_app.gui.display import require_display
from timeline_app.gui.frame import Frame
from timeline_app.gui.late_modules import NUMPY_HELP, import_without
from timeline_app.gui.scheme import colour_ground, kept_choice

_LANGUAGES = ("en",)
"""Languages of the window; the first is that of the source, which needs no translation."""


def run_window(library_path: Path | None, argv: list[str], *, sample: bool = False) -> int:
    """Open the window on a library (the user's own by default) and return the exit status.

    Raises UsageError where no display answers.
    """
    require_display()
    app = make_application(argv)
    settings = user_settings()
    frame = Frame(settings)
    colour_ground(frame, kept_choice(settings))
    report_bugs(frame)
    launches = []

    def launch() -> None:
        import_without(NUMPY_HELP, "numpy")
        from timeline_app.gui.launch import Launch

        path = paths.samples_library() if sample else library_path or paths.default_library()
        launches.append(Launch(app, frame, settings, path, sample=sample))

    frame.on_screen.connect(launch)
    frame.show()
    return app.exec()


def make_application(argv: list[str]) -> QApplication:
    """Return the application with its name and language."""
    # Named here and not set afterwards: a style as an object loads a hundred names of Qt's.
    app = QApplication([*(argv or [paths.APP_NAME]), "-style", "fusion"])
    app.setApplicationName(paths.APP_NAME)
    app.setApplicationDisplayName("Timeline")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(paths.APP_NAME)
    _speak(app)
    return app


def user_settings() -> QSettings:
    """Return where the window's state is kept, beside the user's settings."""
    place = paths.window_file()
    return QSettings(str(place), QSettings.Format.IniFormat)


def _speak(app: QApplication) -> None:
    """Load the translations of the user's language; dates follow the window's language."""
    wanted = QLocale.system().name().partition("_")[0]
    language = wanted if wanted in _LANGUAGES else _LANGUAGES[0]
    QLocale.setDefault(QLocale(language))
    if language == _LANGUAGES[0]:
        return
    folders = (
        str(paths.resources_dir() / language),
        QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
    )
    for name, folder in zip(("timeline", "qtbase"), folders, strict=True):
        translator = QTranslator(app)
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)


def report_bugs(window: QWidget) -> None:
    """Let an error that nobody caught write a report, and say where it lies."""

    def handle(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        from timeline_app.gui.dialogs.notices import Notice

        if isinstance(fault, TimelineError):
            Notice("That did not work", str(fault), window).open()
            return
        place = write_report(fault, paths.log_dir())
        words = (
            f"{kind.__name__}: {fault}\n\nYour library is safe: every change was saved when you "
            f"made it. A report lies in {place}; please send it with what you were doing."
        )
        sys.__excepthook__(kind, fault, trace)
        Notice("Something went wrong in the program", words, window).open()

    sys.excepthook = handle


def write_report(fault: BaseException, folder: Path) -> Path:
    """Write what happened, without any text of the user's, and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    import platform

    facts = (
        f"timeline-app {__version__}, PySide6 {pyside_version}, "
        f"Python {platform.python_version()}, "
        f"{platform.platform()}, {QGuiApplication.platformName()}\n\n"
    )
    lines = "".join(traceback.format_exception(fault))
    place.write_text(facts + lines, encoding="utf-8", errors="backslashreplace")
    return place
