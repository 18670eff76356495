# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The body page in a window, and what came of it in the store, for tests that go in steps."""

import os
import sqlite3
import sys
import traceback
import warnings

from desktop import Atspi, Desktop, Program, wait_for

# Older GTK tells of a group as a panel.
GROUP = (Atspi.Role.PANEL, Atspi.Role.GROUPING)
BUTTON = (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.RADIO_BUTTON)
ROW = (Atspi.Role.LIST_ITEM,)
REGION = (Atspi.Role.CHECK_BOX,)
SEARCH = 'Find a region of the body'
VIEWS = ('Front', 'Back', 'Soles')


# Of what Atspi deprecates there is no other way to ask for an action by its name.
warnings.filterwarnings('ignore', category=DeprecationWarning)


def write_settings():
    folder = os.environ['XDG_CONFIG_HOME'] + '/glib-2.0/settings'
    os.makedirs(folder, exist_ok=True)
    with open(folder + '/keyfile', 'w', encoding='utf-8') as file:
        file.write('[io/github/rubdown/Rubdown]\nmaximized=true\n')


def is_checked(node):
    return node.get_state_set().contains(Atspi.StateType.CHECKED)


def act(node, name):
    """Does an action of a thing, by its name."""
    for index in range(node.get_n_actions()):
        if Atspi.Action.get_action_name(node, index) == name:
            assert node.do_action(index), f'{name} of "{node.get_name()}" is refused'
            return
    raise AssertionError(f'"{node.get_name()}" has no action {name}')


class BodyWindow:
    """A window on the body page, whose database is empty at first."""

    def __init__(self, name, build):
        write_settings()
        self.name = name
        self.build = build
        self.desktop = Desktop(f'{build}/tests/e2e/evidence')
        self.window = Program('rubdown')
        self.process = None

    def open_page(self):
        """The window opens, with the map and the list on its body page."""
        self.process = self.desktop.start(self.name, f'{self.build}/src/ui/rubdown')
        self.window.activate('Body', (Atspi.Role.PAGE_TAB,))
        self.window.wait_for('Left inner calf', REGION)
        self.window.wait_for('Foot', ROW)

    def get_page(self):
        """The page, by what is in it: the nearest thing around the map, the search and Save."""
        page = self.window.wait_for('Body map', GROUP)
        while self.window.find(SEARCH, within=page) is None \
                or self.window.find('Save', BUTTON, page) is None:
            page = page.get_parent()
        return page

    def get_view(self, title):
        body = self.window.wait_for('Body map', GROUP)
        return self.window.wait_for(title, GROUP, body)

    def find_regions(self, name):
        """The region on the map, once for each view it is in."""
        body = self.window.wait_for('Body map', GROUP)
        return [node for node in self.window.walk(body)
                if node.get_role() in REGION and node.get_name() == name]

    def wait_for_row(self, name, inside):
        rows = self.window.wait_for(inside, (Atspi.Role.LIST,))
        return self.window.wait_for(name, ROW, rows)

    def wait_for_words(self, node, words):
        wait_for(f'"{words}" at {node.get_name()}', lambda: words in node.get_description())

    def read_checks(self):
        """What is in the store: for each check its regions with their soreness."""
        path = os.environ['XDG_DATA_HOME'] + '/rubdown/rubdown.db'
        database = sqlite3.connect(f'file:{path}?mode=ro', uri=True, timeout=10)
        try:
            checks = database.execute('SELECT id FROM checks ORDER BY id').fetchall()
            return [dict(database.execute('SELECT region, soreness FROM check_regions '
                                          'WHERE check_id = ?', check)) for check in checks]
        finally:
            database.close()

    def expect_saved(self, expected):
        """One check comes into the store, with these regions and nothing else."""
        wait_for('a check in the store', self.read_checks)
        assert self.read_checks() == [expected], self.read_checks()

    def report_failure(self, step):
        """What a reader of the log needs, as far as there is anything left to look at."""
        print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))
        for what, look in (('screen', lambda: self.desktop.keep_evidence(step.__name__)),
                           ('labels', self.window.read), ('checks', self.read_checks)):
            try:
                print(f'# {what}: {look()}')
            except Exception as error:  # pylint: disable=broad-except
                print(f'# {what}: {error}')

    def run(self, steps):
        """Goes through the steps, each of which stands on the ones before it."""
        n_done = 0

        print(f'1..{len(steps)}', flush=True)
        for step in steps:
            try:
                step()
            except Exception:  # pylint: disable=broad-except
                self.report_failure(step)
                break
            n_done += 1
            print(f'ok {n_done} {step.__name__}', flush=True)
        for number, step in enumerate(steps[n_done:], n_done + 1):
            print(f'not ok {number} {step.__name__}', flush=True)
        self.desktop.close()
        sys.exit(0 if n_done == len(steps) else 1)
