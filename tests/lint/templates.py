#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each .ui file is bundled; each template is loaded by the C file beside it."""

import re
from pathlib import Path

import lint

LOADED = re.compile(r'gtk_widget_class_set_template_from_resource\s*\([^;]*?'
                    r'"(?:[^"]*/)?([\w.-]+\.ui)"', re.DOTALL)
TEMPLATE = re.compile(r'<template\s+class="(\w+)"')
BUNDLED = re.compile(r'<file\b([^>]*)>([^<]+)</file>')


def findings_in(templates, sources, manifests, root=lint.ROOT):
    """templates, sources, manifests: {path: text}"""
    findings, bundled = [], []
    for path, text in manifests.items():
        for options, name in BUNDLED.findall(text):
            target = path.parent / name.strip()
            bundled.append(target)
            # What the build makes is not there yet, and is missed by the build itself.
            is_made = target.suffix == '.packed'
            if target not in templates and not is_made and not (root / target).exists():
                findings.append(f'{path}: {name} does not exist')
            if target.suffix == '.ui' and 'xml-stripblanks' not in options:
                findings.append(f'{path}: {name} without preprocess="xml-stripblanks"')
    for path, text in templates.items():
        if path not in bundled:
            findings.append(f'{path}: in no .gresource.xml beside it or above')
        beside = path.with_suffix('.c')
        if TEMPLATE.search(text) and path.name not in LOADED.findall(sources.get(beside, '')):
            findings.append(f'{path}: {beside.name} does not load it as its template')
    names = {path.name for path in templates}
    findings += [f'{path}: loads {name}, which does not exist'
                 for path, text in sources.items() for name in LOADED.findall(text)
                 if name not in names]
    return findings


def main():
    plan = lint.Plan()
    ui, c, manifest = Path('src/ui/a.ui'), Path('src/ui/a.c'), Path('src/ui/a.gresource.xml')
    template = {ui: '<template class="RubA" parent="GtkWidget">'}
    source = {c: 'gtk_widget_class_set_template_from_resource (klass,\n  "/io/a.ui");'}
    bundle = {manifest: '<file preprocess="xml-stripblanks">a.ui</file>'}

    plan.clean('a good sample is let through', findings_in(template, source, bundle))
    plan.caught('a template that is not bundled', findings_in(template, source, {}))
    plan.caught('a template that is not loaded', findings_in(template, {c: ''}, bundle))
    plan.caught('a template that does not exist', findings_in({}, source, {}))
    plan.caught('a bundled file that does not exist', findings_in({}, {}, bundle))
    plan.clean('a file that the build makes is let through',
               findings_in({}, {}, {manifest: '<file>a.packed</file>'}))
    plan.caught('a template with its blanks',
                findings_in(template, source, {manifest: '<file>a.ui</file>'}))

    templates = lint.texts('src/ui', suffixes=['.ui'])
    manifests = lint.texts('src', 'data', suffixes=['.gresource.xml'])
    plan.clean(f'{len(templates)} templates are bundled and loaded',
               findings_in(templates, lint.texts('src', suffixes=['.c']), manifests))
    plan.done()


if __name__ == '__main__':
    main()
