#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The drawings of the body are sound: what can be said of them by measuring.

usage: body-geometry.py

Reads the files of data/body only. Each check is run over every drawing, where it must find
nothing, and over a drawing that was spoilt for it, where it must find something.
"""

import json
import re
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path as File

try:
    from shapely.geometry import Point, box
    from shapely.ops import polylabel, unary_union
except ImportError:
    print('1..0 # SKIP python3-shapely is not installed')
    sys.exit()

sys.path.insert(0, str(File(__file__).resolve().parents[1] / 'lint'))

import lint  # found by the line above
from drawing import Drawing, Malformed

BODY = lint.ROOT / 'data' / 'body'
BUILDS = ('standard', 'narrower')
VIEWS = ('front', 'back', 'soles')

# How large a hit area must be when the figure, 1040 units high, is 700 pixels high.
SMALLEST_HIT = 24 * 1040 / 700
# And how large what no other region takes of it: drawn regions go first, then smaller hit areas.
SMALLEST_OWN = 10 * 1040 / 700
LARGEST_FILE = 120_000
# The number in a region is about this high; what is too narrow for it has it in the middle.
DIGIT_DEPTH = 5.0
# Two lines that are drawn as one, in units and units squared; half a pixel at 700 is 0.74 units.
NEAR = 0.05
SPECK = 0.02


def closed(drawing):
    named = [('silhouette', drawing.silhouette), *drawing.regions.items(),
             *((f'hit-{name}', path) for name, path in drawing.hits.items())]
    return [f'{name} is not closed' for name, path in named
            for part in path.parts if not part.is_closed()]


def simple(drawing):
    named = [('silhouette', drawing.silhouette), *drawing.regions.items(),
             *((f'hit-{name}', path) for name, path in drawing.hits.items())]
    return [f'{name} crosses itself' for name, path in named
            for part in path.parts if not part.polygon.is_valid]


def subpaths_apart(drawing):
    return [f'{name} lies over itself' for name, path in drawing.regions.items()
            for one, other in combinations(path.parts, 2)
            if one.polygon.buffer(0).distance(other.polygon.buffer(0)) < NEAR]


def regions_apart(drawing):
    return [f'{one} and {other} overlap' for one, other in combinations(drawing.regions, 2)
            if drawing.regions[one].area.distance(drawing.regions[other].area) < NEAR]


def inside(drawing):
    return [f'{name} reaches out of the silhouette' for name, path in drawing.regions.items()
            if path.area.difference(drawing.silhouette.area).area > SPECK]


def twin_of(name):
    stem, _, side = name.rpartition('-')
    return f'{stem}-{"left" if side == "right" else "right"}'


def is_sided(name):
    return name.endswith(('-left', '-right'))


def is_mirror(one, other, width):
    return one.kinds == other.kinds and all(
        part.mirrored(width) == [(round(x, 2), y) for x, y in twin.points]
        for part, twin in zip(one.parts, other.parts))


def is_symmetric(path, width):
    points = [point for part in path.parts for point in part.points]
    mirrored = [point for part in path.parts for point in part.mirrored(width)]
    return {(round(x, 2), y) for x, y in points} == set(mirrored)


def mirrored(drawing):
    findings = [] if is_symmetric(drawing.silhouette, drawing.width) else ['silhouette is lopsided']
    for what, shapes in (('', drawing.regions), ('hit-', drawing.hits),
                         ('fibres-', drawing.fibres)):
        for name, path in shapes.items():
            twin = shapes.get(twin_of(name) if is_sided(name) else name)
            if twin is None:
                findings.append(f'{what}{name} has no twin')
            elif not (is_mirror(path, twin, drawing.width) if is_sided(name)
                      else is_symmetric(path, drawing.width)):
                findings.append(f'{what}{name} is not the mirror image of its twin')
    for name, label in drawing.labels.items():
        twin = drawing.labels.get(twin_of(name) if is_sided(name) else name, Point())
        if twin.is_empty or abs(twin.x + label.x - drawing.width) > 1e-6 or twin.y != label.y:
            findings.append(f'label-{name} is not the mirror image of its twin')
    return findings


def sides(drawing, view):
    """From the front, the person's left is on the right of the picture."""
    return [f'{name} is on the wrong side' for name, path in drawing.regions.items()
            if is_sided(name) and (path.area.centroid.x > drawing.width / 2) != (
                name.endswith('-left') == (view == 'front'))]


def ids(drawing, known):
    findings = [f'{name} is there {count} times' for name, count in Counter(drawing.ids).items()
                if count > 1]
    findings += [f'{name} is not in regions.json' for name in drawing.ids if name not in known]
    findings += [f'{name} has no label' for name in drawing.ids if name not in drawing.labels]
    for what, names in (('label', drawing.labels), ('hit', drawing.hits),
                        ('fibres', drawing.fibres)):
        findings += [f'{what}-{name} belongs to no region' for name in names
                     if name not in drawing.regions]
    return findings


def undrawn(drawings, known):
    drawn = {name for drawing in drawings for name in drawing.ids}
    return [f'{name} is in regions.json but in no drawing' for name in known if name not in drawn]


def labels(drawing):
    """A label stands deep enough in its region for a digit, or where the region is deepest."""
    findings = []
    for name, path in drawing.regions.items():
        point = drawing.labels[name]
        part = next((part.polygon for part in path.parts if part.polygon.contains(point)), None)
        if part is None:
            findings.append(f'label-{name} is outside its region')
            continue
        depth = part.exterior.distance(point)
        deepest = max(part.polygon.exterior.distance(polylabel(part.polygon, 0.2))
                      for part in path.parts)
        if depth < min(DIGIT_DEPTH, 0.85 * deepest):
            findings.append(f'label-{name} is {depth:.1f} deep, of {deepest:.1f}')
    return findings


def hit_sizes(drawing):
    findings = []
    for name in drawing.regions:
        left, top, right, bottom = drawing.hit_area(name).bounds
        if min(right - left, bottom - top) < SMALLEST_HIT:
            findings.append(f'the hit area of {name} is {right - left:.1f} by {bottom - top:.1f}'
                            f' units, must be {SMALLEST_HIT:.1f}')
    return findings


def own_areas(drawing):
    """By region, where a press gets it, nearness left aside."""
    drawn = unary_union([path.area for path in drawing.regions.values()])
    free = box(-drawing.width, -drawing.height, 2 * drawing.width, 2 * drawing.height) - drawn
    areas = {name: path.area for name, path in drawing.regions.items()}
    for name in sorted(drawing.hits, key=lambda name: drawing.hits[name].area.area):
        areas[name] = areas[name].union(drawing.hits[name].area & free)
        free -= drawing.hits[name].area
    return areas


def own_sizes(drawing):
    findings = []
    for name, area in own_areas(drawing).items():
        left, top, right, bottom = area.bounds
        if min(right - left, bottom - top) < SMALLEST_OWN:
            findings.append(f'{name} has {right - left:.1f} by {bottom - top:.1f} units to itself,'
                            f' must be {SMALLEST_OWN:.1f}')
    return findings


def hits_cover(drawing):
    return [f'hit-{name} does not cover its region' for name, hit in drawing.hits.items()
            if not hit.area.buffer(NEAR).contains(drawing.regions[name].area)]


def same(one, other):
    """Both builds have the same regions, in the same order, made of the same segments."""
    findings = [] if one.ids == other.ids else ['the regions differ']
    findings += [] if one.silhouette.kinds == other.silhouette.kinds else ['silhouette differs']
    findings += [f'{what} of {name} differs'
                 for what in ('regions', 'fibres') for name in one.ids
                 if kinds(one, what, name) != kinds(other, what, name)]
    findings += [f'only one build has hit-{name}' for name in one.hits.keys() ^ other.hits.keys()]
    return findings


def kinds(drawing, what, name):
    path = getattr(drawing, what).get(name)
    return path.kinds if path else None


def too_large(text):
    return [f'{len(text)} bytes'] if len(text) > LARGEST_FILE else []


def edit(text, name, change):
    """The drawing with the path data of an element changed."""
    spoilt, count = re.subn(rf'(id="{name}"[^>]* d=")([^"]+)', lambda match: match[1]
                            + change(match[2]), text, count=1)
    assert count == 1, name
    return spoilt


def shift(by):
    """Moves every point of path data to the right."""
    def change(data):
        numbers = iter(range(10**9))
        return re.sub(r'-?\d+(?:\.\d+)?', lambda match: match[0] if next(numbers) % 2
                      else f'{float(match[0]) + by:.2f}', data)
    return change


def crossed(data):
    """The first half of the points of a part in reverse: a bow tie."""
    points = re.findall(r'-?[\d.]+ -?[\d.]+', data.split('Z')[0])
    half = len(points) // 2
    return 'M' + 'L'.join(points[:half] + points[half:][::-1]) + 'Z'


def swap(text):
    other = {'left': 'right', 'right': 'left'}
    return re.sub(r'-(left|right)"', lambda match: f'-{other[match[1]]}"', text)


def drop(text, name):
    return re.sub(rf'<\w+ id="{name}"[^>]*/>', '', text)


def move_label(text, name, dx):
    return re.sub(rf'(id="label-{name}" cx=")([\d.]+)', lambda match: match[1]
                  + f'{float(match[2]) + dx:g}', text)


def reads(text):
    try:
        Drawing(text)
    except Malformed as error:
        return [str(error)]
    return []


def show_catches(plan, good, known):
    """Spoils the front of the standard build in one way for each check."""
    def caught(words, check, text):
        plan.caught(words, check(Drawing(text)))

    plan.caught('a relative command', reads(edit(good, 'head', str.lower)))
    plan.caught('a curve of five numbers',
                reads(edit(good, 'head', lambda data: re.sub(r'C\S+ ', 'C', data, count=1))))
    plan.caught('three decimals', reads(edit(good, 'head', lambda data: 'M1.234 5Z' + data)))
    plan.caught('a file that is too large', too_large(good + ' ' * LARGEST_FILE))
    caught('an open path', closed, edit(good, 'tfl-left', lambda data: data.rstrip('Z')))
    caught('a curve that ends elsewhere', closed,
           edit(good, 'tfl-left', lambda data: re.sub(r'[\d.]+Z$', '9Z', data)))
    caught('a path that crosses itself', simple, edit(good, 'tfl-left', crossed))
    caught('a part drawn twice', subpaths_apart,
           edit(good, 'ribs-left', lambda data: data + shift(3)(data.split('Z')[0] + 'Z')))
    caught('a region over its neighbour', regions_apart, edit(good, 'patella-left', shift(6)))
    caught('a region outside the silhouette', inside, edit(good, 'it-band-left', shift(6)))
    caught('a point that moved', mirrored, edit(good, 'tfl-left', lambda data: re.sub(
        r'^M([\d.]+)', lambda match: f'M{float(match[1]) + 0.01:.2f}', data)))
    caught('a lopsided head', mirrored, edit(good, 'head', shift(0.01)))
    caught('a lopsided silhouette', mirrored, edit(good, 'silhouette', shift(0.01)))
    caught('a lopsided hit area', mirrored, edit(good, 'hit-patella-left', shift(0.01)))
    caught('a lopsided label', mirrored, move_label(good, 'tfl-left', 0.1))
    caught('a missing twin', mirrored, drop(good, 'tfl-left'))
    plan.caught('swapped sides', sides(Drawing(swap(good)), 'front'))
    plan.caught('the front as the back', sides(Drawing(good), 'back'))
    for words, text in (
            ('an id twice', good.replace('id="tfl-left"', 'id="tfl-right"', 1)),
            ('an unknown id', good.replace('"tfl-left"', '"tail-left"')),
            ('a missing label', drop(good, 'label-tfl-left')),
            ('a stray label', drop(good, 'tfl-left'))):
        plan.caught(words, ids(Drawing(text), known))
    plan.caught('a region that is not drawn', undrawn([Drawing(drop(good, 'tfl-left'))], known))
    caught('a label outside its region', labels, move_label(good, 'patella-left', 30))
    caught('a label at the edge', labels, move_label(good, 'patella-left', 10))
    caught('a small hit area', hit_sizes, drop(good, 'hit-patella-left'))
    caught('a region with little to itself', own_sizes, edit(
        drop(good, 'hit-throat'), 'throat', lambda data: 'M255 160L265 160L260 170Z'))
    caught('a hit area beside its region', hits_cover, edit(good, 'hit-patella-left', shift(9)))
    plan.caught('another number of segments', same(Drawing(good), Drawing(
        edit(good, 'tfl-left', lambda data: re.sub(r'C[^C]+C', 'C', data, count=1)))))
    plan.caught('another order', same(Drawing(good), Drawing(swap(good))))


def check_drawing(plan, place, text, known):
    drawing = Drawing(text)
    plan.found(f'{place}: {len(drawing.ids)} regions', drawing.ids)
    for check in (closed, simple, subpaths_apart, regions_apart, inside, mirrored, labels,
                  hit_sizes, own_sizes, hits_cover):
        plan.clean(f'{place}: {check.__name__.replace("_", " ")}', check(drawing))
    plan.clean(f'{place}: sides', sides(drawing, place.partition('/')[2]))
    plan.clean(f'{place}: ids', ids(drawing, known))
    plan.clean(f'{place}: size', too_large(text))
    return drawing


def main():
    plan = lint.Plan()
    known = [row['id'] for row in json.loads((BODY / 'regions.json').read_text())['regions']]
    texts = {(build, view): (BODY / build / f'{view}.svg').read_text()
             for build in BUILDS for view in VIEWS}
    show_catches(plan, texts['standard', 'front'], known)
    drawings = {key: check_drawing(plan, '/'.join(key), text, known)
                for key, text in texts.items()}
    plan.clean('regions.json: each id once',
               [name for name, count in Counter(known).items() if count > 1])
    for build in BUILDS:
        plan.clean(f'{build}: every region is drawn',
                   undrawn([drawings[build, view] for view in VIEWS], known))
    for view in VIEWS:
        plan.clean(f'{view}: both builds have the same segments',
                   same(*(drawings[build, view] for build in BUILDS)))
    plan.done()


if __name__ == '__main__':
    main()
