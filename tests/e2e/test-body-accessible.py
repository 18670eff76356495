#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The body page as assistive technology has it: every thing on it has a name, every region says
which side it is on and how sore it is, and a check is filled in and saved without any pointer or
key, only by what things offer to do.

Runs in a private session, with the settings' schema in the environment. Arguments: the source and
the build folder.
"""

import json
import re
import sys
import xml.etree.ElementTree as xml

from body import (BUTTON, REGION, ROW, SEARCH, VIEWS, Atspi, BodyWindow, act, is_checked,
                  wait_for)

SVG = '{http://www.w3.org/2000/svg}'
# What only holds other things together.
CONTAINERS = (Atspi.Role.PANEL, Atspi.Role.GROUPING, Atspi.Role.FILLER, Atspi.Role.SCROLL_PANE,
              Atspi.Role.SCROLL_BAR, Atspi.Role.SEPARATOR, Atspi.Role.VIEWPORT)
# GTK names what has no name after its class, and older GTK writes mnemonics out.
NO_NAME = re.compile(r'^$|^(Gtk|Adw|Rub)[A-Z]\w+$|_')
NO_WORDS = re.compile(r'^\W*$')
ACTIONS = {'region.mark', 'region.more', 'region.less', 'region.clear', 'region.ask',
           'region.about'}
EXPECTED = {'gastroc-lateral-right': 6, 'arch-left': 8, 'shin-medial-left': 4, 'it-band-right': 2,
            'head': 3}


def read_drawn(source, view):
    """The ids of the regions in a drawing."""
    drawing = xml.parse(f'{source}/data/body/standard/{view.lower()}.svg').getroot()
    regions = next(group for group in drawing.iter(f'{SVG}g') if group.get('id') == 'regions')
    return [shape.get('id') for shape in regions]


def is_shown(window, node):
    """Whether a node takes up room; what has no place at all only holds its children."""
    if Atspi.Accessible.get_component_iface(node) is None:
        return False
    return window.is_visible(node)


class Accessible(BodyWindow):
    def __init__(self, source, build):
        super().__init__('body-accessible', build)
        self.source = source
        self.page = None
        with open(f'{source}/data/body/regions.json', encoding='utf-8') as file:
            self.regions = {region['id']: region for region in json.load(file)['regions']}

    def find_unnamed(self, page):
        """All that is shown and should have a name but has none."""
        unnamed = []
        for node in self.window.walk(page):
            is_focusable = node.get_state_set().contains(Atspi.StateType.FOCUSABLE)
            name = node.get_name() or ''
            if (is_focusable or node.get_role() not in CONTAINERS) and is_shown(self.window, node) \
                    and (NO_NAME.search(name) or NO_WORDS.match(name)):
                unnamed.append(f'{node.get_role_name()} "{name}" ({node.get_description()}) in '
                               f'"{node.get_parent().get_name()}"')
        return unnamed

    def expect_names(self):
        self.page = self.page or self.get_page()
        unnamed = self.find_unnamed(self.page)
        assert not unnamed, '\n'.join(unnamed)

    def name_everything(self):
        """At rest, no node that is more than a container is without a name."""
        self.expect_names()

    def tell_regions(self):
        """Each region of a drawing is there once, with role, name, side, state, value, actions."""
        for view in VIEWS:
            nodes = [node for node in self.window.walk(self.get_view(view))
                     if node.get_role() in REGION]
            names = [self.regions[name]['name'] for name in read_drawn(self.source, view)]
            assert sorted(node.get_name() for node in nodes) == sorted(names), view
            for node in nodes:
                self.check_region(node)

    def check_region(self, node):
        name = node.get_name()
        region = next(region for region in self.regions.values() if region['name'] == name)
        side = {'left': 'Left ', 'right': 'Right ', 'middle': ''}[region['side']]
        states = node.get_state_set()
        actions = {Atspi.Action.get_action_name(node, index)
                   for index in range(node.get_n_actions())}

        assert name.startswith(side), name
        assert states.contains(Atspi.StateType.FOCUSABLE), name
        assert not is_checked(node), f'{name} is checked'
        assert ACTIONS <= actions, f'{name}: {actions}'
        if 'hint' in region:
            assert region['hint'] in node.get_description(), name

    def find_by_words(self):
        """What is written into the search brings rows that can be marked."""
        self.search('calf r')
        calf = self.wait_for_row('Right outer calf', 'Regions Found')
        act(calf, 'region.mark')
        self.wait_for_words(calf, 'Soreness 4 of 10')
        assert is_checked(calf)
        act(calf, 'region.more')
        act(calf, 'region.more')
        self.wait_for_words(calf, 'Soreness 6 of 10')

        self.search('shin splints')
        shin = self.wait_for_row('Left shin bone, inner edge', 'Regions Found')
        act(shin, 'region.mark')
        self.wait_for_words(shin, 'Soreness 6 of 10')
        act(shin, 'region.less')
        act(shin, 'region.less')
        self.wait_for_words(shin, 'Soreness 4 of 10')
        self.expect_names()
        self.search('')

    def search(self, words):
        entry = self.window.wait_for(SEARCH)
        assert Atspi.EditableText.set_text_contents(entry, words)

    def answer(self):
        """A region of the map asks, and is answered."""
        arch = self.find_regions('Left arch')[0]
        act(arch, 'region.mark')
        wait_for('an arch that is sore', lambda: is_checked(arch))
        act(arch, 'region.ask')
        level = self.window.wait_for('Soreness 8 of 10', BUTTON)
        self.expect_names()
        assert level.do_action(0)
        self.window.activate('Ache', BUTTON)
        self.wait_for_words(arch, 'Soreness 8 of 10, ache')

    def open_part(self):
        """A part of the body in the list opens, and its regions are rows."""
        part = self.wait_for_row('Thigh', 'All Regions')
        assert not part.get_state_set().contains(Atspi.StateType.EXPANDED)
        act(part, 'part.toggle')
        band = self.wait_for_row('Right IT band', 'All Regions')
        assert part.get_state_set().contains(Atspi.StateType.EXPANDED)
        self.expect_names()
        act(band, 'region.mark')
        for _ in range(6):
            act(band, 'region.less')
        self.wait_for_words(band, 'Soreness 2 of 10')
        self.wait_for_words(part, '1 sore')
        act(part, 'part.toggle')

    def agree(self):
        """The head is in two views and in the list: all of them say the same."""
        front, back = self.find_regions('Head')
        act(back, 'region.mark')
        wait_for('a head that is sore', lambda: is_checked(front) and is_checked(back))
        row = self.wait_for_row('Head', 'Sore Now')
        act(row, 'region.more')
        for node in (front, back, row):
            self.wait_for_words(node, 'Soreness 3 of 10')

        rows = self.window.wait_for('Sore Now', (Atspi.Role.LIST,))
        names = [node.get_name() for node in self.window.walk(rows) if node.get_role() in ROW]
        assert names == ['Right outer calf', 'Left shin bone, inner edge', 'Left arch',
                         'Right IT band', 'Head'], names
        self.expect_names()

    def take_off(self):
        """What was marked by mistake is taken off, by its own button."""
        elbow = self.find_regions('Left elbow')[0]
        act(elbow, 'region.mark')
        self.wait_for_row('Left elbow', 'Sore Now')
        self.window.activate('Remove Left elbow', BUTTON)
        wait_for('an elbow that is not sore', lambda: not is_checked(elbow))

    def save(self):
        """Just these are in the store, and are told of as what was said last."""
        assert self.read_checks() == []
        self.window.activate('Save', BUTTON)
        self.expect_saved(EXPECTED)
        self.wait_for_words(self.find_regions('Head')[0], 'Last check: 3')

    def look_back(self):
        """What is known of a region, and what was said before, has names, too."""
        act(self.wait_for_row('Left arch', 'Sore Now'), 'region.about')
        self.window.wait_for_text('for about two minutes', self.page)
        self.expect_names()
        self.window.activate('Back', BUTTON, self.page)
        arch = self.wait_for_row('Left arch', 'Sore Now')
        act(arch, 'region.less')
        self.wait_for_words(arch, 'Soreness 7 of 10')
        self.window.activate('Save', BUTTON)
        wait_for('a second check', lambda: len(self.read_checks()) == 2)
        self.window.wait_for('Checks over time')
        self.expect_names()


def main():
    test = Accessible(*sys.argv[1:3])
    test.run([test.open_page, test.name_everything, test.tell_regions, test.find_by_words,
              test.answer, test.open_part, test.agree, test.take_off, test.save,
              test.look_back])


main()
