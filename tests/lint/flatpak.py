#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest: the right program, a runtime in support, and no more rights than needed."""

import json

import lint

ID = 'io.github.rubdown.Rubdown'
OLDEST_RUNTIME = 50
# A window, its drawing, and X11 where there is no Wayland. Notifications, files and the wish to run
# in the background go through portals, which need no right. The network is for the articles that
# the runner asks for. Reading aloud needs the socket of the speech service, for which there is no
# portal; read-only is enough to connect, and keeps anybody from listening in its place. A right is
# added here with its reason.
RIGHTS = {'--share=ipc', '--share=network', '--socket=fallback-x11', '--socket=wayland',
          '--device=dri', '--filesystem=xdg-run/speech-dispatcher:ro'}


def findings_in(text):
    try:
        manifest = json.loads(text)
    except ValueError as error:
        return [str(error)]
    findings = []
    wanted = {'id': ID, 'runtime': 'org.gnome.Platform', 'sdk': 'org.gnome.Sdk',
              'command': 'rubdown'}
    findings += [f'{key} is {manifest.get(key)!r}, not {value!r}'
                 for key, value in wanted.items() if manifest.get(key) != value]
    version = str(manifest.get('runtime-version', ''))
    if not version.isdigit() or int(version) < OLDEST_RUNTIME:
        findings.append(f'runtime-version is {version!r}, at least {OLDEST_RUNTIME}')
    rights = set(manifest.get('finish-args', []))
    findings += [f'too much: {right}' for right in sorted(rights - RIGHTS)]
    findings += [f'missing: {right}' for right in sorted(RIGHTS - rights)]
    modules = manifest.get('modules', [])
    if not modules or modules[-1].get('name') != 'rubdown':
        findings.append('the last module is not rubdown')
    elif modules[-1].get('buildsystem') != 'meson':
        findings.append('rubdown is not built by meson')
    return findings


def main():
    plan = lint.Plan()
    text = (lint.ROOT / f'flatpak/{ID}.json').read_text(encoding='utf-8')
    good = json.loads(text)
    rights = good['finish-args']

    plan.caught('broken JSON', findings_in('{'))
    for words, change in (
        ('another id', {'id': 'org.example.App'}),
        ('an old runtime', {'runtime-version': '48'}),
        ('a right to files', {'finish-args': rights + ['--filesystem=home']}),
        ('a right to all devices', {'finish-args': rights + ['--device=all']}),
        ('a right to a bus name', {'finish-args': rights + ['--talk-name=org.freedesktop.*']}),
        ('a missing right', {'finish-args': rights[1:]}),
        ('a manifest without modules', {'modules': []}),
    ):
        plan.caught(words, findings_in(json.dumps({**good, **change})))
    plan.clean('the manifest is right', findings_in(text))
    plan.done()


if __name__ == '__main__':
    main()
