#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The background program in a session of its own. Arguments: the program, its schemas' folder."""

import contextlib
import glob
import os
import sys
import time
import unittest

from gi.repository import GLib

from servers import App, NotificationServer, request_name
from session import Session, run_for, wait_for

PROGRAM, SCHEMAS = sys.argv.pop(1), sys.argv.pop(1)
MINUTE_US = 60 * 1000000
HARD = 'hard/1'
TITLE = '8 min light massage'
BODY = 'Suggested because: tempo run, 12 km, effort 8'


def find_faketime():
    """The library that moves clocks; it cannot be loaded before that of the sanitizer."""
    with open(PROGRAM, 'rb') as file:
        is_sanitized = b'__asan_init' in file.read()
    return [] if is_sanitized else glob.glob('/usr/lib/*/faketime/libfaketime.so.1')


FAKETIME = find_faketime()


def now_us():
    return time.time_ns() // 1000


class SessionTest(unittest.TestCase):
    environment = {}

    def setUp(self):
        self.session = Session(PROGRAM, SCHEMAS, **self.environment)
        self.addCleanup(self.session.close)
        self.server = NotificationServer(self.session.address)
        self.addCleanup(self.server.close)

    def tearDown(self):
        if os.path.exists(self.session.output_path):
            self.assertEqual(os.path.getsize(self.session.output_path), 0, 'prints nothing')

    def wait_shown(self, count=1):
        wait_for(lambda: len(self.server.shown) == count, f'{count} notifications')
        return list(self.server.shown.items())

    def wait_state(self, state, reminder=HARD):
        wait_for(lambda: self.session.get_state(reminder) == state, f'{reminder} {state}')

    def show_one(self):
        """A reminder comes; returns the number of its notification."""
        self.server.appear()
        self.session.start()
        self.session.add_run(now_us())
        self.session.activate('recheck')
        number = self.wait_shown()[0][0]
        # A notification can be closed once its number has arrived: that is before this is answered.
        self.server.connection.flush_sync(None)
        self.session.activate('recheck')
        return number


class TestShown(SessionTest):
    def test_started_by_bus_and_due(self):
        self.server.appear()
        self.session.start()
        self.session.add_run(now_us() + 1500000)
        self.session.activate('recheck')
        run_for(0.5)
        self.assertEqual(self.server.shown, {}, 'not due')

        number, (title, body, actions, hints) = self.wait_shown()[0]
        self.assertEqual((title, body), (TITLE, BODY))
        self.assertEqual(actions[1::2], ['', 'Start', 'Snooze', 'Done'])
        self.assertEqual(hints['desktop-entry'], 'io.github.rubdown.Rubdown.Reminders')
        self.assertEqual(self.session.get_state(HARD), 'shown')
        self.assertTrue(number)

    def test_private(self):
        self.show_one()
        for path in glob.glob(self.session.store_path + '*'):
            # The log beside the store comes and goes with those who have it open.
            with contextlib.suppress(FileNotFoundError):
                self.assertEqual(os.stat(path).st_mode & 0o077, 0, path)

    def test_snoozed(self):
        number = self.show_one()
        self.server.press(number, 'Snooze')
        self.wait_state('snoozed')
        self.wait_shown(0)
        due_us, = self.session.query('SELECT due_us FROM reminders')[0]
        self.assertAlmostEqual(due_us, now_us() + 60 * MINUTE_US, delta=MINUTE_US)

    def test_done_and_app_told(self):
        app = App(self.session.address)
        self.addCleanup(app.close)
        number = self.show_one()
        wait_for(lambda: ('recheck', None) in app.actions, 'news of the reminder shown')
        app.actions.clear()

        self.server.press(number, 'Done')
        self.wait_state('done')
        self.wait_shown(0)
        wait_for(lambda: ('recheck', None) in app.actions, 'news of the answer')
        self.assertEqual(self.session.query('SELECT elapsed_s, reminder_id FROM massages'),
                         [(480, HARD)])

    def test_opened_in_app(self):
        app = App(self.session.address)
        self.addCleanup(app.close)
        number = self.show_one()
        self.server.press(number, '')
        wait_for(lambda: ('open', HARD, None) in app.actions, 'the app')
        self.wait_shown(0)
        self.session.activate('start', HARD, activation_token='token-1')
        wait_for(lambda: ('start', HARD, 'token-1') in app.actions, 'the app')
        self.assertEqual(self.session.get_state(HARD), 'shown')

    def test_answered_by_app(self):
        self.show_one()
        self.session.query("UPDATE reminders SET state = 'done'")
        self.session.activate('recheck')
        self.wait_shown(0)


class TestDisturbed(SessionTest):
    def test_killed_after_shown(self):
        self.show_one()
        self.session.kill()
        self.server.shown = {}
        self.session.activate('recheck')
        _number, (title, *_rest) = self.wait_shown()[0]
        self.assertEqual(title, TITLE)
        run_for(0.3)
        self.assertEqual(self.server.n_notified, 2)

    def test_killed_over_and_over(self):
        """However the kills fall, a reminder is shown in the end, and answers are kept."""
        self.server.appear()
        self.session.start()
        for number in range(1, 9):
            self.session.add_run(now_us() - number)
            self.session.activate('recheck')
            time.sleep(0.004 * number)
            self.session.kill()
        self.session.activate('recheck')
        wait_for(lambda: self.session.query(
            "SELECT count (*) FROM reminders WHERE state = 'shown'") == [(8,)], 'all shown')
        self.session.kill()
        # What was on its way when it was killed has arrived by now.
        run_for(0.3)
        self.server.shown = {}
        self.session.activate('recheck')
        self.wait_shown(8)
        self.assertEqual(self.session.query('PRAGMA integrity_check'), [('ok',)])

    def test_server_comes_late(self):
        self.session.start()
        self.session.add_run(now_us())
        self.session.activate('recheck')
        self.wait_state('shown')
        run_for(0.3)
        self.server.appear()
        self.wait_shown()
        run_for(0.3)
        self.assertEqual(self.server.n_notified, 1)

    def test_server_restarts(self):
        self.show_one()
        self.server.vanish()
        run_for(0.1)
        self.server.appear()
        self.wait_shown()
        self.assertEqual(self.server.n_notified, 2)

    def test_several_late(self):
        self.server.appear()
        self.session.start()
        ends_us = [now_us() - minutes * MINUTE_US for minutes in (90, 60, 30)]
        self.session.add_run(*ends_us)
        self.session.activate('recheck')
        midnight_us = now_us() // (24 * 60 * MINUTE_US) * 24 * 60 * MINUTE_US
        text = '\n'.join(
            TITLE + (': Today, ' if end_us >= midnight_us else ': Yesterday, ')
            + time.strftime('%H:%M', time.gmtime(end_us // 1000000)) for end_us in ends_us)
        _number, (title, body, actions, _hints) = self.wait_shown()[0]
        self.assertEqual((title, body), ('While you were away', text))
        self.assertEqual(actions[1::2], [''])

    def test_damaged_store(self):
        self.server.appear()
        self.session.start()
        # Between rounds the store is closed, and all of it is in one file.
        wait_for(lambda: glob.glob(self.session.store_path + '*') == [self.session.store_path],
                 'the end of the round')
        aside = self.session.store_path + '.aside'
        os.rename(self.session.store_path, aside)
        with open(self.session.store_path, 'w', encoding='utf-8') as file:
            file.write('This is no database at all. ' * 100)
        self.session.activate('recheck')
        pid = self.session.get_pid()
        run_for(0.5)
        before = cpu_ticks(pid)
        run_for(1)
        self.assertLessEqual(cpu_ticks(pid) - before, 1, 'does not spin')

        os.rename(aside, self.session.store_path)
        self.session.add_run(now_us())
        self.session.activate('recheck')
        self.wait_shown()


def cpu_ticks(pid):
    with open(f'/proc/{pid}/stat', encoding='utf-8') as file:
        fields = file.read().rsplit(')', 1)[1].split()
    return int(fields[11]) + int(fields[12])


class TestSettings(SessionTest):
    def autostart(self):
        return glob.glob(f'{self.session.folder}/config/autostart/*')

    def test_switched_off(self):
        self.show_one()
        self.assertEqual(len(self.autostart()), 1)
        self.session.set_setting('reminders-enabled', 'false')
        self.wait_shown(0)
        wait_for(lambda: not self.autostart(), 'the autostart file to go')
        wait_for(lambda: not self.session.get_pid(), 'the end of the program')
        with open(self.session.log_path, encoding='utf-8') as file:
            self.assertEqual(file.read(), '')

    def test_not_with_session(self):
        self.session.start()
        self.session.set_setting('start-with-session', 'false')
        wait_for(lambda: not self.autostart(), 'the autostart file to go')
        self.assertTrue(self.session.get_pid())

    def test_miles(self):
        self.session.set_setting('units', "'imperial'")
        self.show_one()
        self.assertEqual(list(self.server.shown.values())[0][1],
                         'Suggested because: tempo run, 7.5 mi, effort 8')


@unittest.skipUnless(FAKETIME, 'libfaketime cannot be used')
class TestFasterClock(SessionTest):
    """The program lives ten minutes a second, from ten before the clocks go forward in Berlin."""

    environment = {'LD_PRELOAD': FAKETIME[0] if FAKETIME else '', 'TZ': 'Europe/Berlin',
                   'FAKETIME': '@2027-03-28 01:50:00 x600', 'FAKETIME_DONT_FAKE_MONOTONIC': '1'}

    def test_due_over_the_gap(self):
        self.server.appear()
        self.session.start()
        # 03:10 in summer time, 20 minutes later by the wall, 01:10 UTC.
        due_us = int(GLib.DateTime.new_utc(2027, 3, 28, 1, 10, 0).to_unix()) * 1000000
        self.session.add_run(due_us - 60 * MINUTE_US, delay_min=60)
        self.session.activate('recheck')
        self.wait_shown()
        changed_us, = self.session.query('SELECT changed_us FROM reminders')[0]
        self.assertGreaterEqual(changed_us, due_us)
        self.assertLess(changed_us, due_us + 10 * MINUTE_US)


@unittest.skipUnless(FAKETIME, 'libfaketime cannot be used')
class TestResumed(SessionTest):
    """The clock jumps while nothing tells the timer, as after a sleep that it does not notice."""

    environment = {'LD_PRELOAD': FAKETIME[0] if FAKETIME else '', 'FAKETIME_NO_CACHE': '1',
                   'FAKETIME_DONT_FAKE_MONOTONIC': '1'}

    def set_clock(self, words):
        path = self.session.environment['FAKETIME_TIMESTAMP_FILE']
        with open(path + '.new', 'w', encoding='utf-8') as file:
            file.write(f'@{words}\n')
        os.rename(path + '.new', path)

    def setUp(self):
        stamp = f'/tmp/rubdown-clock-{os.getpid()}'
        self.environment = {**self.environment, 'FAKETIME_TIMESTAMP_FILE': stamp}
        with open(stamp, 'w', encoding='utf-8') as file:
            file.write('@2027-05-01 08:00:00\n')
        self.addCleanup(os.unlink, stamp)
        super().setUp()

    def test_told_by_logind(self):
        self.server.appear()
        self.session.start()
        due_us = int(GLib.DateTime.new_utc(2027, 5, 1, 12, 0, 0).to_unix()) * 1000000
        self.session.add_run(due_us)
        self.session.activate('recheck')
        run_for(0.3)
        self.set_clock('2027-05-01 18:00:00')
        run_for(0.3)
        self.assertEqual(self.server.shown, {})

        request_name(self.session.system, 'org.freedesktop.login1')
        for is_going_to_sleep in (True, False):
            self.session.system.emit_signal(
                None, '/org/freedesktop/login1', 'org.freedesktop.login1.Manager',
                'PrepareForSleep', GLib.Variant('(b)', (is_going_to_sleep,)))
        self.wait_shown()


if __name__ == '__main__':
    unittest.main(verbosity=2)
