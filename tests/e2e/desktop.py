# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person has: programs on a screen, a pointer, a keyboard, and eyes."""

import os
import shutil
import signal
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

DEADLINE_S = 30
# As .body-column has it in style.css.
COLUMN_PADDING_PX = 12
GONE = GLib.Error


def wait_for(what, look, deadline_s=DEADLINE_S):
    """Returns what look() returns once that is true; what is looked at may vanish meanwhile."""
    end = time.monotonic() + deadline_s
    while True:
        try:
            found = look()
        except GONE:
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f'waited {deadline_s} s in vain for {what}')
        time.sleep(0.1)


def xdotool(*arguments):
    subprocess.run(['xdotool', *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def press(keys):
    xdotool('key', keys)


def raise_window(pid):
    """Gives the window of a process the keyboard. A search may stumble over a vanishing window."""
    def was_raised():
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(pid),
                               'windowactivate'], check=False,
                              capture_output=True).returncode == 0
    wait_for('a window to raise', was_raised)


def click_at(x, y):
    xdotool('mousemove', x, y, 'click', 1)


def get_screen_size():
    words = subprocess.run(['xdotool', 'getdisplaygeometry'], check=True, capture_output=True,
                           text=True).stdout.split()
    return int(words[0]), int(words[1])


class Program:
    """A program with a window, as assistive technology knows it."""

    def __init__(self, name):
        self.name = name

    def get_root(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_name() == self.name:
                return child
        return None

    def walk(self, node=None):
        """Yields all that can be seen, from the outside in."""
        node = node or self.get_root()
        if node is None:
            return
        yield node
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None:
                yield from self.walk(child)

    @staticmethod
    def is_visible(node):
        extents = node.get_extents(Atspi.CoordType.WINDOW)
        return extents.width > 0 and extents.height > 0

    def find(self, name, roles=(), within=None):
        """The first visible thing with a name (and one of the roles), or None."""
        for node in self.walk(within):
            if node.get_name() == name and (not roles or node.get_role() in roles) \
                    and self.is_visible(node):
                return node
        return None

    def wait_for(self, name, roles=(), within=None):
        return wait_for(f'"{name}" in {self.name}', lambda: self.find(name, roles, within))

    def read(self, within=None):
        """The texts of all labels that can be seen."""
        return [node.get_name() for node in self.walk(within)
                if node.get_role() == Atspi.Role.LABEL and self.is_visible(node)]

    def wait_for_text(self, text, within=None):
        """Waits for a label that has the text in it, and returns the whole of it."""
        def look():
            return next((label for label in self.read(within) if text in label), None)
        return wait_for(f'the words "{text}" in {self.name}', look)

    def activate(self, name, roles=(), within=None):
        """Does what a click does, by way of assistive technology."""
        node = self.wait_for(name, roles, within)
        assert node.do_action(0), f'"{name}" cannot be activated'

    def get_centre(self, node):
        """Where a thing in the maximized window is on the screen."""
        frame = next(other for other in self.walk() if other.get_role() == Atspi.Role.FRAME)
        outer = frame.get_extents(Atspi.CoordType.WINDOW)
        extents = node.get_extents(Atspi.CoordType.WINDOW)
        width, height = get_screen_size()
        left, top = (width - outer.width) // 2, (height - outer.height) // 2
        if outer.x < 0:
            # Newer GTK counts the frame around the content, but leaves out the padding of all
            # that is around a thing: for one in a column of a page, the window's and the column's.
            left = top = -2 * outer.x + COLUMN_PADDING_PX
        return left + extents.x + extents.width // 2, top + extents.y + extents.height // 2

    def click(self, node):
        """Clicks in the middle of a thing with the pointer, once it has come to rest."""
        places = [None]

        def is_at_rest():
            places.append(self.get_centre(node))
            return places[-1] == places[-2]

        wait_for('a thing to come to rest', is_at_rest)
        click_at(*places[-1])


class NotificationPopup(Program):
    """What the notification server shows; it tells where on the screen its buttons are."""

    def get_centre(self, node):
        extents = node.get_extents(Atspi.CoordType.SCREEN)
        return extents.x + extents.width // 2, extents.y + extents.height // 2


class Desktop:
    """The programs in a private session, and what is left of them when a test fails."""

    def __init__(self, evidence):
        self.evidence = evidence
        self.processes = []
        os.makedirs(evidence, exist_ok=True)

    def start(self, name, *command):
        with open(f'{self.evidence}/{name}.log', 'a', encoding='utf-8') as log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def keep_evidence(self, name):
        subprocess.run(['import', '-silent', '-window', 'root', f'{self.evidence}/{name}.png'],
                       check=False)
        # What the bus started writes into the log of the bus.
        shutil.copy(f'{os.environ["SESSION"]}/bus.log', f'{self.evidence}/bus.log')
        return self.evidence

    def close(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def call_bus(method, *arguments):
    """The answer of the session bus, as text; nothing when it refuses."""
    return subprocess.run(
        ['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path',
         '/org/freedesktop/DBus', '--method', f'org.freedesktop.DBus.{method}', *arguments],
        capture_output=True, text=True, check=False).stdout


def get_owner(name):
    """Process id of the owner of a name on the session bus; 0 when nobody has it."""
    answer = call_bus('GetConnectionUnixProcessID', name)
    return int(answer.split()[1].rstrip(',)')) if answer else 0


def kill(pid):
    os.kill(pid, signal.SIGKILL)
