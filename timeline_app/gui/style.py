"""The look of the widgets: the scheme's palette, and a thin style sheet over Fusion."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from timeline_app.gui.scheme import SYSTEM, scheme_for, scheme_of
from timeline_app.gui.theme import Scheme, Space, Tokens, palette_for, tokens_for
from timeline_app.paths import icons_dir

_OWN_PALETTE = "desktopScheme"


def dress(app: QApplication, choice: str) -> None:
    """Dress the application in the scheme of a choice, `system` or a Scheme's value."""
    scheme = scheme_for(choice, _desktop_scheme(app))
    hints = app.styleHints()
    if choice == SYSTEM:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if scheme.is_dark else Qt.ColorScheme.Light)
    app.setPalette(palette_for(scheme))
    app.setStyleSheet(style_sheet(tokens_for(scheme)))


def _desktop_scheme(app: QApplication) -> Scheme:
    """Return what the desktop asks for; a palette of pure black and white asks for contrast."""
    if app.property(_OWN_PALETTE) is None:
        app.setProperty(_OWN_PALETTE, str(scheme_of(app.palette())))
    first = Scheme(str(app.property(_OWN_PALETTE)))
    if first in (Scheme.LIGHT_CONTRAST, Scheme.DARK_CONTRAST):
        return first
    wanted = app.styleHints().colorScheme()
    return Scheme.DARK if wanted is Qt.ColorScheme.Dark else Scheme.LIGHT


def style_sheet(t: Tokens) -> str:
    """Return the style sheet of a scheme."""
    s = Space
    surface, raised, sunken = t.surface.name(), t.raised.name(), t.sunken.name()
    rule, hover, text, muted = t.rule.name(), t.hover.name(), t.text.name(), t.text_muted.name()
    accent, on_accent, soft = t.accent.name(), t.on_accent.name(), t.accent_soft.name()
    faint, icons = t.text_faint.name(), icons_dir().as_posix()
    tint = "dark" if t.scheme.is_dark else "light"
    window, focus, danger = t.window.name(), t.focus.name(), t.danger.name()
    return f"""
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {rule}; padding: {s.XS}px; }}
QMainWindow, QStatusBar {{ background: {window}; }}
QStatusBar {{ color: {muted}; border-top: 1px solid {rule}; }}
QStatusBar::item {{ border: none; }}
QMenuBar {{ background: {window}; padding: 2px {s.XS}px; }}
QMenuBar::item {{ padding: {s.XS}px {s.S}px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; color: {text}; }}
QMenu {{ background: {raised}; border: 1px solid {rule}; padding: {s.XS}px; }}
QMenu::item {{ padding: 5px {s.XL}px 5px {s.S}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {soft}; color: {text}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {rule}; margin: {s.XS}px {s.S}px; }}
QMenu::icon {{ padding-left: {s.S}px; }}
QToolBar {{ background: {window}; border: none; spacing: 2px; padding: {s.XS}px {s.S}px; }}
#mainBar {{ border-bottom: 1px solid {rule}; }}
QToolBar::separator {{ width: 1px; background: {rule}; margin: {s.XS}px 6px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 6px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:checked {{ background: {soft}; color: {accent}; }}
QToolButton:focus {{ border-color: {focus}; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton {{ background: {raised}; border: 1px solid {rule}; border-radius: 6px;
    padding: 5px {s.L}px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border-color: {focus}; }}
QPushButton:disabled {{ color: {faint}; }}
QPushButton[primary="true"], QDialogButtonBox QPushButton:default {{
    background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {text}; }}
QDialogButtonBox QPushButton:default:disabled {{ background: {hover};
    color: {faint}; border-color: {rule}; }}
QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QMessageBox QLabel#qt_msgbox_label {{ font-weight: 600; }}
QMessageBox QLabel#qt_msgbox_informativelabel {{ min-width: 380px; }}
#quiet {{ background: transparent; border: none; color: {accent}; padding: 2px {s.XS}px; }}
#quiet:hover {{ background: {hover}; }}
#quiet:disabled {{ color: transparent; }}
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {{ background: {sunken}; color: {text};
    border: 1px solid {rule}; border-radius: 6px; padding: 4px {s.S}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus {{
    border-color: {focus}; }}
QLineEdit[invalid="true"] {{ border-color: {danger}; }}
QTreeView, QListView, QTableView, QTextEdit, QTextBrowser {{ background: {surface};
    color: {text}; border: none; outline: none; selection-background-color: {soft};
    selection-color: {text}; }}
QTextEdit, QTextBrowser {{ selection-background-color: {accent};
    selection-color: {on_accent}; }}
QTreeView::item:hover, QTableView::item:hover {{ background: {hover}; }}
QTreeView::item:selected, QTableView::item:selected {{ background: {soft}; color: {text}; }}
QTreeView:focus, QListView:focus, QTableView:focus, QTextEdit:focus {{
    border: 1px solid {focus}; }}
#rows::item {{ padding: 3px {s.XS}px; }}
QTableView::item {{ padding: 0 {s.S}px; }}
QHeaderView::section {{ background: {window}; color: {muted}; border: none;
    border-bottom: 1px solid {rule}; padding: {s.XS}px {s.S}px; }}
QHeaderView {{ background: {window}; border: none; }}
QTreeView::indicator, QCheckBox::indicator {{ width: 13px; height: 13px;
    border: 1px solid {faint}; border-radius: 3px; background: {surface}; }}
QTreeView::indicator:hover, QCheckBox::indicator:hover {{ border-color: {accent}; }}
QTreeView::indicator:checked, QCheckBox::indicator:checked {{ background: {accent};
    border-color: {accent}; image: url("{icons}/check-{tint}.svg"); }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{icons}/drop-{tint}.svg");
    width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {raised}; border: 1px solid {rule};
    selection-background-color: {soft}; selection-color: {text}; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px;
    background: {t.grid_strong.name()}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {accent}; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
    background: {accent}; border: 2px solid {surface}; }}
QSlider::handle:horizontal:focus {{ border-color: {text}; }}
QMainWindow::separator {{ background: {rule}; height: 1px; }}
QMainWindow::separator:hover {{ background: {accent}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {rule}; }}
QTabBar {{ background: {window}; }}
QTabBar::tab {{ background: transparent; color: {muted}; border: none;
    border-bottom: 2px solid transparent; padding: 6px {s.M}px; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ color: {focus}; }}
QSplitter::handle {{ background: {rule}; }}
QSplitter::handle:hover {{ background: {accent}; }}
QProgressBar {{ background: {hover}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
#pane {{ background: {surface}; }}
#paneTitle {{ font-weight: 600; }}
#sectionTitle {{ color: {muted}; font-weight: 600; padding: {s.S}px {s.M}px {s.XS}px {s.M}px; }}
#caption {{ color: {muted}; }}
#finding {{ color: {t.warning.name()}; }}
QSlider:horizontal {{ min-height: 18px; }}
#importBar, #findBar {{ background: {soft}; border-bottom: 1px solid {rule}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {t.grid_strong.name()}; border-radius: 4px; margin: 2px;
    min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {t.text_faint.name()}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
