/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* click-paint ROUNDS PAUSE_MS COMMAND...: starts a program that prints the id of its window and a point of
 * it, clicks there, and prints the median and the 95th percentile of how many milliseconds pass
 * until that pixel is another, as the X server has it. The program takes the click back by itself,
 * or the next click does. The pause is to be longer than a double click, and than all that follows
 * a click. */

#include "config.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>

#define TIMEOUT_US (2 * G_TIME_SPAN_SECOND)
#define N_WARM_UP 3
#define SETTLE_MS 1500

typedef struct
{
  Display *display;
  Window window;
  int damage_event;
  int x;
  int y;
} Target;

static pid_t
start (char **command, FILE **output)
{
  int ends[2];
  pid_t pid;

  if (pipe (ends) != 0)
    return -1;
  pid = fork ();
  if (pid == 0)
    {
      dup2 (ends[1], STDOUT_FILENO);
      close (ends[0]);
      close (ends[1]);
      execvp (command[0], command);
      perror (command[0]);
      _exit (127);
    }
  close (ends[1]);
  *output = fdopen (ends[0], "r");

  return pid;
}

static void
pause_ms (int ms)
{
  poll (NULL, 0, ms);
}

static unsigned long
get_pixel (const Target *target)
{
  XImage *image = XGetImage (target->display, DefaultRootWindow (target->display), target->x,
                             target->y, 1, 1, AllPlanes, ZPixmap);
  unsigned long pixel = XGetPixel (image, 0, 0);

  XDestroyImage (image);

  return pixel;
}

/* Returns: whether the window was painted since the last time. */
static gboolean
take_damage (const Target *target)
{
  gboolean is_damaged = FALSE;

  while (XPending (target->display) > 0)
    {
      XEvent event;

      XNextEvent (target->display, &event);
      if (event.type != target->damage_event + XDamageNotify)
        continue;
      XDamageSubtract (target->display, ((XDamageNotifyEvent *) (void *) &event)->damage, None,
                       None);
      is_damaged = TRUE;
    }

  return is_damaged;
}

/* Returns: how long it took, in microseconds; -1: nothing was seen. */
static gint64
click (const Target *target)
{
  unsigned long before = get_pixel (target);
  gint64 start_us = g_get_monotonic_time (), now_us = start_us;

  XTestFakeButtonEvent (target->display, 1, True, CurrentTime);
  XTestFakeButtonEvent (target->display, 1, False, CurrentTime);
  XFlush (target->display);
  while (now_us - start_us < TIMEOUT_US)
    {
      struct pollfd readable = { ConnectionNumber (target->display), POLLIN, 0 };

      poll (&readable, 1, 50);
      now_us = g_get_monotonic_time ();
      if (take_damage (target) && get_pixel (target) != before)
        return now_us - start_us;
      XFlush (target->display);
    }

  return -1;
}

static void
go_there (Target *target)
{
  Window child;

  XTranslateCoordinates (target->display, target->window, DefaultRootWindow (target->display),
                         target->x, target->y, &target->x, &target->y, &child);
  XDamageCreate (target->display, target->window, XDamageReportNonEmpty);
  XSetInputFocus (target->display, target->window, RevertToParent, CurrentTime);
  /* Two motions: one to come in, and one to be there. */
  XTestFakeMotionEvent (target->display, -1, target->x - 2, target->y, CurrentTime);
  XSync (target->display, False);
  pause_ms (100);
  XTestFakeMotionEvent (target->display, -1, target->x, target->y, CurrentTime);
  XSync (target->display, False);
  pause_ms (SETTLE_MS);
}

static int
compare_times (const void *a, const void *b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static gboolean
measure (Target *target, int n_rounds, int rest_ms)
{
  g_autofree gint64 *times_us = g_new0 (gint64, n_rounds);

  go_there (target);
  for (int i = -N_WARM_UP; i < n_rounds; i++)
    {
      gint64 time_us;

      take_damage (target);
      time_us = click (target);
      if (time_us < 0)
        {
          fprintf (stderr, "click-paint: a click changed nothing\n");
          return FALSE;
        }
      if (i >= 0)
        times_us[i] = time_us;
      pause_ms (rest_ms);
    }

  qsort (times_us, (gsize) n_rounds, sizeof *times_us, compare_times);
  printf ("%.2f %.2f\n", (double) times_us[n_rounds / 2] / 1000,
          (double) times_us[n_rounds * 95 / 100] / 1000);

  return TRUE;
}

int
main (int argc, char **argv)
{
  Target target = { XOpenDisplay (NULL), 0, 0, 0, 0 };
  gboolean is_measured = FALSE;
  FILE *output = NULL;
  int damage_error;
  pid_t pid;

  if (argc < 4 || target.display == NULL
      || !XDamageQueryExtension (target.display, &target.damage_event, &damage_error))
    {
      fprintf (stderr, "click-paint ROUNDS PAUSE_MS COMMAND..., on an X server with DAMAGE\n");
      return EXIT_FAILURE;
    }

  pid = start (argv + 3, &output);
  if (pid > 0 && fscanf (output, "%lu %d %d", &target.window, &target.x, &target.y) == 3)
    is_measured = measure (&target, atoi (argv[1]), atoi (argv[2]));
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);

  return is_measured ? EXIT_SUCCESS : EXIT_FAILURE;
}
