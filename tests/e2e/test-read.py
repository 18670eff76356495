#!/usr/bin/python3
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader in the real window: an article comes from the web by keys, is highlighted with the
pointer, found by its words, and is all there after the program was killed and the web is gone.

Runs in a private session, with the settings' schema in the environment. Arguments: the build
folder.
"""

import http.server
import os
import sqlite3
import sys
import threading
import zlib

from body import BodyWindow, write_settings
from desktop import Atspi, Desktop, Program, click_at, kill, press, raise_window, wait_for, xdotool

TITLE = 'Why Calves Like Hills'
PROSE = ('Going up a hill, the heel hangs in the air and the calf does all the work. '
         'Going down it brakes, and braking is what makes a muscle sore. ')
PAGE = f'''<html lang="en"><head><title>{TITLE}</title></head><body>
<nav><a href="/">Home</a> <a href="/shop">Shop</a></nav>
<article><h1>{TITLE}</h1><p>{PROSE}{PROSE}</p><p><img src="/hill.png" alt="A hill"></p>
<h2>Slow First</h2><p>Marmalade is no medicine. {PROSE}{PROSE}</p></article>
<footer>Subscribe to our newsletter</footer></body></html>'''


def make_png(width=64, height=48):
    """A picture of one colour."""
    def chunk(kind, data):
        return (len(data).to_bytes(4, 'big') + kind + data
                + zlib.crc32(kind + data).to_bytes(4, 'big'))
    rows = b''.join(b'\0' + b'\x20\x80\x40' * width for _ in range(height))
    head = width.to_bytes(4, 'big') + height.to_bytes(4, 'big') + b'\x08\x02\0\0\0'
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', zlib.compress(rows))
            + chunk(b'IEND', b''))


class Site(http.server.BaseHTTPRequestHandler):
    """One article with one picture, and nothing else."""

    asked = []

    def do_GET(self):
        self.asked.append(self.path)
        answers = {'/calves': ('text/html; charset=utf-8', PAGE.encode()),
                   '/hill.png': ('image/png', make_png())}
        kind, data = answers.get(self.path, ('text/plain', b'nothing here'))
        self.send_response(200 if self.path in answers else 404)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


class Reader(BodyWindow):
    def __init__(self, build):
        write_settings()
        self.name = 'read'
        self.build = build
        self.desktop = Desktop(f'{build}/tests/e2e/evidence')
        self.window = Program('rubdown')
        self.process = None
        self.site = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Site)
        threading.Thread(target=self.site.serve_forever, daemon=True).start()

    def ask_store(self, question):
        path = os.environ['XDG_DATA_HOME'] + '/rubdown/rubdown.db'
        database = sqlite3.connect(f'file:{path}?mode=ro', uri=True, timeout=10)
        try:
            return database.execute(question).fetchall()
        finally:
            database.close()

    def wait_for_article(self, title):
        return self.window.wait_for(title, (Atspi.Role.DOCUMENT_FRAME, Atspi.Role.DOCUMENT_TEXT,
                                            Atspi.Role.TEXT, Atspi.Role.DOCUMENT_WEB))

    def open_page(self):
        """The window opens on the reader, with the guides at its side."""
        self.process = self.desktop.start(self.name, f'{self.build}/src/ui/rubdown')
        self.window.activate('Read', (Atspi.Role.PAGE_TAB,))
        self.wait_for_article('What Massage Can Do for Runners')
        self.window.wait_for_text('Articles that you save stand here')

    def refuse_nonsense(self):
        """An address with nothing behind it is told where it was typed, and nothing is kept."""
        raise_window(self.process.pid)
        press('ctrl+l')
        self.window.wait_for('Web address')
        xdotool('type', f'http://127.0.0.1:{self.site.server_port}/missing')
        press('Return')
        self.window.wait_for_text('127.0.0.1')
        assert Site.asked == ['/missing'], Site.asked
        assert not self.ask_store('SELECT * FROM articles')

    def add_article(self):
        """The same place takes the right address; the article opens."""
        press('ctrl+a')
        xdotool('type', f'http://127.0.0.1:{self.site.server_port}/calves')
        press('Return')
        self.wait_for_article(TITLE)
        self.window.wait_for('More for “%s”' % TITLE)
        assert set(Site.asked) == {'/missing', '/calves', '/hill.png'}, Site.asked

    def highlight(self):
        """A word chosen with the pointer is highlighted in the colour that is chosen."""
        view = self.wait_for_article(TITLE)
        extents = view.get_extents(Atspi.CoordType.WINDOW)
        x, y = self.window.get_centre(view)
        # In the first paragraph, which stands below the title and the line under that.
        xdotool('mousemove', x - extents.width // 4, y - extents.height // 2 + 150, 'click',
                '--repeat', 2, '--delay', 60, 1)
        # Where a popover is on the screen is not told.
        self.window.activate('Green')
        found = wait_for('a highlight in the store',
                         lambda: self.ask_store('SELECT quote, color FROM highlights'))
        assert len(found) == 1 and found[0][0] in PROSE and found[0][1] == 'green', found

    def search(self):
        """A word of its text finds it, though the list shows titles."""
        press('ctrl+k')
        xdotool('type', 'marmal')
        self.window.wait_for_text('Marmalade is no medicine')
        press('ctrl+a')
        press('BackSpace')
        self.window.wait_for_text('Guides')

    def survive(self):
        """Killed, and without the web, it is there whole, with its picture and its highlight."""
        self.site.shutdown()
        self.site.server_close()
        kill(self.process.pid)
        self.process.wait()
        self.open_again()
        row = self.window.wait_for('More for “%s”' % TITLE)
        x, y = self.window.get_centre(row)
        click_at(x - 150, y)
        self.wait_for_article(TITLE)
        self.window.wait_for('A hill', (Atspi.Role.IMAGE, Atspi.Role.ICON))
        self.window.activate('Highlights', (Atspi.Role.RADIO_BUTTON, Atspi.Role.PAGE_TAB,
                                            Atspi.Role.TOGGLE_BUTTON))
        quote = self.ask_store('SELECT quote FROM highlights')[0][0]
        wait_for('the highlight in the list', lambda: quote in self.window.read())

    def count_removed(self):
        question = 'SELECT count(*) FROM articles WHERE removed_us IS NOT NULL'
        return self.ask_store(question)[0][0]

    def open_again(self):
        self.process = self.desktop.start(self.name, f'{self.build}/src/ui/rubdown')
        self.window.activate('Read', (Atspi.Role.PAGE_TAB,))
        self.wait_for_article('What Massage Can Do for Runners')

    def delete(self):
        """A key takes it off the list; the store still has it, for undoing."""
        self.window.activate('Library', (Atspi.Role.RADIO_BUTTON, Atspi.Role.PAGE_TAB,
                                         Atspi.Role.TOGGLE_BUTTON))
        row = self.window.wait_for('More for “%s”' % TITLE)
        x, y = self.window.get_centre(row)
        raise_window(self.process.pid)
        click_at(x - 150, y)
        press('Delete')
        wait_for('the article to go', lambda: self.count_removed() == 1)
        wait_for('the list to follow', lambda: not self.window.find('More for “%s”' % TITLE))


def main():
    test = Reader(sys.argv[1])
    test.run([test.open_page, test.refuse_nonsense, test.add_article, test.highlight, test.search,
              test.survive, test.delete])


main()
