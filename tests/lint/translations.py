#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language of po/LINGUAS can be used, and those kept complete have every message.

usage: translations.py MSGFMT MSGCMP
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import lint

# Whoever changes a string changes it here too; any other language may lag behind.
COMPLETE = ['de']

TEMPLATE = '''msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "_Save"
msgstr ""

#, c-format
msgid "%d run"
msgid_plural "%d runs"
msgstr[0] ""
msgstr[1] ""
'''
HEADER = '''msgid ""
msgstr "Project-Id-Version: rubdown\\nReport-Msgid-Bugs-To: \\n"
"PO-Revision-Date: 2026-11-28 08:00+0000\\nLast-Translator: x\\nLanguage-Team: x\\n"
"Language: de\\nMIME-Version: 1.0\\nContent-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

'''
SAVE = 'msgid "_Save"\nmsgstr "_Speichern"\n\n'
RUNS = '''#, c-format
msgid "%d run"
msgid_plural "%d runs"
msgstr[0] "%d Lauf"
msgstr[1] "%d Läufe"
'''


def complaints(*command):
    """What a tool of gettext says when it fails, or nothing."""
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    lines = done.stderr.strip().splitlines() or [f'{command[0]} failed']
    return lines if done.returncode != 0 else []


def damage_findings(msgfmt, path):
    return complaints(msgfmt, '--check', '--check-accelerators=_', '-o', os.devnull, path)


def gap_findings(msgcmp, path, template):
    """Messages of the template that are missing, not translated or fuzzy."""
    lines = path.read_text(encoding='utf-8').splitlines()
    # The tool looks at the first form of a plural only.
    return complaints(msgcmp, path, template) + [
        f'{path.name}:{number}: empty plural'
        for number, (line, after) in enumerate(zip(lines, lines[1:] + ['']), 1)
        if re.match(r'msgstr\[\d+\] ""$', line) and not after.startswith('"')]


def listing_findings(listed, there):
    """listed: the codes in LINGUAS; there: the codes that have a file."""
    findings = [f'in LINGUAS, but has no file: {code}' for code in listed if code not in there]
    findings += [f'has a file, but is not in LINGUAS: {code}'
                 for code in there if code not in listed]
    findings += [f'to be complete, but not in LINGUAS: {code}'
                 for code in COMPLETE if code not in listed]
    return findings + ['not sorted, or a line twice'] * (listed != sorted(set(listed)))


def check_samples(plan, msgfmt, msgcmp):
    with tempfile.TemporaryDirectory() as folder:
        sample, template = Path(folder, 'de.po'), Path(folder, 'sample.pot')
        template.write_text(TEMPLATE, encoding='utf-8')

        def gaps(text):
            sample.write_text(HEADER + text, encoding='utf-8')
            return gap_findings(msgcmp, sample, template)

        def damages(text):
            sample.write_text(HEADER + text, encoding='utf-8')
            return damage_findings(msgfmt, sample)

        plan.clean('a whole translation is let through', gaps(SAVE + RUNS) + damages(SAVE + RUNS))
        plan.caught('a missing message', gaps(SAVE))
        plan.caught('an empty message', gaps(SAVE.replace('_Speichern', '') + RUNS))
        plan.caught('a fuzzy message', gaps('#, fuzzy\n' + SAVE + RUNS))
        plan.caught('a missing plural', gaps(SAVE + RUNS.replace('%d Läufe', '')))
        plan.caught('another format', damages(SAVE + RUNS.replace('%d Läufe', '%s Läufe')))
        plan.caught('a lost key', damages(SAVE.replace('_Speichern', 'Speichern') + RUNS))
        plan.caught('a broken file', damages(SAVE + 'msgid "Run"\n'))


def check_listing(plan):
    plan.clean('a good list is let through', listing_findings(['de', 'fr'], ['fr', 'de']))
    plan.caught('a language without a file', listing_findings(['de', 'fr'], ['de']))
    plan.caught('a file without a language', listing_findings(['de'], ['de', 'fr']))
    plan.caught('a list out of order', listing_findings(['fr', 'de'], ['de', 'fr']))
    plan.caught('a list without a language to be complete', listing_findings([], []))


def main():
    plan = lint.Plan()
    msgfmt, msgcmp = sys.argv[1:]
    check_samples(plan, msgfmt, msgcmp)
    check_listing(plan)

    listed = [line for line in (lint.ROOT / 'po/LINGUAS').read_text(encoding='utf-8').splitlines()
              if line and not line.startswith('#')]
    there = sorted(path.stem for path in lint.files('po', suffixes=['.po']))
    plan.clean('the languages are listed', listing_findings(listed, there))
    for code in there:
        path = lint.ROOT / f'po/{code}.po'
        plan.clean(f'{path.name} is sound', damage_findings(msgfmt, path))
        if code in COMPLETE:
            plan.clean(f'{path.name} is complete',
                       gap_findings(msgcmp, path, lint.ROOT / 'po/rubdown.pot'))
    plan.done()


if __name__ == '__main__':
    main()
