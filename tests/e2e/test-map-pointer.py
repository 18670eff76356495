#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The body map under a real pointer: every region of every view is clicked at its label point and
at places inside its drawn shape, and is what gets marked; so are the gaps, the surroundings, and
all that is done by dragging, scrolling and sweeping.

Where to click is worked out from the drawings' files and from where assistive technology says the
regions are, not from what the program finds under the pointer. Runs in a private session, with
the settings' schema in the environment. Arguments: the source and the build folder.
"""

import json
import random
import subprocess
import sys
import time
import traceback

from desktop import (GONE, Atspi, Desktop, GLib, Program, get_screen_size, press, raise_window,
                     wait_for, xdotool)
from drawing import Drawing
from shapely.geometry import Point

GROUP = (Atspi.Role.PANEL, Atspi.Role.GROUPING)
CHECKED = 'object:state-changed:checked'
VIEWS = {'front': 'Front', 'back': 'Back', 'soles': 'Soles'}
SEED = 20261
N_INSIDE = 3
N_GAPS = 20
N_OUTSIDE = 12
# Clicks are sent ahead of what becomes of them, this many.
N_AT_ONCE = 20
# As RUB_REGION_WIDGET_SLACK: how far from a region one may point and still mean it, in pixels.
SLACK = 8
# How sure of a place one can be, when pixels are whole and sizes were rounded.
SURE = 1
# Two clicks this close together, one after the other, are a double click.
APART = 14
# Nor are two clicks that are further apart in time than this, as gtk-double-click-time.
DOUBLE_CLICK_S = 0.4
# What one level is worth in a drag, as LEVEL_STEP.
LEVEL_STEP = 14
FIRST_LEVEL = 4
# As SCROLL_PAUSE_US.
SCROLL_PAUSE_S = 0.5
# What has not moved for so long will not.
REST_S = 1


class View:
    """One view of the body: its drawing, and where that is on the screen."""

    def __init__(self, window, drawing, group, names):
        self.drawing = drawing
        self.nodes = {}
        by_name = {names[name]: name for name in drawing.ids}
        for node in window.walk(group):
            if node.get_role() == Atspi.Role.CHECK_BOX:
                self.nodes[by_name[node.get_name()]] = node
        assert set(self.nodes) == set(drawing.ids), 'not every region is there to be found'
        self.scale, self.left, self.top = self.measure(window)

    def measure(self, window):
        """The scale and the origin that fit the middles of all regions best."""
        some = self.nodes[self.drawing.ids[0]]
        extents = some.get_extents(Atspi.CoordType.WINDOW)
        x, y = window.get_centre(some)
        offset = x - extents.x - extents.width // 2, y - extents.y - extents.height // 2
        pairs = []
        for name, node in self.nodes.items():
            extents = node.get_extents(Atspi.CoordType.WINDOW)
            bounds = self.drawing.hit_area(name).bounds
            pairs.append(((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2,
                          offset[0] + extents.x + extents.width / 2,
                          offset[1] + extents.y + extents.height / 2))
        means = [sum(pair[i] for pair in pairs) / len(pairs) for i in range(4)]
        along = sum((pair[i] - means[i]) * (pair[i + 2] - means[i + 2])
                    for pair in pairs for i in (0, 1))
        scale = along / sum((pair[i] - means[i]) ** 2 for pair in pairs for i in (0, 1))
        left, top = means[2] - scale * means[0], means[3] - scale * means[1]
        errors = [max(abs(left + scale * pair[0] - pair[2]), abs(top + scale * pair[1] - pair[3]))
                  for pair in pairs]
        assert max(errors) < 1.5, f'a region is {max(errors):.1f} pixels from where it is drawn'
        return scale, left, top

    def to_screen(self, point):
        return (round(self.left + self.scale * point.x), round(self.top + self.scale * point.y))

    def to_drawing(self, pixel):
        return Point((pixel[0] - self.left) / self.scale, (pixel[1] - self.top) / self.scale)

    def pixels_near(self, area):
        """A whole pixel somewhere in the box around an area."""
        left, top, right, bottom = area.bounds
        return self.to_screen(Point(random.uniform(left, right), random.uniform(top, bottom)))

    def inside(self, name):
        """A pixel well inside the shape; nearer to its line only where it is too thin for that."""
        area = self.drawing.regions[name].area
        for margin in (SURE, SURE / 2):
            core = area.buffer(-margin / self.scale)
            for _ in range(500):
                pixel = self.pixels_near(area)
                if core.contains(self.to_drawing(pixel)):
                    return pixel
        raise AssertionError(f'{name} is too small to be pointed at')

    def distances(self, pixel):
        """How far all regions are from a pixel, in pixels: as drawn, and as they may be hit."""
        point = self.to_drawing(pixel)
        drawn = {name: path.area.distance(point) * self.scale
                 for name, path in self.drawing.regions.items()}
        hits = {name: self.drawing.hit_area(name).distance(point) * self.scale
                for name in self.drawing.regions}
        return drawn, hits

    def gap(self):
        """A pixel between regions, out of all of them; and which ones it is between."""
        while True:
            pixel = self.pixels_near(self.drawing.silhouette.area)
            drawn, hits = self.distances(pixel)
            touching = {name for name in drawn
                        if min(drawn[name], hits[name]) < min(drawn.values()) + 2 * SURE}
            touching |= {name for name in hits if hits[name] < SURE}
            if len(touching) > 1 and SURE / 2 < min(drawn.values()) < SLACK - SURE:
                return pixel, touching

    def outside(self):
        """A pixel in the box around the figure from which every region is too far."""
        while True:
            pixel = self.pixels_near(self.drawing.silhouette.area)
            if min(self.distances(pixel)[1].values()) > SLACK + SURE:
                return pixel


class Pointer:
    def __init__(self, source, build):
        self.source = source
        self.build = build
        self.desktop = Desktop(f'{build}/tests/e2e/evidence')
        self.window = Program('rubdown')
        self.news = []
        self.checked = set()  # the things that are, one for each view
        self.marked = set()  # the names of them
        self.history = []  # of (name, whether it was marked then)
        self.drawings = {}
        self.views = {}
        with open(f'{source}/data/body/regions.json', encoding='utf-8') as file:
            self.names = {region['id']: region['name'] for region in json.load(file)['regions']}
        self.listener = Atspi.EventListener.new(self.on_checked)
        self.listener.register(CHECKED)

    def on_checked(self, event):
        # To ask for its name now would let in the next news before this one is heard.
        self.news.append((event.source, bool(event.detail1)))

    def hear(self):
        """Takes in what has become of the regions."""
        while GLib.MainContext.default().iteration(False):
            pass
        news, self.news = self.news, []
        for source, is_checked in news:
            (self.checked.add if is_checked else self.checked.discard)(source)
            name = self.get_name(source)
            is_marked = any(self.get_name(other) == name for other in self.checked)
            # What is in two views is told of twice, and what did not change may be told of too.
            if name in self.names.values() and is_marked != (name in self.marked):
                (self.marked.add if is_marked else self.marked.discard)(name)
                self.history.append((name, is_marked))

    @staticmethod
    def get_name(source):
        try:
            return source.get_name()
        except GONE:
            # A row of the list, which comes and goes.
            return None

    def wait_until(self, what, is_so, deadline_s=5):
        """Lets the news come in until is_so()."""
        end = time.monotonic() + deadline_s
        while not is_so():
            assert time.monotonic() < end, f'waited in vain for {what}; marked: {self.marked}'
            self.hear()
            time.sleep(0.005)

    def expect_none(self):
        self.wait_until('nothing to be marked', lambda: not self.marked)

    def undo(self):
        press('ctrl+z')

    def click(self, places):
        """Each click marks one of those that are allowed there, and undo takes it back."""
        self.history.clear()
        xdotool(*(word for pixel, *_ in places
                  for word in ('mousemove', *pixel, 'click', 1, 'key', '--delay', 0, 'ctrl+z')))
        try:
            self.wait_until('all clicks', lambda: len(self.history) >= 2 * len(places))
        except AssertionError:
            # One of them did nothing; which one, the rest of this finds.
            pass
        for number, (pixel, allowed, where) in enumerate(places):
            told = self.history[2 * number:2 * number + 2]
            names = [self.names[name] for name in allowed]
            assert told in [[(name, True), (name, False)] for name in names], \
                f'{where} {pixel} marks {told}, not any of {names}'
        assert len(self.history) == 2 * len(places), self.history[2 * len(places):]

    @staticmethod
    def is_apart(pixel, last):
        return max(abs(pixel[0] - last[0]), abs(pixel[1] - last[1])) > APART

    def click_all(self, places):
        """Clicks in an order in which no two clicks become a double click. Where only places near
        the last one are left, the next is clicked after a rest."""
        groups = [[]]
        while places:
            last = groups[-1][-1][0] if groups[-1] else (-APART, -APART)
            index = next((index for index, (pixel, *_) in enumerate(places)
                          if self.is_apart(pixel, last)), None)
            if index is None or len(groups[-1]) == N_AT_ONCE:
                groups.append([])
            groups[-1].append(places.pop(index or 0))
        for group in groups:
            time.sleep(DOUBLE_CLICK_S)
            self.click(group)

    def open_map(self):
        """The page opens, and every region is where the drawing has it."""
        process = self.desktop.start('map-pointer', f'{self.build}/src/ui/rubdown')
        self.window.activate('Body', (Atspi.Role.PAGE_TAB,))
        raise_window(process.pid)
        wait_for('a window as large as the screen', lambda: self.fill_screen(process.pid))
        for view in VIEWS:
            with open(f'{self.source}/data/body/standard/{view}.svg', encoding='utf-8') as file:
                self.drawings[view] = Drawing(file.read())
        self.views = wait_for('a map at rest', self.find_views)

    def fill_screen(self, pid):
        """Asks for it, so that it is known where on the screen the window is."""
        width, height = get_screen_size()
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(pid)],
                               check=False, capture_output=True, text=True).stdout.split()
        for window in found[:1]:
            xdotool('windowmove', window, 0, 0, 'windowsize', window, width, height)
        frame = next(node for node in self.window.walk()
                     if node.get_role() == Atspi.Role.FRAME)
        return frame.get_extents(Atspi.CoordType.WINDOW).width > 0.98 * width

    def find_views(self):
        first = self.measure_views()
        time.sleep(REST_S)
        again = self.measure_views()
        places = [[(view.scale, view.left, view.top) for view in views.values()]
                  for views in (first, again)]
        return again if places[0] == places[1] else None

    def measure_views(self):
        return {view: View(self.window, self.drawings[view],
                           self.window.wait_for(title, GROUP), self.names)
                for view, title in VIEWS.items()}

    def click_labels(self):
        """Where the number of a region stands is that region."""
        for title, view in self.views.items():
            self.click_all([(view.to_screen(point), {name}, f'the label of {name}, {title}')
                            for name, point in view.drawing.labels.items()])

    def click_inside(self):
        """So is anywhere else in its shape."""
        for title, view in self.views.items():
            for number in range(N_INSIDE):
                self.click_all([(view.inside(name), {name}, f'inside {number} of {name}, {title}')
                                for name in view.drawing.ids])

    def click_gaps(self):
        """Between regions it is one of those beside the gap."""
        for title, view in self.views.items():
            gaps = [view.gap() for _ in range(N_GAPS)]
            self.click_all([(pixel, touching, f'a gap in {title}') for pixel, touching in gaps])

    def click_outside(self):
        """Away from the figure it is none, as a click on one after all of them shows."""
        for view in self.views.values():
            for _ in range(N_OUTSIDE):
                xdotool('mousemove', *view.outside(), 'click', 1)
        view = self.views['back']
        self.click([(view.to_screen(view.drawing.labels['head']), {'head'}, 'the end')])
        assert not self.marked, self.marked

    def get_words(self, name):
        return self.views['back'].nodes[name].get_description()

    def wait_for_level(self, name, level):
        expected = f'Soreness {level} of 10'
        wait_for(f'{name} at {level}, not {self.get_words(name)}',
                 lambda: self.get_words(name).split(',')[0].split('.')[0] == expected, 5)

    def aim(self, name):
        view = self.views['back']
        xdotool('mousemove', *view.to_screen(view.drawing.labels[name]))

    def drag_by(self, dy):
        """In steps, as a hand does it."""
        xdotool('mousedown', 1)
        for _ in range(abs(dy) // 4):
            xdotool('mousemove_relative', '--', 0, 4 if dy > 0 else -4)
        xdotool('mouseup', 1)

    def drag_levels(self):
        """Upwards is more, downwards less, and each drag is one step to undo."""
        name = 'gastroc-medial-left'
        self.aim(name)
        self.drag_by(-3 * LEVEL_STEP)
        self.wait_for_level(name, FIRST_LEVEL + 3)
        self.aim(name)
        self.drag_by(2 * LEVEL_STEP)
        self.wait_for_level(name, FIRST_LEVEL + 1)
        self.undo()
        self.wait_for_level(name, FIRST_LEVEL + 3)
        self.undo()
        self.expect_none()
        press('ctrl+shift+z')
        self.wait_for_level(name, FIRST_LEVEL + 3)
        self.undo()
        self.expect_none()

    def scroll_levels(self):
        """A turn of the wheel is a level, and turns that follow each other are one step."""
        name = 'hamstring-lateral-right'
        self.aim(name)
        xdotool('click', 1)
        # What was set last, though it was undone.
        level = FIRST_LEVEL + 1
        self.wait_for_level(name, level)
        xdotool('click', '--repeat', 2, '--delay', 20, 4)
        self.wait_for_level(name, level + 2)
        time.sleep(2 * SCROLL_PAUSE_S)
        xdotool('click', '--repeat', 4, '--delay', 20, 5)
        self.wait_for_level(name, level - 2)
        for earlier in (level + 2, level):
            self.undo()
            self.wait_for_level(name, earlier)
        self.undo()
        self.expect_none()

    def ask(self):
        """A secondary click asks, keys answer there as they do on the map, and so does undo."""
        name = 'gastroc-medial-left'
        self.aim(name)
        xdotool('click', 3)
        self.window.wait_for('Also on Right')
        assert not self.marked, self.marked
        press('6')
        self.wait_for_level(name, 6)
        press('1')
        press('0')
        self.wait_for_level(name, 10)
        self.undo()
        self.wait_for_level(name, 6)
        press('Escape')
        wait_for('the question to be gone', lambda: not self.window.find('Also on Right'))
        press('minus')
        self.wait_for_level(name, 5)
        self.undo()
        self.undo()
        self.expect_none()

    def sweep(self):
        """While painting, all that the pointer goes across is marked, and undone as one."""
        names = ('gastroc-medial-left', 'gastroc-lateral-left')
        view = self.views['back']
        start, end = (view.to_screen(view.drawing.labels[name]) for name in names)
        paint = self.window.wait_for('Paint')
        self.window.activate('Paint')
        wait_for('the tool to be held',
                 lambda: paint.get_state_set().contains(Atspi.StateType.PRESSED))
        xdotool('mousemove', *start, 'mousedown', 1)
        xdotool('mousemove', *end, 'mouseup', 1)
        self.wait_until('both calves', lambda: len(self.marked) > 1)
        assert self.marked >= {self.names[name] for name in names}, self.marked
        self.undo()
        self.expect_none()


def main():
    random.seed(SEED)
    pointer = Pointer(*sys.argv[1:3])
    steps = [pointer.open_map, pointer.click_labels, pointer.click_inside, pointer.click_gaps,
             pointer.click_outside, pointer.drag_levels, pointer.scroll_levels, pointer.ask,
             pointer.sweep]
    n_done = 0

    print(f'1..{len(steps)}', flush=True)
    for step in steps:
        began = time.monotonic()
        try:
            step()
        except Exception:  # pylint: disable=broad-except
            print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))
            print(f'# screen and logs: {pointer.desktop.keep_evidence(step.__name__)}')
            break
        n_done += 1
        print(f'# {time.monotonic() - began:.1f} s')
        print(f'ok {n_done} {step.__name__}', flush=True)
    for number, step in enumerate(steps[n_done:], n_done + 1):
        print(f'not ok {number} {step.__name__}', flush=True)
    pointer.desktop.close()

    return 0 if n_done == len(steps) else 1


sys.exit(main())
