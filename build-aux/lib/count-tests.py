#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the tests in logs that `meson test` wrote, shows the failures, ends with the count.

A TAP program counts as its test points, innermost only; any other program as one. A program that
fails although each of its points passed (a crash, a leak, a time-out) is one failure more.
Skipped tests count as neither.
"""

import argparse
import json
import re
import sys

POINT = re.compile(r'^( *)(not )?ok\b *\d* *-? *([^#]*)(#.*)?$')
GOOD = {'OK', 'EXPECTEDFAIL'}
TELLING = re.compile(r'ERROR:|runtime error:|^ *not ok|Bail out!|Traceback|CRITICAL|WARNING')
EXCERPT_LINES = 40


def read_points(output):
    """Yields (name, outcome) of each innermost test point; outcome is ok, not ok or skip."""
    has_children = set()
    for line in output.splitlines():
        match = POINT.match(line)
        if not match:
            continue
        depth = len(match[1]) // 4
        if depth in has_children:
            has_children.discard(depth)
            continue
        if depth > 0:
            has_children.add(depth - 1)
        directive = (match[4] or '').upper()
        if directive.startswith(('# SKIP', '# TODO')):
            yield match[3].strip(), 'skip'
        else:
            yield match[3].strip(), 'not ok' if match[2] else 'ok'


def judge(test):
    """Returns (passed, failed names, skipped) of one test program."""
    result = test['result']
    points = list(read_points(test.get('stdout') or ''))
    failed = [name for name, outcome in points if outcome == 'not ok']
    passed = sum(outcome == 'ok' for _, outcome in points)
    skipped = sum(outcome == 'skip' for _, outcome in points)
    if result == 'SKIP':
        return passed, failed, max(skipped, 1)
    if result not in GOOD and not failed:
        failed = [f'the program ({result.lower()})']
    if not points and not failed:
        passed = 1
    return passed, failed, skipped


def show(title, test, failed):
    print(f'\nFAILED {title}: {test["name"]}')
    for name in failed:
        print(f'  not ok: {name}')
    lines = (test.get('stdout') or '').splitlines() + (test.get('stderr') or '').splitlines()
    telling = [i for i, line in enumerate(lines) if TELLING.search(line)]
    start = max(telling[0] - 5, 0) if telling else max(len(lines) - EXCERPT_LINES, 0)
    for line in lines[start:start + EXCERPT_LINES]:
        print(f'  | {line}')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--broken', type=int, default=0, help='steps that failed before a test ran')
    parser.add_argument('logs', nargs='*', metavar='TITLE=LOG')
    options = parser.parse_args()
    all_passed, all_failed = 0, options.broken

    for log in options.logs:
        title, path = log.split('=', 1)
        passed = skipped = programs = 0
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                test = json.loads(line)
                test_passed, failed, test_skipped = judge(test)
                programs += 1
                passed += test_passed
                skipped += test_skipped
                all_failed += len(failed)
                if failed:
                    show(title, test, failed)
        all_passed += passed
        print(f'{title}: {programs} programs, {passed} passed, {skipped} skipped')

    print(f'{all_passed} passed, {all_failed} failed', flush=True)
    return 1 if all_failed else 0


sys.exit(main())
