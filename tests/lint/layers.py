#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of src/ may include only what its row below names; so may its tests."""

import re
from pathlib import Path

import lint

# The one table of layers, in the order of dependency, which is also that of src/meson.build:
# layer: (layers it may use, libraries it may use beside GLib and GIO).
LAYERS = {
    'model': ((), ()),
    'planner': (('model',), ()),
    'insight': (('model',), ()),
    'net': ((), ('libsoup',)),
    'content': (('model', 'net'), ('json-glib', 'libxml2', 'md4c')),
    'speech': (('model',), ()),
    'runs': (('model', 'net'), ('json-glib', 'libxml2', 'libsecret')),
    'store': (('model',), ('json-glib', 'sqlite3')),
    'reminders': (('model', 'planner', 'store'), ()),
    'daemon': (('model', 'planner', 'store', 'reminders'), ()),
    'ui': (('model', 'planner', 'insight', 'net', 'content', 'speech', 'runs', 'store',
            'reminders'),
           ('gtk', 'json-glib')),
}

LIBRARIES = {
    'gtk': r'(gtk|gdk|gsk|graphene|pango|cairo)[/.\d-]|adwaita\.h|libadwaita',
    'json-glib': r'json-glib/',
    'libsecret': r'libsecret/',
    'libsoup': r'libsoup/',
    'libxml2': r'libxml/',
    'md4c': r'md4c',
    'sqlite3': r'sqlite3\.h',
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def layer_of(path):
    return Path(path).parts[1] if len(Path(path).parts) > 2 else None


def homes(sources):
    """{header name: layer} of the headers of src/."""
    return {path.name: layer_of(path) for path in sources
            if path.suffix == '.h' and layer_of(path)}


def wrong_includes(sources, home, are_tests=False):
    """A test may look at anything with any library, but GTK."""
    findings = []
    for path, text in sources.items():
        layer = layer_of(path)
        if layer is None:
            continue
        if layer not in LAYERS:
            findings.append(f'{path}: "{layer}" is not in the table of layers')
            continue
        layers, libraries = LAYERS[layer]
        for _, name in INCLUDE.findall(text):
            used = home.get(Path(name).name)
            if used not in (None, layer) and used not in layers:
                findings.append(f'{path}: {layer} may not use {used}: {name}')
            findings += [f'{path}: {layer} may not use {library}: {name}'
                         for library, pattern in LIBRARIES.items()
                         if library not in libraries and re.match(pattern, name)
                         and not (are_tests and library != 'gtk')]
    return findings


def wrong_order(build_file, folders):
    findings = []
    seen = re.findall(r"^[ \t]*subdir\('([\w-]+)'\)", build_file, re.MULTILINE)
    wanted = [layer for layer in LAYERS if layer in seen]
    if seen != wanted:
        findings.append(f'src/meson.build: the order is {seen}, the table says {wanted}')
    findings += [f'src/{name}: no subdir() line' for name in folders if name not in seen]
    return findings


def clashes(sources):
    findings, known = [], {}
    for path in sources:
        if path.name in known and path.suffix == '.h':
            findings.append(f'{path}: {known[path.name]} has the same name')
        known[path.name] = path
    return findings


def main():
    plan = lint.Plan()
    sources = lint.texts('src', suffixes=['.c', '.h'])
    tests = {path: text for path, text in lint.texts('tests', suffixes=['.c', '.h']).items()
             if layer_of(path) in LAYERS}
    home = homes(sources)
    folders = sorted({layer_of(path) for path in sources} - {None})

    def bad(path, line):
        return wrong_includes({Path(path): line}, {'rub-store.h': 'store'})

    plan.caught('a lower layer that uses a higher one',
                bad('src/model/a.c', '#include "rub-store.h"\n'))
    plan.caught('an include by a path', bad('src/planner/a.c', '#include "../store/rub-store.h"'))
    plan.caught('GTK outside ui', bad('src/store/a.h', '# include <gtk/gtk.h>'))
    plan.caught('libadwaita outside ui', bad('src/daemon/a.h', '#include <adwaita.h>'))
    plan.caught('SQLite in ui', bad('src/ui/page/a.c', '#include <sqlite3.h>'))
    plan.caught('GTK in a test of the store',
                wrong_includes({Path('tests/store/a.c'): '#include <gtk/gtk.h>'}, {}, True))
    plan.caught('an unknown layer', bad('src/misc/a.c', ''))
    plan.caught('a wrong order', wrong_order("subdir('store')\nsubdir('model')\n", []))
    plan.caught('an unknown subdir', wrong_order("subdir('model')\nsubdir('misc')\n", []))
    plan.caught('a forgotten folder', wrong_order("subdir('model')\n", ['planner']))
    plan.caught('two headers of one name', clashes([Path('src/ui/a/x.h'), Path('src/ui/b/x.h')]))

    plan.clean(f'{len(sources)} sources include only what their layer may use',
               wrong_includes(sources, home))
    plan.clean(f'{len(tests)} tests include only what their layer may use',
               wrong_includes(tests, home, are_tests=True))
    plan.clean('src/meson.build goes by the table',
               wrong_order((lint.ROOT / 'src/meson.build').read_text(), folders))
    plan.clean('header names are unique', clashes(sources))
    plan.done()


if __name__ == '__main__':
    main()
