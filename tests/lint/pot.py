#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names exactly the files that have strings, and the template is current.

usage: pot.py XGETTEXT ARGUMENT…, the arguments of the "rubdown-pot" target
"""

import ast
import subprocess
import sys
import tempfile
from pathlib import Path

import lint

# The words of the settings' schema are for those who look into it, and stay as they are.
SUFFIXES = ['.c', '.h', '.ui', '.desktop.in', '.metainfo.xml.in']


def xgettext(command, paths, root=lint.ROOT):
    """The text of the template xgettext makes of the paths below root, or ''."""
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder, 'POTFILES')
        listing.write_text(''.join(f'{path}\n' for path in paths))
        target = Path(folder, 'out.pot')
        subprocess.run([command[0], '--package-name=rubdown', '-f', listing, '-D', root, '-k_',
                        '-o', target, *command[1:]], check=True)
        return target.read_text(encoding='utf-8') if target.exists() else ''


def messages(pot):
    """{(context, id, plural): (files, comments)}; the header and wrapping do not matter."""
    found = {}
    for block in pot.split('\n\n'):
        words, files, comments, key = {}, set(), [], None
        for line in block.splitlines():
            if line.startswith('#:'):
                files |= {place.rsplit(':', 1)[0] if place.rsplit(':', 1)[-1].isdigit() else place
                          for place in line[2:].split()}
            elif line.startswith('#.'):
                comments.append(line[2:].strip())
            elif line.startswith('msg'):
                key, text = line.split(' ', 1)
                words[key] = ast.literal_eval(text)
            elif line.startswith('"'):
                words[key] += ast.literal_eval(line)
        if words.get('msgid'):
            name = (words.get('msgctxt'), words['msgid'], words.get('msgid_plural'))
            found[name] = (frozenset(files), ' '.join(comments))
    return found


def listing_findings(listed, found):
    """listed: lines of POTFILES.in; found: {message: (files, …)} of all files."""
    wanted = {file for files, _ in found.values() for file in files}
    findings = [f'missing: {name}' for name in sorted(wanted - set(listed))]
    findings += [f'has no strings, or does not exist: {name}'
                 for name in sorted(set(listed) - wanted)]
    if listed != sorted(set(listed)):
        findings.append('not sorted, or a line twice')
    return findings


def template_findings(committed, fresh):
    findings = [f'not in the template: {name[1]!r}' for name in fresh if name not in committed]
    findings += [f'only in the template: {name[1]!r}' for name in committed if name not in fresh]
    findings += [f'other files or comments: {name[1]!r}' for name in fresh
                 if name in committed and committed[name] != fresh[name]]
    return findings + ['run "ninja -C _build rubdown-pot"'] * bool(findings)


def self_check(plan, command):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, 'a.c').write_text('f (C_ ("page", "One"));\n'
                                       '/* Translators: two. */\nf (_("Two"));\n')
        Path(folder, 'b.c').write_text('f ("none");\n')
        Path(folder, 'c.ui').write_text('<interface><object class="GtkLabel"><property name="label"'
                                        ' translatable="yes">Three</property></object></interface>')
        found = messages(xgettext(command, ['a.c', 'b.c', 'c.ui'], folder))
    plan.clean('strings are found', [] if set(found) == {
        ('page', 'One', None), (None, 'Two', None), (None, 'Three', None)} else [str(found)])
    plan.clean('a good list is let through', listing_findings(['a.c', 'c.ui'], found))
    plan.caught('a missing line', listing_findings(['a.c'], found))
    plan.caught('a line too many', listing_findings(['a.c', 'b.c', 'c.ui'], found))
    plan.caught('a list out of order', listing_findings(['c.ui', 'a.c'], found))
    plan.clean('a current template is let through', template_findings(found, dict(found)))
    old = dict(found)
    comment = old.pop(('page', 'One', None))
    plan.caught('a new string', template_findings(old, found))
    plan.caught('a removed string', template_findings(found, old))
    plan.caught('a changed comment',
                template_findings({**old, ('page', 'One', None): (comment[0], 'other')}, found))


def main():
    plan = lint.Plan()
    command = sys.argv[1:]
    self_check(plan, command)

    listed = [line for line in (lint.ROOT / 'po/POTFILES.in').read_text().splitlines()
              if line and not line.startswith('#')]
    every = messages(xgettext(command, lint.files('src', 'data', suffixes=SUFFIXES)))
    plan.clean(f'{len(listed)} files with strings are listed', listing_findings(listed, every))
    committed = messages((lint.ROOT / 'po/rubdown.pot').read_text(encoding='utf-8'))
    plan.clean(f'the template holds the {len(every)} strings',
               template_findings(committed, every))
    plan.done()


if __name__ == '__main__':
    main()
