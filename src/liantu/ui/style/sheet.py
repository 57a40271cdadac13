"""The style sheet of the chrome, filled with the colours of a look."""

from __future__ import annotations

from string import Template

from liantu import paths
from liantu.ui.style.look import Tones

_SHEET = Template("""
QWidget { font-size: 13px; }
QMainWindow, #homeBody, #home, #centre { background: $ground; }
#topbar { background: $paper; border-bottom: 1px solid $line; }
#chains, #inspector, #inspectorBody, #dossier { background: $paper; }
#reportSide, #reportForm, #reportScroll { background: $paper; }
#reportSide { border-right: 1px solid $line; }
#pages { background: $ground; border: none; border-top: 1px solid $line; }
#pages > QWidget > QWidget { background: $ground; }
#chains { border-right: 1px solid $line; }
QToolButton#brand { font-size: 18px; font-weight: 700; color: $accent; border: none; padding: 2px 6px; }
QToolButton#brand:focus { background: $hover; border: none; }
#pageTitle { font-size: 19px; font-weight: 700; color: $ink; }
#head { background: $paper; border-bottom: 1px solid $line; }
#mapTitle { font-size: 15px; font-weight: 700; color: $ink; }
#clause, #numbers, #entryWords { font-size: 12px; color: $ink; }
#lacking { font-size: 12px; font-weight: 700; color: $doubt; }
#lackingNames { font-size: 12px; color: $doubt; }
#chainsTitle { font-size: 12px; font-weight: 700; color: $ink; }
#topbar QToolButton, #head #segment, #head QToolButton { padding: 2px 3px; min-height: 20px;
  max-height: 20px; font-size: 12px; }
#head #segment { padding: 2px 4px; margin-left: 0; border-left-width: 0; }
#head #segment[first="true"] { border-left-width: 1px; }
#topbar QDateEdit { padding: 1px 6px; min-height: 22px; max-height: 22px; }
#topbar QToolButton#brand { font-size: 18px; min-height: 26px; max-height: 26px; }
#topbar QToolButton#primary { padding: 2px 12px; }
#topbar QToolButton#unsaved { color: $doubt; border-color: $doubt; font-weight: 700; }
#topbar QToolButton[changed="true"] { color: $doubt; border-color: $doubt; font-weight: 700; }
QToolButton#bare, #head QToolButton#bare { border: none; background: transparent; padding: 0 4px;
  min-height: 18px; max-height: 22px; color: $accent; }
QToolButton#bare:hover { background: $hover; }
QToolButton#bare:focus { border: 1px solid $accent; padding: 0 3px; }
#legend { background: $paper; border-top: 1px solid $line; }
#legend #hint, #timeline #hint { font-size: 12px; }
#timeline { background: $paper; }
#entry { border: 1px solid transparent; border-radius: 4px; background: transparent; padding: 0; }
#entry:hover { background: $hover; }
#entry:focus { border-color: $accent; }
#entry:checked { background: $chosen; border-color: $accent; }
#drawer { background: $paper; }
#side { background: $paper; }
#edge { background: $hover; border: none; }
#edge:hover { background: $line; }
#popover { background: $paper; border: 1px solid $accent; border-radius: 6px; }
#lists #coverage { border: none; padding: 0; background: transparent; }
#preview { border: 1px solid $line; background: $ground; }
#sectionTitle { font-size: 14px; font-weight: 700; color: $ink; }
#partTitle { font-weight: 700; color: $accent; }
#tileTitle { font-size: 15px; font-weight: 700; color: $ink; }
#finding { font-size: 14px; color: $ink; }
#chartMark { border: 2px solid $accent; background: transparent; }
QListWidget#chartSide { background: $paper; border-right: 1px solid $line; padding: 6px 0; }
QListWidget#chartSide::item { padding: 5px 14px; }
QListWidget#chartSide::item:disabled { color: $secondary; padding: 10px 14px 2px 10px; }
#secondary, #remark, #hint, #statement { color: $secondary; }
#remark, #doubt { font-size: 12px; }
#coverage { color: $secondary; background: $paper; border-top: 1px solid $line; font-size: 12px;
  padding: 3px 16px; }
#answer { color: $ink; background: $hover; border-left: 3px solid $accent; font-weight: 700;
  padding: 8px 10px; }
$answers
#inspectorTitle { font-size: 16px; font-weight: 700; color: $ink; }
#inspectorFoot { background: $paper; border-top: 1px solid $line; }
#faded { color: $secondary; }
#lineHead { font-weight: 700; color: $secondary; padding-top: 4px; }
#jumps { border-top: 1px solid $line; }
#jump { border: none; background: transparent; color: $accent; padding: 4px 2px; }
#jump:hover, #jump:focus { text-decoration: underline; }
#fold { border: none; border-top: 1px solid $line; border-radius: 0; background: transparent;
  padding: 0; text-align: left; }
#fold:hover, #fold:focus { background: $hover; }
#foldTitle { font-weight: 700; color: $ink; }
#foldGist, #foldArrow { color: $secondary; font-size: 12px; }
#pill { border: 1px solid $line; border-radius: 11px; background: $paper; padding: 0; }
#pill:hover, #pill:focus { border-color: $accent; background: $hover; }
#pill[chosen="true"] { border-color: $accent; background: $chosen; }
#pillWords { color: $ink; font-size: 12px; }
#doubt { color: $doubt; }
#figure { color: $ink; }
#figureLink { border: none; border-radius: 0; background: transparent; padding: 0; margin: 0; }
#figureLink:hover { background: $hover; border-bottom: 1px dashed $accent; }
#bannerWords { color: $ink; }
#tag { color: $secondary; background: $ground; border-radius: 4px; padding: 1px 6px; font-size: 12px; }
#chip { color: $ink; background: $hover; border-radius: 5px; padding: 2px 8px; font-weight: 700; }
#link { border: none; border-radius: 0; background: transparent; text-align: left; padding: 0;
  margin: 0; }
#linkWords { color: $accent; }
#link:hover { background: $hover; }
#link:focus { border-bottom: 1px solid $accent; }
#note { background: $chosen; border: 1px solid $line; }
#note[kind="bad"] { background: $bad_tint; }
#note[kind="good"] { background: $good_tint; }
#noteItem { padding: 1px 8px; font-size: 12px; border-radius: 10px; }
#page { border: none; border-bottom: 3px solid transparent; border-radius: 0; background: transparent;
  padding: 7px 8px 5px 8px; font-size: 14px; color: $secondary; }
#page:hover { color: $ink; }
#page:checked { color: $accent; font-weight: 700; border-bottom-color: $accent; }
#page:focus { background: $hover; }
#mapChip, #hiddenChip { border-radius: 12px; padding: 3px 10px; font-size: 12px; }
#mapChip { background: $chosen; color: $accent; border: 1px solid $accent; font-weight: 700; }
#mapChip:hover { background: $hover; }
#hiddenChip { background: $ink; color: $paper; border: 1px solid $ink; }
QPushButton, QToolButton { background: $paper; color: $ink; border: 1px solid $line; border-radius: 6px;
  padding: 5px 12px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus,
QPlainTextEdit:focus { border: 1px solid $accent; }
QPushButton:disabled, QToolButton:disabled { color: $secondary; background: $ground; }
QToolButton::menu-indicator { image: none; width: 0; }
#primary { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 700;
  padding: 6px 18px; }
#primary:focus, #segment:focus { border: 2px solid $ink; }
#primary:hover { border-color: $ink; }
#primary:disabled { background: $line; border-color: $line; color: $secondary; }
#search { background: $ground; color: $secondary; padding: 0; min-height: 24px; max-height: 24px; }
#search #hint { font-size: 12px; }
#segment { border-radius: 0; margin-left: -1px; padding: 4px 14px; }
#segment:checked { background: $chosen; color: $accent; font-weight: 700; }
#headlineFigure { background: $paper; border: 1px solid $line; border-radius: 6px; }
#tile { background: $paper; border: 1px solid $line; border-radius: 8px; padding: 0; }
#tile:hover { border-color: $accent; }
#tile:focus { border: 2px solid $accent; }
QLineEdit, QPlainTextEdit, QComboBox, QDoubleSpinBox, QDateEdit { background: $paper; color: $ink; border: 1px solid $field;
  border-radius: 6px; padding: 4px 8px; selection-background-color: $accent;
  selection-color: $on_accent; }
QDoubleSpinBox { padding-right: 20px; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { border: none; width: 18px; }
QDoubleSpinBox::up-arrow { image: $up; width: 10px; height: 10px; }
QDoubleSpinBox::down-arrow { image: $chevron; width: 10px; height: 10px; }
QGroupBox { border: 1px solid $line; border-radius: 6px; margin-top: 10px; padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; color: $accent; }
QComboBox QAbstractItemView { background: $paper; color: $ink; border: 1px solid $line;
  selection-background-color: $chosen; selection-color: $ink; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: $chevron; width: 12px; height: 12px; }
QListView, QTableView { background: $paper; color: $ink; border: none; outline: 0;
  selection-background-color: $chosen; selection-color: $ink; }
QTableView::item { padding: 0 8px; border-bottom: 1px solid $ground; }
QTableView::item:hover { background: $hover; }
QTableView::item:selected { background: $chosen; color: $ink; }
QHeaderView { background: $paper; }
QHeaderView::section { background: $paper; color: $secondary; border: none;
  border-bottom: 1px solid $line; padding: 6px 11px; font-weight: 700; }
QHeaderView::section { background: $ground; }
#frozen { border: none; border-right: 1px solid $line; }
#listBar { background: $paper; border-top: 1px solid $line; border-bottom: 1px solid $line; }
#listBar QTabBar::tab { padding: 5px 9px; border-bottom: 2px solid transparent; }
#listBar QTabBar::tab:selected { border-bottom-color: $accent; }
#listBar #segment { padding: 2px 8px; font-size: 12px; }
#small { padding: 2px 9px; font-size: 12px; }
#small:checked { background: $chosen; color: $accent; }
#listBar QLineEdit { padding: 1px 6px; font-size: 12px; }
#listSide { background: $paper; border-right: 1px solid $line; }
#listSideBody { background: $paper; }
#listSide QComboBox { padding: 2px 6px; }
#listHead, #listFoot { background: $paper; }
#listHead { border-bottom: 1px solid $line; }
#listFoot { border-top: 1px solid $line; }
#listHead #pageTitle { font-size: 17px; }
#listHead #small, #listHead QLineEdit { padding: 4px 9px; }
#listHead #primary { padding: 4px 12px; }
#entry { border: none; border-left: 3px solid transparent; border-radius: 0; background: transparent;
  padding: 0; }
#entry:hover { background: $hover; }
#entry:checked { background: $chosen; border-left-color: $accent; }
#entry:focus { background: $hover; }
#entryWords { color: $ink; }
#entryCount { color: $secondary; font-size: 12px; }
#entryMore, #textLink { border: none; background: transparent; color: $accent; padding: 2px 11px;
  text-align: left; font-size: 12px; }
#textLink { padding: 2px 0; }
QTabWidget::pane { border: none; background: $paper; }
#lists { background: $paper; }
QTabBar { background: $paper; qproperty-drawBase: 0; }
QTabBar::scroller { width: 44px; }
QTabBar QToolButton { padding: 0; border-radius: 0; }
QTabBar QToolButton::left-arrow { image: $left; width: 14px; height: 14px; }
QTabBar QToolButton::right-arrow { image: $right; width: 14px; height: 14px; }
QTabBar::tab { background: transparent; color: $secondary; padding: 8px 18px; border: none;
  border-bottom: 3px solid transparent; }
QTabBar::tab:focus { background: $hover; }
QTabBar::tab:selected { color: $accent; font-weight: 700; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $ink; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenu { background: $paper; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $chosen; }
QMenu::item:disabled { color: $secondary; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QStatusBar { background: $ground; color: $secondary; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 0 12px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; min-height: 30px; min-width: 30px; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: none; border-radius: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QToolTip { background: $paper; color: $ink; border: 1px solid $line; padding: 4px; }
#palette QListWidget::item { padding: 4px 2px; }
#palette { background: $paper; border: 1px solid $accent; border-radius: 8px; }
QDialog { background: $paper; }
#settingsSide { background: $ground; border: none; border-radius: 6px; padding: 4px 0; }
#settingsSide::item { padding: 8px 12px; }
#settingsSide::item:selected { background: $chosen; color: $accent; font-weight: 700; }
#settingsArea, #settingsArea > QWidget > QWidget { background: $paper; }
#settingsRows { border: 1px solid $line; border-radius: 6px; padding: 2px; }
#settingsRows::item { padding: 3px 4px; }
#settingsRows:focus { border-color: $accent; }
#showNote, #showKeys { background: $ink; border-radius: 8px; }
#showNote { color: $paper; }
#showKey { color: $paper; font-weight: 700; }
#showAct { color: $paper; }
QCheckBox { color: $ink; spacing: 6px; }
QCheckBox::indicator, QListWidget::indicator { width: 13px; height: 13px; border: 1px solid $secondary;
  border-radius: 3px; background: $paper; }
QCheckBox::indicator:checked, QListWidget::indicator:checked { border-color: $accent; image: $check; }
QCheckBox::indicator:disabled { border-color: $line; }
QCheckBox:disabled { color: $secondary; }
QRadioButton { color: $ink; spacing: 6px; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid $secondary; border-radius: 7px;
  background: $paper; }
QRadioButton::indicator:checked { width: 7px; height: 7px; border: 4px solid $accent; }
""")


def sheet(look: Tones) -> str:
    """The style sheet for ``look``."""
    names = look.__slots__
    colors = {key: getattr(look, key) for key in names if isinstance(getattr(look, key), str)}
    face = "dark" if look.dark else "light"
    icons = {"check": _picture(f"check-{face}.svg")}
    icons |= {
        name: _picture(f"chevron-{side}-{face}.svg")
        for name, side in (("chevron", "down"), ("up", "up"), ("left", "left"), ("right", "right"))
    }
    return _SHEET.substitute(colors, answers=_answers(look), **icons)


def _picture(name: str) -> str:
    """An icon for the sheet, quoted: without quotes a blank in its path spoils the whole sheet."""
    path = paths.resource("icons", name).as_posix()
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'url("{escaped}")'


def _answers(look: Tones) -> str:
    """The sentence that answers first, in the colours of the class that it tells."""
    return "\n".join(
        f'#answer[look="{code}"] {{ background: {tone.tint}; border-left-color: {tone.color}; }}'
        for code, tone in look.theme.tones.items()
    )
