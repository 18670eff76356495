# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private session: a bus that can start the background program, folders, and a store."""

import os
import signal
import sqlite3
import subprocess
import tempfile
import time

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

APP_ID = 'io.github.rubdown.Rubdown'
DAEMON_ID = APP_ID + '.Reminders'
DAEMON_PATH = '/io/github/rubdown/Rubdown/Reminders'
TIMEOUT_S = 20

BUS_CONFIG = '''<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
'''

RUN = '''INSERT INTO runs (start_us, added_us, elapsed_s, distance_m, effort, kind, source)
         VALUES (?, ?, ?, 12000, 8, 'tempo', 'hand')'''


def wait_for(condition, what, timeout_s=TIMEOUT_S):
    """Runs the main loop until condition() is true, and returns what it returned."""
    context = GLib.MainContext.default()
    end = time.monotonic() + timeout_s
    # So that a condition outside of the main loop, such as a row of the store, is looked at too.
    source = GLib.timeout_add(20, lambda: True)
    try:
        while time.monotonic() < end:
            value = condition()
            if value:
                return value
            context.iteration(True)
    finally:
        GLib.source_remove(source)
    raise AssertionError(f'waited in vain for {what}')


def run_for(seconds):
    """Runs the main loop for a while, to see that nothing happens."""
    end = time.monotonic() + seconds
    try:
        wait_for(lambda: time.monotonic() >= end, 'the time', seconds + TIMEOUT_S)
    except AssertionError:
        pass


def start_bus(folder):
    """Returns the process of a message bus, and its address."""
    os.makedirs(f'{folder}/services', exist_ok=True)
    config = f'{folder}/bus.conf'
    with open(config, 'w', encoding='utf-8') as file:
        file.write(BUS_CONFIG.format(folder=folder))
    bus = subprocess.Popen(
        ['dbus-daemon', f'--config-file={config}', '--print-address=1', '--nofork'],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={'PATH': os.environ['PATH']})
    return bus, bus.stdout.readline().strip()


def connect(address):
    flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
             | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
    connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
    connection.set_exit_on_close(False)
    return connection


class Session:
    """The session. Its bus starts `program` when a message is sent to the background program."""

    def __init__(self, program, schemas, **environment):
        self.folder = tempfile.mkdtemp(prefix='rubdown-session-')
        self.program = program
        self.log_path = f'{self.folder}/log'
        self.output_path = f'{self.folder}/output'
        self.processes = []
        for name in ('data', 'config', 'runtime', 'cache', 'home'):
            os.mkdir(f'{self.folder}/{name}', 0o700)
        self.system_bus, system_address = self._start_bus('system')
        self.environment = {
            'PATH': os.environ['PATH'],
            'HOME': f'{self.folder}/home',
            'XDG_DATA_HOME': f'{self.folder}/data',
            'XDG_CONFIG_HOME': f'{self.folder}/config',
            'XDG_RUNTIME_DIR': f'{self.folder}/runtime',
            'XDG_CACHE_HOME': f'{self.folder}/cache',
            'GSETTINGS_SCHEMA_DIR': schemas,
            'GSETTINGS_BACKEND': 'keyfile',
            'GIO_USE_VFS': 'local',
            'GTK_USE_PORTAL': '0',
            'G_DEBUG': 'fatal-criticals',
            'LC_ALL': 'C.UTF-8',
            'TZ': 'UTC',
            'DBUS_SYSTEM_BUS_ADDRESS': system_address,
            **{key: value for key, value in os.environ.items()
               if key.startswith(('ASAN_', 'UBSAN_', 'LSAN_'))},
            **environment,
        }
        self.system = connect(system_address)
        self.session_bus, self.address = self._start_bus('session')
        self.bus = connect(self.address)
        self._write_service()

    def _start_bus(self, name):
        folder = f'{self.folder}/{name}'
        os.mkdir(folder)
        return start_bus(folder)

    def _write_service(self):
        """The program, started in our environment, with what it prints kept."""
        launcher = f'{self.folder}/launch'
        with open(launcher, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\n')
            for name, value in self.environment.items():
                file.write(f"export {name}='{value}'\n")
            file.write(f"exec '{self.program}' >>'{self.output_path}' 2>>'{self.log_path}'\n")
        os.chmod(launcher, 0o700)
        service = f'{self.folder}/session/services/{DAEMON_ID}.service'
        with open(service, 'w', encoding='utf-8') as file:
            file.write(f'[D-BUS Service]\nName={DAEMON_ID}\nExec={launcher}\n')
        self.call_bus('ReloadConfig', None)

    def close(self):
        pid = self.get_pid()
        if pid:
            os.kill(pid, signal.SIGTERM)
            wait_for(lambda: not self.get_pid(), 'the end of the program')
        for connection in (self.bus, self.system):
            connection.close_sync(None)
        for process in (self.session_bus, self.system_bus):
            process.terminate()
            process.wait()
            process.stdout.close()
        subprocess.run(['rm', '-r', self.folder], check=True)

    def call_bus(self, method, parameters):
        reply = self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                   'org.freedesktop.DBus', method, parameters, None,
                                   Gio.DBusCallFlags.NONE, -1, None)
        return reply.unpack()

    def get_pid(self):
        """Process id of the background program; 0 when it does not run."""
        try:
            return self.call_bus('GetConnectionUnixProcessID',
                                 GLib.Variant('(s)', (DAEMON_ID,)))[0]
        except GLib.Error:
            return 0

    def activate(self, action, target=None, **platform):
        """Activates an action of the background program, which starts it."""
        parameters = [GLib.Variant('s', target)] if target is not None else []
        data = {key.replace('_', '-'): GLib.Variant('s', value)
                for key, value in platform.items()}
        self.bus.call_sync(DAEMON_ID, DAEMON_PATH, 'org.freedesktop.Application',
                           'ActivateAction',
                           GLib.Variant('(sava{sv})', (action, parameters, data)), None,
                           Gio.DBusCallFlags.NONE, -1, None)

    def start(self):
        """Starts the background program over the bus, and waits until it made its store."""
        self.activate('recheck')
        wait_for(lambda: os.path.exists(self.store_path) and self.get_schema(), 'the store')

    def kill(self):
        """The background program dies at once, whatever it does."""
        os.kill(self.get_pid(), signal.SIGKILL)
        wait_for(lambda: not self.get_pid(), 'the death of the program')

    def set_setting(self, key, value):
        folder = f'{self.folder}/config/glib-2.0/settings'
        os.makedirs(folder, exist_ok=True)
        with open(f'{folder}/.keyfile', 'w', encoding='utf-8') as file:
            file.write(f'[io/github/rubdown/Rubdown]\n{key}={value}\n')
        os.rename(f'{folder}/.keyfile', f'{folder}/keyfile')

    @property
    def store_path(self):
        return f'{self.folder}/data/rubdown/rubdown.db'

    def get_schema(self):
        return self.query('PRAGMA user_version')[0][0]

    def query(self, sql, *values):
        database = sqlite3.connect(self.store_path, timeout=10)
        try:
            with database:
                return database.execute(sql, values).fetchall()
        finally:
            database.close()

    def add_run(self, *ends_us, elapsed_s=3600, delay_min=0):
        """A hard run for each end: its first reminder is due `delay_min` after it."""
        database = sqlite3.connect(self.store_path, timeout=10)
        with database:
            database.execute("INSERT OR REPLACE INTO rules VALUES ('hard', 1, ?, 1080)",
                             (delay_min,))
            database.executemany(RUN, [(end_us - elapsed_s * 1000000, end_us, elapsed_s)
                                       for end_us in ends_us])
        database.close()

    def get_state(self, reminder_id):
        rows = self.query('SELECT state FROM reminders WHERE id = ?', reminder_id)
        return rows[0][0] if rows else None
