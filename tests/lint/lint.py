#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: the files of the project, and TAP.

A check is a function that takes texts or paths and returns its findings, a list of strings. Each
is run twice: over the project, where it must find nothing, and over a bad sample, where it must
find something, so that no check can pass by looking at nothing.
"""

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files(*folders, suffixes):
    """The paths, relative to the project, of files below the folders, in a stable order."""
    found = []
    for folder in folders:
        for here, below, names in os.walk(ROOT / folder):
            below[:] = [name for name in below if not name.startswith(('.', '_build', '__'))]
            found += [Path(here, name) for name in names if name.endswith(tuple(suffixes))]
    return sorted(path.relative_to(ROOT) for path in found)


def texts(*folders, suffixes):
    """The same files with their texts: {path: text}."""
    return {path: (ROOT / path).read_text(encoding='utf-8')
            for path in files(*folders, suffixes=suffixes)}


def without_line(finding):
    """A finding without its line number, which moves with every edit above it."""
    return re.sub(r'^(\S+?):\d+:', r'\1:', finding)


def known():
    """The findings of known.txt, which are to be mended: shown, but no failure."""
    lines = Path(__file__).with_name('known.txt').read_text(encoding='utf-8').splitlines()
    return {line for line in lines if line and not line.startswith('#')}


class Plan:
    """Rows of a TAP report."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def _row(self, passed, words, findings=()):
        self.count += 1
        self.failed += not passed
        print(f'{"ok" if passed else "not ok"} {self.count} - {words}')
        for finding in findings:
            print(f'# {finding}', file=sys.stdout if passed else sys.stderr)

    def clean(self, words, findings):
        """The project must have no findings, but known ones."""
        fresh = [finding for finding in findings if without_line(finding) not in known()]
        self._row(not fresh, words, fresh)
        for finding in findings:
            if finding not in fresh:
                self.note(f'known: {finding}')

    def caught(self, words, findings):
        """The bad sample must have findings."""
        self._row(bool(findings), f'{words} is caught')

    def found(self, words, things):
        """There must be something to look at."""
        self._row(bool(things), words)

    def skip(self, words, reason):
        self.count += 1
        print(f'ok {self.count} - {words} # SKIP {reason}')

    def note(self, text):
        print(f'# {text}')

    def done(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)
