#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole loop as a runner goes through it: a run comes in from a file, its reminder comes as a
notification while the window is closed, is put off, another is ticked off, a sore calf is marked
on the map, and all of it survives the sudden death of both programs.

Runs in a private session, with the settings' schema in the environment. Arguments: the build
folder.
"""

import datetime
import os
import re
import sqlite3
import sys
import time
import traceback

from desktop import (Atspi, Desktop, NotificationPopup, Program, call_bus, get_owner, kill, press,
                     raise_window, wait_for)

APP_ID = 'io.github.rubdown.Rubdown'
DAEMON_ID = APP_ID + '.Reminders'
NOTIFICATION_SERVER = '/usr/lib/notification-daemon/notification-daemon'
BUTTON = (Atspi.Role.PUSH_BUTTON,)
# Older GTK tells of a group as a panel.
GROUP = (Atspi.Role.PANEL, Atspi.Role.GROUPING)
# After shorter ones an 80-minute run is a long one; its massage is due two hours after its end.
RUN_MIN = 80
# Other than that, or it would be taken for the same run.
SECOND_RUN_MIN = 95
EARLIER_MIN = 30
EARLIER_DAYS = (3, 6, 9, 12, 15)
DELAY_MIN = 120
# Time to close the window before the reminder is due.
AHEAD_S = 12
SNOOZE_US = 3600 * 1000000


def install_services(build, folder):
    """The service files as installed, but for where the programs are."""
    programs = {APP_ID: f'{build}/src/ui/rubdown',
                DAEMON_ID: f'{build}/src/daemon/rubdown-reminders'}
    for name, program in programs.items():
        with open(f'{build}/data/{name}.service', encoding='utf-8') as file:
            service = file.read()
        service, n_replaced = re.subn(r'(?m)^Exec=\S*/', f'Exec={os.path.dirname(program)}/',
                                      service)
        assert n_replaced == 1, f'{name}.service starts nothing'
        assert os.path.basename(program) in service
        with open(f'{folder}/{name}.service', 'w', encoding='utf-8') as file:
            file.write(service)
    call_bus('ReloadConfig')


def write_settings():
    folder = os.environ['XDG_CONFIG_HOME'] + '/glib-2.0/settings'
    os.makedirs(folder, exist_ok=True)
    with open(folder + '/keyfile', 'w', encoding='utf-8') as file:
        file.write('[io/github/rubdown/Rubdown]\nmaximized=true\n')


def write_gpx(path, end, minutes):
    """A run of some minutes along a meridian, that ended at `end` (seconds)."""
    points = []
    for minute in range(minutes + 1):
        instant = datetime.datetime.fromtimestamp(end - (minutes - minute) * 60,
                                                  datetime.timezone.utc)
        points.append(f'<trkpt lat="{52.5 + minute * 0.0016:.5f}" lon="13.4"><ele>40</ele>'
                      f'<time>{instant:%Y-%m-%dT%H:%M:%SZ}</time></trkpt>')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('<?xml version="1.0"?><gpx version="1.1" creator="watch" '
                   'xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>'
                   + ''.join(points) + '</trkseg></trk></gpx>')


class Loop:
    def __init__(self, build):
        self.build = build
        self.desktop = Desktop(f'{build}/tests/e2e/evidence')
        self.window = Program('rubdown')
        self.popup = NotificationPopup('notification-daemon')
        self.runs = os.environ['SESSION']
        self.process = None
        self.due = 0
        self.first = self.second = ''

    def query(self, sql, *values):
        path = os.environ['XDG_DATA_HOME'] + '/rubdown/rubdown.db'
        database = sqlite3.connect(f'file:{path}?mode=ro', uri=True, timeout=10)
        try:
            return database.execute(sql, values).fetchall()
        finally:
            database.close()

    def get_reminder(self, reminder_id):
        rows = self.query('SELECT state, due_us FROM reminders WHERE id = ?', reminder_id)
        return rows[0] if rows else (None, 0)

    def open_window(self, *arguments):
        process = self.desktop.start('rubdown', f'{self.build}/src/ui/rubdown', *arguments)
        if self.process is None or self.process.poll() is not None:
            self.process = process
        self.window.wait_for('Today')

    def close_window(self):
        raise_window(self.process.pid)
        press('ctrl+w')
        wait_for('the end of the window', lambda: self.process.poll() is not None)
        assert self.process.returncode == 0

    def show_page(self, name):
        self.window.activate(name, (Atspi.Role.PAGE_TAB,))

    def start_desktop(self):
        """A notification server is up, the window opens, and with it the background program."""
        install_services(self.build, f'{os.environ["SESSION"]}/services')
        self.desktop.start('notification-daemon', NOTIFICATION_SERVER)
        wait_for('the notification server', lambda: get_owner('org.freedesktop.Notifications'))
        self.open_window()
        self.window.wait_for_text('Add your first run')
        wait_for('the background program', lambda: get_owner(DAEMON_ID))

    def import_runs(self, ends, minutes):
        """Opens files of runs, by when they ended, with Rubdown; returns the row of the last."""
        n_expected = self.query('SELECT count(*) FROM runs')[0][0] + len(ends)
        paths = [f'{self.runs}/{end}.gpx' for end in ends]
        for path, end in zip(paths, ends):
            write_gpx(path, end, minutes)
        self.open_window(*paths)
        wait_for('the runs in the store',
                 lambda: self.query('SELECT count(*) FROM runs') == [(n_expected,)])
        return self.query('SELECT max(id) FROM runs')[0][0]

    def import_long_run(self, minutes):
        """A run whose reminder is due in AHEAD_S; returns the reminder's id."""
        self.due = int(time.time()) + AHEAD_S
        return f'long/{self.import_runs([self.due - DELAY_MIN * 60], minutes)}'

    def see_runs(self):
        """GPX files become runs, and the window shows them and what will be due."""
        now = int(time.time())
        self.import_runs([now - day * 24 * 3600 for day in EARLIER_DAYS], EARLIER_MIN)
        self.first = self.import_long_run(RUN_MIN)
        [(elapsed_s, distance_m)] = self.query('SELECT elapsed_s, distance_m FROM runs '
                                               'ORDER BY start_us DESC LIMIT 1')
        assert elapsed_s == RUN_MIN * 60, elapsed_s
        assert 13500 < distance_m < 15000, distance_m
        self.window.wait_for_text('14.2 km')
        self.show_page('Plan')
        self.window.wait_for('10 min light massage', (Atspi.Role.LIST_ITEM,))
        self.close_window()

    def be_reminded(self):
        """The notification comes when it is due, with its buttons, though no window is open."""
        for label in ('Snooze', 'Done'):
            self.popup.wait_for(label, BUTTON)
        late_s = time.time() - self.due
        assert -0.5 < late_s < 10, f'{late_s:.1f} s late'
        assert self.get_reminder(self.first)[0] == 'shown'
        assert self.process.poll() is not None

    def put_off(self):
        """A click on Snooze moves the reminder by an hour and takes the notification away."""
        clicked_us = time.time_ns() // 1000
        self.popup.click(self.popup.wait_for('Snooze', BUTTON))
        wait_for('the snooze in the store', lambda: self.get_reminder(self.first)[0] == 'snoozed')
        moved_us = self.get_reminder(self.first)[1] - clicked_us
        assert abs(moved_us - SNOOZE_US) < 20 * 1000000, moved_us
        wait_for('an empty screen', lambda: self.popup.find('Snooze', BUTTON) is None)

    def tick_off(self):
        """Another run, another notification; a click on Done is a massage done."""
        self.open_window()
        self.second = self.import_long_run(SECOND_RUN_MIN)
        self.close_window()
        self.popup.click(self.popup.wait_for('Done', BUTTON))
        wait_for('the answer in the store', lambda: self.get_reminder(self.second)[0] == 'done')
        assert self.query('SELECT reminder_id FROM massages') == [(self.second,)]
        wait_for('an empty screen', lambda: self.popup.find('Done', BUTTON) is None)
        assert self.get_reminder(self.first)[0] == 'snoozed'

    def agree(self):
        """Today, Plan and the store say the same of what is to come."""
        # The massage answers the one that was put off, too: what comes next is the morning's check.
        self.open_window()
        self.show_page('Today')
        self.wait_for_in_list('Next Reminder', 'How do your legs feel?')
        self.show_page('Plan')
        self.wait_for_in_list('Done', '10 min light massage')

    def wait_for_in_list(self, name, text):
        group = self.window.wait_for(name, (Atspi.Role.LIST,))
        self.window.wait_for_text(text, group)

    def mark_calf(self):
        """A click on the left calf, where it is on the map, marks it; 6 is set and saved."""
        self.show_page('Body')
        back = self.window.wait_for('Back', GROUP)
        calf = self.window.wait_for('Left inner calf', (Atspi.Role.CHECK_BOX,), back)
        self.window.click(calf)
        wait_for('a calf that is sore',
                 lambda: calf.get_state_set().contains(Atspi.StateType.CHECKED))
        press('Return')
        self.window.wait_for_text('medial gastrocnemius')
        self.window.activate('Soreness 6 of 10')
        wait_for('a calf as sore as that',
                 lambda: calf.get_description().startswith('Soreness 6 of 10'))
        self.window.click(self.window.wait_for('Save', (Atspi.Role.LABEL,)))
        wait_for('the check in the store', self.get_sore)
        assert self.get_sore() == [('gastroc-medial-left', 6)]

    def get_sore(self):
        return self.query('SELECT region, soreness FROM check_regions')

    def survive(self):
        """Both programs die at once; nothing that was saved is lost."""
        kill(get_owner(DAEMON_ID))
        kill(self.process.pid)
        self.process.wait()
        wait_for('the death of the background program', lambda: not get_owner(DAEMON_ID))

        self.open_window()
        assert self.query('PRAGMA integrity_check') == [('ok',)]
        assert self.query('SELECT count(*) FROM runs') == [(len(EARLIER_DAYS) + 2,)]
        assert self.get_reminder(self.first)[0] == 'snoozed'
        assert self.get_reminder(self.second)[0] == 'done'
        assert self.get_sore() == [('gastroc-medial-left', 6)]
        self.show_page('Today')
        self.window.wait_for_text('Left inner calf 6')
        wait_for('the background program', lambda: get_owner(DAEMON_ID))
        self.close_window()


def report_failure(loop, step):
    """What a reader of the log needs, as far as there is anything left to look at."""
    print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))
    for what, look in (('screen and logs', lambda: loop.desktop.keep_evidence(step.__name__)),
                       ('labels', loop.window.read),
                       ('reminders', lambda: loop.query('SELECT * FROM reminders'))):
        try:
            print(f'# {what}: {look()}')
        except Exception as error:  # pylint: disable=broad-except
            print(f'# {what}: {error}')


def main():
    if not os.path.exists(NOTIFICATION_SERVER):
        print('1..0 # SKIP there is no notification server to show anything')
        return 0
    write_settings()
    loop = Loop(sys.argv[1])
    steps = [loop.start_desktop, loop.see_runs, loop.be_reminded, loop.put_off, loop.tick_off,
             loop.agree, loop.mark_calf, loop.survive]
    n_done = 0

    print(f'1..{len(steps)}', flush=True)
    # A step stands on the ones before it.
    for step in steps:
        try:
            step()
        except Exception:  # pylint: disable=broad-except
            report_failure(loop, step)
            break
        n_done += 1
        print(f'ok {n_done} {step.__name__}', flush=True)
    for number, step in enumerate(steps[n_done:], n_done + 1):
        print(f'not ok {number} {step.__name__}', flush=True)
    loop.desktop.close()

    return 0 if n_done == len(steps) else 1


sys.exit(main())
