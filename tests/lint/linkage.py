#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The background program stays small: it is linked neither to GTK nor to what loads from the web,
not even through a library.

usage: linkage.py LDD PROGRAM
"""

import re
import subprocess
import sys

import lint

HEAVY = re.compile(r'\blib(gtk|gdk|gsk|adwaita|pango|cairo|gdk_pixbuf|graphene|X11|wayland-client|'
                   r'soup|nghttp2)'
                   r'[\w.-]*')


def heavy_libraries(listing):
    return sorted({match[0] for match in HEAVY.finditer(listing)})


def main():
    plan = lint.Plan()
    ldd, program = sys.argv[1:]
    plan.caught('GTK', heavy_libraries('\tlibgtk-4.so.1 => /usr/lib/libgtk-4.so.1 (0x0)\n'))
    plan.caught('libadwaita', heavy_libraries('\tlibadwaita-1.so.0 => not found\n'))
    plan.caught('libsoup', heavy_libraries('\tlibsoup-3.0.so.0 => /lib/libsoup-3.0.so.0 (0x0)\n'))
    plan.clean('GIO is let through', heavy_libraries('\tlibgio-2.0.so.0 => /lib/libgio-2.0.so.0\n'))

    answer = subprocess.run([ldd, program], capture_output=True, text=True, check=True,
                            env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'})
    plan.found('the program is linked to GIO', re.findall(r'libgio-2\.0', answer.stdout))
    plan.clean('the background program is light', heavy_libraries(answer.stdout))
    plan.done()


if __name__ == '__main__':
    main()
