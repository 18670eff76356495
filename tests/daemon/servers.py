# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The other ends on the bus: a notification server, and the application with the window."""

from gi.repository import Gio, GLib

from session import APP_ID, connect

NOTIFICATIONS = 'org.freedesktop.Notifications'
NOTIFICATIONS_XML = '''<node><interface name='org.freedesktop.Notifications'>
  <method name='GetCapabilities'><arg type='as' direction='out'/></method>
  <method name='Notify'>
    <arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
    <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
    <arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>
    <arg type='u' direction='out'/>
  </method>
  <method name='CloseNotification'><arg type='u' direction='in'/></method>
  <method name='GetServerInformation'>
    <arg type='s' direction='out'/><arg type='s' direction='out'/>
    <arg type='s' direction='out'/><arg type='s' direction='out'/>
  </method>
</interface></node>'''
APPLICATION_XML = '''<node><interface name='org.freedesktop.Application'>
  <method name='ActivateAction'>
    <arg type='s' direction='in'/><arg type='av' direction='in'/>
    <arg type='a{sv}' direction='in'/>
  </method>
</interface></node>'''


def export(connection, path, xml, on_called):
    info = Gio.DBusNodeInfo.new_for_xml(xml)
    connection.register_object(path, info.interfaces[0], on_called, None, None)


def request_name(connection, name, method='RequestName'):
    parameters = (GLib.Variant('(su)', (name, 0)) if method == 'RequestName'
                  else GLib.Variant('(s)', (name,)))
    connection.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                         method, parameters, None, Gio.DBusCallFlags.NONE, -1, None)


class NotificationServer:
    """Shows what it is sent in a dict: number to (title, body, actions, hints)."""

    PATH = '/org/freedesktop/Notifications'

    def __init__(self, address):
        self.connection = connect(address)
        self.shown = {}
        self.n_notified = 0
        export(self.connection, self.PATH, NOTIFICATIONS_XML, self._on_called)

    def appear(self):
        request_name(self.connection, NOTIFICATIONS)

    def vanish(self):
        self.shown = {}
        request_name(self.connection, NOTIFICATIONS, 'ReleaseName')

    def close(self):
        self.connection.close_sync(None)

    def press(self, number, label):
        """Presses a button of a notification, which stays until it is closed by its sender."""
        actions = self.shown[number][2]
        action = actions[actions.index(label, 1) - 1]
        self.connection.emit_signal(None, self.PATH, NOTIFICATIONS, 'ActionInvoked',
                                    GLib.Variant('(us)', (number, action)))

    def _notify(self, _app, replaced, _icon, title, body, actions, hints, _timeout):
        self.n_notified += 1
        number = replaced if replaced in self.shown else self.n_notified
        self.shown[number] = (title, body, actions, hints)
        return number

    def _on_called(self, _connection, _sender, _path, _interface, method, parameters, invocation):
        values = parameters.unpack()
        reply = None
        if method == 'GetCapabilities':
            reply = GLib.Variant('(as)', (['actions', 'body', 'persistence'],))
        elif method == 'Notify':
            reply = GLib.Variant('(u)', (self._notify(*values),))
        elif method == 'CloseNotification':
            self.shown.pop(values[0], None)
        else:
            reply = GLib.Variant('(ssss)', ('mock', 'mock', '1', '1.2'))
        invocation.return_value(reply)


class App:
    """The application with the window: keeps the actions that it is asked for."""

    def __init__(self, address):
        self.connection = connect(address)
        self.actions = []
        export(self.connection, '/' + APP_ID.replace('.', '/'), APPLICATION_XML, self._on_called)
        request_name(self.connection, APP_ID)

    def close(self):
        self.connection.close_sync(None)

    def _on_called(self, _connection, _sender, _path, _interface, _method, parameters, invocation):
        action, target, platform = parameters.unpack()
        self.actions.append((action, *target, platform.get('activation-token')))
        invocation.return_value(None)
