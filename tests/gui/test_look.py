"""Colours, marks and icons: readable in every scheme, and nothing by colour alone."""

import re

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPalette

from timeline_app.annotation.mention import EventType
from timeline_app.gui.actions import ACTIONS, Menu
from timeline_app.gui.glyphs import shape_path, type_icon
from timeline_app.gui.icons import icon, icons_dir
from timeline_app.gui.scheme import Scheme, scheme_of
from timeline_app.gui.style import style_sheet
from timeline_app.gui.theme import SHAPES, Shape, contrast, palette_for, tokens_for
from timeline_app.gui.timeline.look import Look


@pytest.mark.parametrize("scheme", list(Scheme))
def test_text_and_marks_stand_out_from_their_ground(qapp: object, scheme: Scheme) -> None:
    t = tokens_for(scheme)
    for ground in (t.window, t.surface, t.raised):
        assert contrast(t.text, ground) >= 7
        assert contrast(t.text_muted, ground) >= 4.5
        assert contrast(t.accent, ground) >= 4.5
    assert contrast(t.on_accent, t.accent) >= 4.5
    for kind in EventType:
        assert contrast(t.event(kind), t.surface) >= 3
    for marked in (t.hit, t.trigger, t.phrase, t.actor, t.other, t.accent_soft, t.warning_soft):
        assert contrast(t.text, marked) >= 4.5


def test_each_type_has_a_shape_of_its_own() -> None:
    assert len(set(SHAPES.values())) == len(EventType)


@pytest.mark.parametrize("shape", list(Shape))
def test_a_shape_fills_its_box_and_stays_inside(qapp: object, shape: Shape) -> None:
    box = QRectF(10, 20, 16, 16)
    bounds = shape_path(shape, box).boundingRect()
    assert box.adjusted(-1, -1, 1, 1).contains(bounds)
    assert bounds.width() > 11
    assert bounds.height() > 11


@pytest.mark.parametrize("scheme", list(Scheme))
def test_a_palette_is_recognised_as_its_scheme(qapp: object, scheme: Scheme) -> None:
    assert scheme_of(palette_for(scheme)) is scheme


def test_every_action_has_the_icon_it_names(qapp: object) -> None:
    for spec in ACTIONS:
        if spec.icon:
            assert not icon(spec.icon, QPalette()).isNull(), spec.id
    assert not type_icon(EventType.ATTACK, Scheme.DARK).isNull()


def test_all_icons_are_of_one_style() -> None:
    for path in icons_dir().glob("*.svg"):
        svg = path.read_text(encoding="utf-8")
        assert not re.search(r"href|<script|<image", svg), path.name
        if "currentColor" in svg:
            assert 'viewBox="0 0 24 24"' in svg
            assert 'stroke-width="1.75"' in svg


def test_no_two_actions_share_a_key() -> None:
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_style_sheet_names_files_that_are_there(qapp: object, scheme: Scheme) -> None:
    for name in re.findall(r'url\("([^"]+)"\)', style_sheet(tokens_for(scheme))):
        assert (icons_dir() / name.rpartition("/")[2]).exists()


def test_no_two_menus_open_by_the_same_letter() -> None:
    letters = [menu.value[menu.value.index("&") + 1].lower() for menu in Menu]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("menu", list(Menu))
def test_no_two_commands_of_a_menu_share_a_letter(menu: Menu) -> None:
    texts = [action.text for action in ACTIONS if action.menu is menu and "&" in action.text]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert sorted(set(letters)) == sorted(letters)


def test_a_long_name_of_a_lane_goes_on_in_a_second_line(qapp: object) -> None:
    look = Look(tokens_for(Scheme.LIGHT), QFont())
    room = look.name_metrics.horizontalAdvance("Recep Tayyip")
    assert look.name_lines("Recep Tayyip Erdoğan", room, room) == ("Recep Tayyip", "Erdoğan")
    alone = look.name_lines("Recep Tayyip Erdoğan", room, 0)
    assert len(alone) == 1
    assert alone[0].endswith("…")
    assert look.name_lines("Russia", room, room) == ("Russia",)
