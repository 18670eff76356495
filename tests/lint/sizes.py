#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files, functions and lines stay small enough to hold one idea each."""

import re

import lint

MOST_LINES = {'.c': 700, '.h': 150, '.ui': 250}
WARN_LINES = {'.c': 350, '.h': 100}
MOST_FUNCTION_LINES = 50
MOST_MAIN_LINES = 60
MOST_COLUMNS = 100

# GtkBuilder keeps line breaks, so that the text of a label stands on one line.
TEXT = re.compile(r'translatable="yes"[^>]*>[^<]')
FUNCTION_NAME = re.compile(r'^(\w+) \(', re.MULTILINE)


def lines_of(text):
    return text.count('\n') + (not text.endswith('\n'))


def functions(text):
    """
    (name, lines) of each function, from its opening to its closing brace in column 0. The rows of
    a table of constants do not count: a table is not made shorter by splitting what walks it.
    """
    lines = text.splitlines()
    start = None
    table = None
    rows = 0
    for number, line in enumerate(lines):
        if line == '{':
            head = '\n'.join(lines[max(0, number - 12):number])
            names = FUNCTION_NAME.findall(head)
            start = (names[-1], number) if names and head.endswith(')') else None
            table, rows = None, 0
        elif line.startswith('  static const '):
            table = number
        elif line == '  };' and table:
            table, rows = None, rows + number - table
        elif line.startswith('}') and start:
            yield start[0], number - start[1] + 1 - rows
            start = None


def long_files(texts, limits):
    return [f'{path}: {lines_of(text)} lines, at most {limits[path.suffix]}'
            for path, text in texts.items()
            if lines_of(text) > limits.get(path.suffix, float('inf'))]


def long_functions(texts):
    return [f'{path}: {name}() has {lines} lines, at most {MOST_FUNCTION_LINES}'
            for path, text in texts.items() if path.suffix == '.c'
            for name, lines in functions(text)
            if lines > MOST_FUNCTION_LINES and not name.endswith('_class_init')]


def long_mains(texts):
    return [f'{path}: {lines_of(text)} lines, must be under {MOST_MAIN_LINES}'
            for path, text in texts.items()
            if path.name == 'main.c' and lines_of(text) >= MOST_MAIN_LINES]


def bad_lines(texts):
    findings = []
    for path, text in texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            if len(line) > MOST_COLUMNS and not (path.suffix == '.ui' and TEXT.search(line)):
                findings.append(f'{path}:{number}: {len(line)} columns, at most {MOST_COLUMNS}')
            if '\t' in line:
                findings.append(f'{path}:{number}: a tab')
            if line != line.rstrip():
                findings.append(f'{path}:{number}: white space at the end')
        if text and not text.endswith('\n'):
            findings.append(f'{path}: no newline at the end')
    return findings


def main():
    plan = lint.Plan()
    path = lint.Path('src/ui/main.c')
    body = '  a ();\n' * 60

    plan.caught('a long file', long_files({path: 'a\n' * 701}, MOST_LINES))
    function = f'static void\n%s (int a,\n  int b)\n{{\n{body}}}\n'
    plan.caught('a long function', long_functions({path: function % 'long_one'}))
    plan.clean('a long class_init is let through',
               long_functions({path: function % 'x_class_init'}))
    rows = '  static const Row rows[] = {\n' + '    { 1 },\n' * 60 + '  };\n'
    plan.clean('a long table is let through',
               long_functions({path: f'void\nf (void)\n{{\n{rows}}}\n'}))
    plan.clean('a long struct is no function',
               long_functions({path: f'f (void);\n\nstruct _X\n{{\n{body}}};\n'}))
    plan.caught('a long main.c', long_mains({path: 'a\n' * 60}))
    plan.caught('a wide line', bad_lines({path: 'a' * 101 + '\n'}))
    ui = lint.Path('src/ui/a.ui')
    plan.caught('a wide tag', bad_lines({ui: f'<signal name="{"a" * 90}"/>\n'}))
    plan.clean('a wide text is let through', bad_lines(
        {ui: f'<property name="label" translatable="yes">{"a" * 90}</property>\n'}))
    plan.caught('a tab', bad_lines({path: '\ta\n'}))
    plan.caught('white space at the end', bad_lines({path: 'a \n'}))
    plan.caught('a missing newline at the end', bad_lines({path: 'a'}))

    sources = lint.texts('src', 'tests', suffixes=['.c', '.h', '.ui'])
    others = lint.texts('src', 'tests', 'data', 'po', 'build-aux',
                        suffixes=['.py', '.sh', '.css', 'meson.build'])
    top = {lint.Path('meson.build'): (lint.ROOT / 'meson.build').read_text()}
    plan.clean(f'{len(sources)} files are short enough', long_files(sources, MOST_LINES))
    plan.clean('functions are short enough', long_functions(sources))
    plan.clean('main.c does nothing itself', long_mains(sources))
    plan.clean('lines are narrow and clean', bad_lines({**sources, **others, **top}))
    for finding in long_files(sources, WARN_LINES):
        plan.note(f'getting long: {finding}')
    plan.done()


if __name__ == '__main__':
    main()
