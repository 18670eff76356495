#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed is well formed, by the tools that distributors use.

usage: data.py BUILT_DATA_FOLDER
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import lint

BAD = {
    'bad.desktop': '[Desktop Entry]\nType=Application\nExec=rubdown\n',
    'bad.metainfo.xml': '<component type="desktop-application"><id>a</id></component>\n',
    'bad.gschema.xml': '<schemalist><schema id="a.b" path="/a/b/"><key name="k" type="i">'
                       '<default>no</default></key></schema></schemalist>\n',
    'bad.svg': '<svg><path></svg>\n',
}


def findings_of(tool, *arguments):
    """What the tool says, when it says no."""
    answer = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)
    if answer.returncode == 0:
        return []
    return (answer.stdout + answer.stderr).splitlines() or [f'{tool}: {answer.returncode}']


def desktop(paths):
    return findings_of('desktop-file-validate', *paths)


def metainfo(paths):
    return findings_of('appstreamcli', 'validate', '--no-net', *paths)


def schemas(paths):
    """glib-compile-schemas takes a folder: the one that the schemas are in."""
    return findings_of('glib-compile-schemas', '--strict', '--dry-run', paths[0].parent)


def well_formed(paths):
    return findings_of('xmllint', '--noout', '--nonet', *paths)


def main():
    plan = lint.Plan()
    built = Path(sys.argv[1])
    here = [lint.ROOT / path for path in lint.files(
        'src', 'data', suffixes=['.svg', '.ui', '.xml', '.xml.in'])]
    rows = (
        ('desktop-file-validate', desktop, 'bad.desktop', sorted(built.glob('*.desktop'))),
        ('appstreamcli', metainfo, 'bad.metainfo.xml', sorted(built.glob('*.metainfo.xml'))),
        ('glib-compile-schemas', schemas, 'bad.gschema.xml',
         sorted((lint.ROOT / 'data').glob('*.gschema.xml'))),
        ('xmllint', well_formed, 'bad.svg', here),
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, text in BAD.items():
            Path(folder, name).write_text(text)
        for tool, check, sample, paths in rows:
            if not shutil.which(tool):
                plan.skip(tool, 'not installed')
                continue
            plan.caught(f'{tool}: {sample}', check([Path(folder, sample)]))
            plan.found(f'{tool}: there are files', paths)
            plan.clean(f'{tool}: {len(paths)} files', check(paths))
    plan.done()


if __name__ == '__main__':
    main()
