#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The body page by real keys alone: a check of three regions with a level each, from the open page
to the store, in few of them; then the rest of what keys do in the list.

Runs in a private session, with the settings' schema in the environment. Arguments: the build
folder.
"""

import sys

from body import ROW, SEARCH, Atspi, BodyWindow, is_checked, wait_for
from desktop import press, raise_window

MAX_KEYS = 20
EXPECTED = {'shin-medial-left': 6, 'achilles-left': 4, 'heel-right': 10}


class Keyboard(BodyWindow):
    def __init__(self, build):
        super().__init__('body-keyboard', build)
        self.n_keys = 0

    def press(self, *keys):
        """Presses keys one after the other, and counts them; one with Ctrl counts as one."""
        for key in keys:
            press(key)
        self.n_keys += len(keys)

    def get_focus(self):
        """What has the keyboard's focus."""
        return next((node for node in self.window.walk()
                     if node.get_state_set().contains(Atspi.StateType.FOCUSED)
                     and node.get_role() != Atspi.Role.FRAME), None)

    def wait_for_focus(self, name, role=Atspi.Role.LIST_ITEM):
        def look():
            node = self.get_focus()
            return node is not None and node.get_name() == name and node.get_role() == role
        wait_for(f'the focus on "{name}"', look)

    def read_levels(self):
        """What the list says of each region that is sore now."""
        rows = self.window.find('Sore Now', (Atspi.Role.LIST,))
        return {node.get_name(): node.get_description().split('.')[0]
                for node in self.window.walk(rows)
                if node.get_role() in ROW} if rows is not None else {}

    def expect_levels(self, levels):
        """Of these regions, and of no others, this is said in the list."""
        words = {name: f'Soreness {level} of 10' for name, level in levels.items()}
        try:
            wait_for('the levels', lambda: self.read_levels() == words, 10)
        except AssertionError:
            assert self.read_levels() == words, self.read_levels()

    def save_three(self):
        """Find, go down, set the level, three times; save."""
        raise_window(self.process.pid)
        self.press('ctrl+f')
        self.wait_for_focus(SEARCH, Atspi.Role.ENTRY)
        self.press('s', 'h', 'i', 'Down', '6')
        self.wait_for_focus('Left shin bone, inner edge')
        # A letter in the list starts the next search.
        self.press('a', 'c', 'h', 'Down', '4')
        self.wait_for_focus('Left Achilles tendon')
        self.press('h', 'e', 'Down', 'Down', '1', '0')
        self.wait_for_focus('Right heel')
        self.press('ctrl+s')
        self.expect_saved(EXPECTED)
        assert self.n_keys <= MAX_KEYS, f'{self.n_keys} keys'
        print(f'# {self.n_keys} keys')

    def mark_by_return(self):
        """Return in the search marks the first, as often as one likes, without leaving it."""
        self.press('ctrl+f', 'r', 'space', 'c', 'a', 'l', 'f', 'Return')
        self.press('g', 'r', 'o', 'i', 'n', 'Return')
        self.wait_for_focus(SEARCH, Atspi.Role.ENTRY)
        self.press('Escape')
        self.expect_levels({'Left shin bone, inner edge': 6, 'Left Achilles tendon': 4,
                            'Right heel': 10, 'Right inner calf': 10, 'Left adductors': 10})

    def change_in_list(self):
        """The rows of what is sore take the same keys, and one keeps the focus meanwhile."""
        self.press('Down', 'Down', '3')
        self.wait_for_focus('Left Achilles tendon')
        self.press('minus', 'minus', 'Down', 'Down', 'plus', '5', 'Down', 'Delete')
        # What was the last row is gone.
        self.wait_for_focus('Right inner calf')
        self.press('Up', 'BackSpace')
        self.wait_for_focus('Right inner calf')
        levels = {'Left shin bone, inner edge': 6, 'Left Achilles tendon': 1,
                  'Right inner calf': 5}
        self.expect_levels(levels)
        self.press('ctrl+z')
        self.expect_levels({**levels, 'Right heel': 10})
        self.press('ctrl+shift+z')
        self.expect_levels(levels)

    def ask(self):
        """Return on a row asks; Escape leads back to the row."""
        self.press('Return')
        self.window.wait_for('Soreness 7 of 10')
        self.press('Escape')
        wait_for('the question to be gone', lambda: not self.window.find('Soreness 7 of 10'))
        self.wait_for_focus('Right inner calf')

    def open_part(self):
        """Down goes on to all regions; Right opens a part, Left closes it."""
        self.press('Down')
        self.wait_for_focus('Head and neck')
        self.press('Right', 'Down', 'space')
        self.wait_for_focus('Head')
        head = self.wait_for_row('Head', 'All Regions')
        wait_for('a head that is sore', lambda: is_checked(head))
        self.press('space')
        wait_for('a head that is not', lambda: not is_checked(head))
        self.press('Up', 'Left')
        parts = self.window.wait_for('All Regions', (Atspi.Role.LIST,))
        wait_for('a closed part', lambda: not self.window.find('Head', ROW, parts))
        self.press('Up')
        self.wait_for_focus('Right inner calf')


def main():
    test = Keyboard(sys.argv[1])
    test.run([test.open_page, test.save_three, test.mark_by_return, test.change_in_list, test.ask,
              test.open_part])


main()
