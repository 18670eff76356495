#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence headers, version checks in their one place, CSS that the oldest GTK reads."""

import re
from pathlib import Path

import lint

LICENCES = ('GPL-3.0-or-later', 'CC0-1.0')
C_HEADER = ('/* SPDX-FileCopyrightText: The Rubdown contributors\n'
            ' * SPDX-License-Identifier: GPL-3.0-or-later */\n')
HEADER_LINES = 6

VERSION_CHECK = re.compile(r'\b(GTK|GDK|ADW)_(CHECK_VERSION|(MAJOR|MINOR|MICRO)_VERSION)\b|'
                           r'\b(gtk|adw)_(get_(major|minor|micro)|check)_version\b')
# A custom property is defined at the start of a declaration: "--name:".
CSS_TOO_NEW = re.compile(r'var\s*\(|@media\b|(^|[{;])\s*--[\w-]+\s*:', re.MULTILINE)
LEFT_FOR_LATER = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b')


def without_header(texts):
    findings = []
    for path, text in texts.items():
        if path.suffix in ('.c', '.h'):
            if not text.startswith(C_HEADER):
                findings.append(f'{path}: does not start with the two SPDX lines')
            continue
        top = '\n'.join(text.splitlines()[:HEADER_LINES])
        licence = re.search(r'SPDX-License-Identifier: ([\w.-]+)', top)
        if 'SPDX-FileCopyrightText: ' not in top or not licence:
            findings.append(f'{path}: no SPDX lines in the first {HEADER_LINES}')
        elif licence[1] not in LICENCES:
            findings.append(f'{path}: licence {licence[1]}')
    return findings


def version_checks(texts):
    compat = Path('src/ui/compat')
    return [f'{path}: {match[0]} outside {compat}'
            for path, text in texts.items() if compat not in path.parents
            for match in VERSION_CHECK.finditer(text)]


def new_css(texts):
    return [f'{path}: GTK 4.8 does not know "{match[0].strip()}"'
            for path, text in texts.items() for match in CSS_TOO_NEW.finditer(text)]


def left_for_later(texts):
    return [f'{path}: {match[0]}'
            for path, text in texts.items() for match in LEFT_FOR_LATER.finditer(text)]


def without_guard(texts):
    return [f'{path}: no #pragma once' for path, text in texts.items()
            if path.suffix == '.h' and '#pragma once\n' not in text]


def main():
    plan = lint.Plan()
    header, page, css = Path('src/model/a.h'), Path('src/ui/page/a.c'), Path('src/ui/style.css')

    plan.caught('a C file without a licence', without_header({header: '#pragma once\n'}))
    plan.caught('a template without a licence', without_header({Path('a.ui'): '<interface/>\n'}))
    plan.caught('another licence',
                without_header({css: '/* SPDX-FileCopyrightText: A\n'
                                     ' * SPDX-License-Identifier: ' + 'MIT */\n'}))
    plan.caught('a version check in a page', version_checks({page: '#if GTK_CHECK_VERSION (4,1'}))
    plan.caught('a version check at run time', version_checks({page: 'adw_get_minor_version ()'}))
    plan.clean('compat may check versions',
               version_checks({Path('src/ui/compat/a.c'): '#if ADW_CHECK_VERSION (1, 4, 0)'}))
    for sample in ('a { color: var(--x); }', '@media (x) {}', 'a {\n  --x: red; }'):
        plan.caught(f'"{sample.split()[-2]}" in CSS', new_css({css: sample}))
    plan.clean('plain CSS is let through', new_css({css: 'a.b--c:hover { color: @x; }'}))
    plan.caught('work left for later', left_for_later({page: '/* TO' 'DO: more */'}))
    plan.caught('a header without a guard', without_guard({header: 'int a;\n'}))

    code = lint.texts('src', 'tests', suffixes=['.c', '.h'])
    marked = lint.texts('src', 'tests', 'data', 'build-aux',
                        suffixes=['.c', '.h', '.ui', '.css', '.py', '.sh', '.xml', '.xml.in'])
    plan.clean(f'{len(marked)} files have their SPDX lines', without_header(marked))
    plan.clean('versions are checked in src/ui/compat alone', version_checks(code))
    plan.clean('CSS is as old as GTK 4.8', new_css(lint.texts('src', 'data', suffixes=['.css'])))
    plan.clean('nothing is left for later', left_for_later(code))
    plan.clean('headers have their guard', without_guard(code))
    plan.done()


if __name__ == '__main__':
    main()
