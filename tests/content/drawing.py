#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A drawing of the body as its file has it, read for the geometry test alone: what the program
makes of the file is no part of it."""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cached_property

from shapely.geometry import Point, Polygon
from shapely.ops import unary_union

SVG = '{http://www.w3.org/2000/svg}'
PATH = re.compile(r'(?:M[^A-Za-z]*(?:[LC][^A-Za-z]*)*Z?)*')
COMMAND = re.compile(r'([MLCZ])([^MLCZ]*)')
NUMBERS = re.compile(r'(?:-?\d+(?:\.\d{1,2})?(?:[ ,]|$))*')
N_NUMBERS = {'M': 2, 'L': 2, 'C': 6, 'Z': 0}
N_SAMPLES = 20


class Malformed(Exception):
    """What a drawing is not made of."""


@dataclass
class Part:
    """One subpath: its commands, such as MCCZ, and the points that they name."""
    kinds: str
    points: list

    def is_closed(self):
        """Whether it says so, and its curves come back to where they began."""
        gap = max(abs(self.points[0][axis] - self.points[-1][axis]) for axis in (0, 1))
        return self.kinds.endswith('Z') and (gap < 0.005 or 'C' not in self.kinds)

    def line(self):
        """The points along it, curves as short straight pieces."""
        line, rest = [], list(self.points)
        for kind in self.kinds.rstrip('Z'):
            if kind == 'C':
                line += curve(line[-1], *rest[:3])
                del rest[:3]
            else:
                line.append(rest.pop(0))
        return line

    @cached_property
    def polygon(self):
        return Polygon(self.line())

    def mirrored(self, width):
        return [(round(width - x, 2), y) for x, y in self.points]


def curve(start, one, two, end):
    line = []
    for step in range(1, N_SAMPLES + 1):
        t = step / N_SAMPLES
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3)
        line.append(tuple(sum(weight * point[axis] for weight, point in
                              zip(weights, (start, one, two, end))) for axis in (0, 1)))
    return line


class Path:
    """A path of absolute moves, lines, curves and closings, with 2 decimals at most."""

    def __init__(self, text):
        if not text or not PATH.fullmatch(text):
            raise Malformed('other commands than M, L, C and Z')
        self.parts = []
        for kind, tail in COMMAND.findall(text):
            numbers = [float(number) for number in re.findall(r'[-.\d]+', tail)]
            if not NUMBERS.fullmatch(tail.strip()) or len(numbers) != N_NUMBERS[kind]:
                raise Malformed(f'{kind}{tail}')
            if kind == 'M':
                self.parts.append(Part('', []))
            self.parts[-1].kinds += kind
            self.parts[-1].points += zip(numbers[::2], numbers[1::2])
        self.kinds = ' '.join(part.kinds for part in self.parts)

    @cached_property
    def area(self):
        """All that is inside; a part that crosses itself counts as what can be made of it."""
        return unary_union([part.polygon.buffer(0) for part in self.parts])


class Drawing:
    """One file: the silhouette, and by region its shape, hit area, fibres and label point."""

    def __init__(self, text):
        root = ET.fromstring(text)
        self.width, self.height = (float(number) for number in root.get('viewBox').split()[2:])
        self.ids = [path.get('id') for path in layer(root, 'regions')]
        self.regions = paths(root, 'regions')
        self.hits = paths(root, 'hits', 'hit-')
        self.fibres = paths(root, 'fibres', 'fibres-')
        self.labels = {circle.get('id').removeprefix('label-'):
                       Point(float(circle.get('cx')), float(circle.get('cy')))
                       for circle in layer(root, 'labels')}
        self.silhouette = Path(root.find(f".//{SVG}path[@id='silhouette']").get('d'))

    def hit_area(self, name):
        """Where a press means the region: what is drawn, and the hit shape if it has one."""
        return unary_union([path.area for path in (self.regions[name], self.hits.get(name))
                            if path])


def layer(root, name):
    return list(root.find(f"{SVG}g[@id='{name}']"))


def paths(root, name, prefix=''):
    found = {}
    for path in layer(root, name):
        try:
            found[path.get('id').removeprefix(prefix)] = Path(path.get('d'))
        except Malformed as error:
            raise Malformed(f'{path.get("id")}: {error}') from None
    return found
