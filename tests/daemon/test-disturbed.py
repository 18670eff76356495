#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The background program in a world that is hard on it: killed at any instant, under another zone,
by a clock that was never set, without a bus. Arguments: the program, its schemas' folder."""

import glob
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import unittest

from gi.repository import GLib

from servers import NotificationServer, request_name
from session import Session, run_for, wait_for

PROGRAM, SCHEMAS = os.path.abspath(sys.argv.pop(1)), sys.argv.pop(1)
MINUTE_US = 60 * 1000000
DAY_US = 24 * 60 * MINUTE_US
N_KILLS = 40
UNSHARE = ['unshare', '--mount']


def find_faketime():
    """The library that moves clocks; it cannot be loaded before that of the sanitizer."""
    with open(PROGRAM, 'rb') as file:
        is_sanitized = b'__asan_init' in file.read()
    return [] if is_sanitized else glob.glob('/usr/lib/*/faketime/libfaketime.so.1')


FAKETIME = find_faketime()


def now_us():
    return time.time_ns() // 1000


def can_mount():
    return subprocess.run([*UNSHARE, 'mount', '--bind', '/tmp', '/tmp'], check=False,
                          capture_output=True).returncode == 0


class DisturbedTest(unittest.TestCase):
    environment = {}
    program = PROGRAM

    def setUp(self):
        self.session = Session(self.program, SCHEMAS, **self.environment)
        self.addCleanup(self.session.close)
        self.server = NotificationServer(self.session.address)
        self.addCleanup(self.server.close)


class TestKilled(DisturbedTest):
    def kill_around_firing(self, delay_s):
        """A reminder becomes due, and the program dies within a moment of it."""
        self.session.add_run(now_us())
        self.session.bus.call('io.github.rubdown.Rubdown.Reminders',
                              '/io/github/rubdown/Rubdown/Reminders',
                              'org.freedesktop.Application', 'ActivateAction',
                              GLib.Variant('(sava{sv})', ('recheck', [], {})), None, 0, -1, None,
                              None)
        self.session.bus.flush_sync(None)
        time.sleep(delay_s)
        self.session.kill()

    def answer_all(self):
        self.session.query("UPDATE reminders SET state = 'done'")
        self.session.activate('recheck')
        wait_for(lambda: not self.server.shown, 'the end of the notification')

    def test_at_any_instant(self):
        """It comes, once, whenever the program died; the server may die in between."""
        dice = random.Random(1)
        self.server.appear()
        self.session.start()
        for number in range(1, N_KILLS + 1):
            self.kill_around_firing(dice.uniform(0, 0.03))
            # What was on its way when it was killed arrives, and its window goes with the sender.
            run_for(0.02)
            self.server.shown = {}
            if dice.random() < 0.2:
                self.server.vanish()
                self.server.appear()
            self.session.activate('recheck')
            wait_for(lambda: len(self.server.shown) == 1, f'reminder {number}')
            self.assertEqual(self.session.get_state(f'hard/{number}'), 'shown')
            run_for(0.02)
            self.assertEqual(len(self.server.shown), 1)
            self.answer_all()
        self.assertEqual(self.session.query('PRAGMA integrity_check'), [('ok',)])
        self.assertEqual(self.session.query('SELECT count (*) FROM reminders'), [(N_KILLS,)])


@unittest.skipUnless(can_mount(), 'nothing can be mounted')
class TestZone(DisturbedTest):
    """Its /etc is a folder of our own, so that the link to the zone can be made anew."""

    def setUp(self):
        self.etc = f'/tmp/rubdown-etc-{os.getpid()}'
        os.mkdir(self.etc)
        self.addCleanup(shutil.rmtree, self.etc)
        for name in ('passwd', 'nsswitch.conf', 'ld.so.cache'):
            shutil.copy(f'/etc/{name}', self.etc)
        self.link('UTC')
        self.program = f'{self.etc}/program'
        with open(self.program, 'w', encoding='utf-8') as file:
            file.write(f"#!/bin/sh\nunset TZ\nexec {' '.join(UNSHARE)} sh -c "
                       f"'mount --bind {self.etc} /etc && exec {PROGRAM}'\n")
        os.chmod(self.program, 0o700)
        super().setUp()

    def link(self, zone):
        os.symlink(f'/usr/share/zoneinfo/{zone}', f'{self.etc}/new')
        os.rename(f'{self.etc}/new', f'{self.etc}/localtime')

    def test_linked_anew(self):
        """A check is due in two hours, until the runner has travelled three hours to the east."""
        due_us = now_us() + 120 * MINUTE_US
        noon_us = due_us // DAY_US * DAY_US - DAY_US // 2
        self.server.appear()
        self.session.start()
        self.session.add_run(noon_us)
        self.session.query('INSERT OR REPLACE INTO rules VALUES (?, 0, 0, 0)', 'hard')
        self.session.query('INSERT OR REPLACE INTO rules VALUES (?, 1, 0, ?)', 'check-next-day',
                           due_us % DAY_US // MINUTE_US)
        self.session.activate('recheck')
        run_for(0.5)
        self.assertEqual(self.server.shown, {})

        self.link('Etc/GMT-3')
        wait_for(lambda: len(self.server.shown) == 1, 'the check of another zone')
        title, _body, _actions, _hints = next(iter(self.server.shown.values()))
        self.assertEqual(title, 'While you were away')


@unittest.skipUnless(FAKETIME, 'libfaketime cannot be used')
class TestUnsetClock(DisturbedTest):
    environment = {'LD_PRELOAD': FAKETIME[0] if FAKETIME else '', 'FAKETIME_NO_CACHE': '1',
                   'FAKETIME_DONT_FAKE_MONOTONIC': '1'}

    def set_clock(self, words):
        with open(self.stamp + '.new', 'w', encoding='utf-8') as file:
            file.write(f'@{words}\n')
        os.rename(self.stamp + '.new', self.stamp)

    def setUp(self):
        self.stamp = f'/tmp/rubdown-unset-{os.getpid()}'
        self.environment = {**self.environment, 'FAKETIME_TIMESTAMP_FILE': self.stamp}
        self.set_clock('2019-01-01 00:00:00')
        self.addCleanup(os.unlink, self.stamp)
        super().setUp()

    def test_set_later(self):
        """Nothing comes by a clock that was never set; once it is, what is due does."""
        due_us = int(GLib.DateTime.new_utc(2027, 5, 1, 12, 0, 0).to_unix()) * 1000000
        self.server.appear()
        self.session.activate('recheck')
        wait_for(self.session.get_pid, 'the program')
        run_for(0.3)
        self.assertFalse(os.path.exists(self.session.store_path))

        self.set_clock('2027-05-01 11:59:00')
        self.session.activate('recheck')
        wait_for(lambda: os.path.exists(self.session.store_path) and self.session.get_schema(),
                 'the store')
        self.set_clock('2019-01-01 00:00:00')
        self.session.add_run(due_us)
        self.session.activate('recheck')
        run_for(0.3)
        self.assertEqual(self.server.shown, {})

        self.set_clock('2027-05-01 12:00:01')
        request_name(self.session.system, 'org.freedesktop.login1')
        self.session.system.emit_signal(
            None, '/org/freedesktop/login1', 'org.freedesktop.login1.Manager',
            'PrepareForSleep', GLib.Variant('(b)', (False,)))
        wait_for(lambda: len(self.server.shown) == 1, 'the reminder')


class TestNoBus(DisturbedTest):
    def test_no_bus(self):
        """Without a session bus it neither spins nor falls over."""
        environment = {**self.session.environment,
                       'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nowhere/at/all'}
        program = subprocess.Popen([PROGRAM], env=environment, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        self.addCleanup(program.communicate)
        try:
            program.wait(1.5)
        except subprocess.TimeoutExpired:
            with open(f'/proc/{program.pid}/stat', encoding='utf-8') as file:
                fields = file.read().rsplit(')', 1)[1].split()
            self.assertLess(int(fields[11]) + int(fields[12]), 50, 'does not spin')
            program.send_signal(signal.SIGTERM)
        self.assertIn(program.wait(10), (0, 1))


if __name__ == '__main__':
    unittest.main(verbosity=2)
