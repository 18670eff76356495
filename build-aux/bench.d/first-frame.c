/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* first-frame COMMAND...: starts a program and prints after how many milliseconds something was
 * painted in its window, as the X server saw it. Then it ends the program. Run it where no other
 * window appears. */

#include "config.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>

#define TIMEOUT_US (300 * G_USEC_PER_SEC)
#define POLL_MS 20
/* Smaller windows are helpers of the toolkit. */
#define MIN_SIZE_PX 100
/* A frame around the window is not its content. */
#define RIM_PX 8

static gboolean
is_one_colour (XImage *image)
{
  unsigned long first = XGetPixel (image, RIM_PX, RIM_PX);

  for (int y = RIM_PX; y < image->height - RIM_PX; y++)
    for (int x = RIM_PX; x < image->width - RIM_PX; x++)
      if (XGetPixel (image, x, y) != first)
        return FALSE;

  return TRUE;
}

/* Windows come and go while we look, so each question may find none; see on_x_error(). */
static gboolean
is_painted (Display *display, Window window)
{
  XWindowAttributes attributes;
  XImage *image;
  gboolean is_painted;

  if (!XGetWindowAttributes (display, window, &attributes) || attributes.map_state != IsViewable
      || attributes.override_redirect || attributes.width < MIN_SIZE_PX
      || attributes.height < MIN_SIZE_PX)
    return FALSE;

  image = XGetImage (display, window, 0, 0, (unsigned) attributes.width,
                     (unsigned) attributes.height, AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;
  is_painted = !is_one_colour (image);
  XDestroyImage (image);

  return is_painted;
}

static int
on_x_error (Display *display, XErrorEvent *event)
{
  return 0;
}

static pid_t
start (char **command)
{
  pid_t pid = fork ();

  if (pid == 0)
    {
      execvp (command[0], command);
      perror (command[0]);
      _exit (127);
    }

  return pid;
}

/* Handles one event. Returns: whether it shows a painted window. */
static gboolean
handle (Display *display, XEvent *event, int damage_event)
{
  if (event->type == MapNotify && !event->xmap.override_redirect)
    {
      XDamageCreate (display, event->xmap.window, XDamageReportNonEmpty);
      return is_painted (display, event->xmap.window);
    }
  if (event->type == damage_event + XDamageNotify)
    {
      XDamageNotifyEvent *notify = (XDamageNotifyEvent *) (void *) event;

      XDamageSubtract (display, notify->damage, None, None);
      return is_painted (display, notify->drawable);
    }

  return FALSE;
}

static gboolean
wait_for_paint (Display *display, int damage_event, gint64 start_us, pid_t pid)
{
  while (g_get_monotonic_time () - start_us < TIMEOUT_US)
    {
      struct pollfd readable = { ConnectionNumber (display), POLLIN, 0 };

      while (XPending (display) > 0)
        {
          XEvent event;

          XNextEvent (display, &event);
          if (handle (display, &event, damage_event))
            return TRUE;
        }
      if (waitpid (pid, NULL, WNOHANG) == pid)
        return FALSE;
      poll (&readable, 1, POLL_MS);
    }

  return FALSE;
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  int damage_event, damage_error;
  gint64 start_us;
  gboolean was_painted;
  pid_t pid;

  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    {
      fprintf (stderr, "first-frame COMMAND..., on an X server with DAMAGE\n");
      return EXIT_FAILURE;
    }

  XSetErrorHandler (on_x_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  start_us = g_get_monotonic_time ();
  pid = start (argv + 1);
  was_painted = wait_for_paint (display, damage_event, start_us, pid);
  if (was_painted)
    printf ("%.1f\n", (double) (g_get_monotonic_time () - start_us) / 1000);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);

  return was_painted ? EXIT_SUCCESS : EXIT_FAILURE;
}
