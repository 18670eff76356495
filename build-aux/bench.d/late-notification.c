/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* late-notification DAEMON FOLDER COUNT
 * Counts how long after the instants at which they are due COUNT reminders of the background
 * program reach a notification server, and then the notifications of a program that has nothing
 * but a timer. Prints the median and the 95th percentile of either, in milliseconds. */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <sys/timerfd.h>

#include <gio/gio.h>
#include <glib-unix.h>

#include "rub-recheck.h"
#include "rub-store.h"

#define LEAD_US (1200 * G_TIME_SPAN_MILLISECOND)
#define PAUSE_MS 120

static const char interface_xml[]
  = "<node><interface name='org.freedesktop.Notifications'>"
    "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
    "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
    "</interface></node>";

/* When the last notification came; 0 when none did since it was looked at. */
static gint64 arrived_us;

static void
on_called_cb (GDBusConnection *connection, const char *sender, const char *path,
              const char *interface, const char *method, GVariant *parameters,
              GDBusMethodInvocation *invocation, gpointer user_data)
{
  if (g_str_equal (method, "Notify"))
    {
      arrived_us = g_get_real_time ();
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 1));
    }
  else
    g_dbus_method_invocation_return_value (invocation, NULL);
}

static gint64
wait_notified_us (void)
{
  gint64 us;

  while (arrived_us == 0)
    g_main_context_iteration (NULL, TRUE);
  us = arrived_us;
  arrived_us = 0;

  return us;
}

static gboolean
on_timeout_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
pass_ms (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, on_timeout_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static GDBusConnection *
serve (void)
{
  static const GDBusInterfaceVTable table = { .method_call = on_called_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);

  if (connection == NULL)
    g_error ("%s", error->message);
  g_dbus_connection_set_exit_on_close (connection, FALSE);
  g_dbus_connection_register_object (connection, "/org/freedesktop/Notifications",
                                     info->interfaces[0], &table, NULL, NULL, NULL);
  g_bus_own_name_on_connection (connection, "org.freedesktop.Notifications",
                                G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);

  return connection;
}

static void
commit (RubStore *store, RubChange *change, GDBusConnection *connection)
{
  g_autoptr (GError) error = NULL;

  if (!rub_store_commit (store, change, &error))
    g_error ("%s", error->message);
  rub_recheck_send (connection);
}

/* A run that ends when the next reminder is to come, on a whole second. */
static gint64
add_run (RubStore *store, GDBusConnection *connection, gint64 *due_us)
{
  g_autoptr (RubChange) change = rub_change_new ();
  gint64 now_us = g_get_real_time ();
  g_autoptr (RubRun) run = NULL;
  RubRunFields fields = { .elapsed_s = 3600,
                          .added_us = now_us,
                          .distance_m = 12000,
                          .ascent_m = (double) NAN,
                          .descent_m = (double) NAN,
                          .effort = 8,
                          .kind = RUB_RUN_KIND_TEMPO,
                          .source = "hand" };

  *due_us = ((now_us + LEAD_US) / G_TIME_SPAN_SECOND + 1) * G_TIME_SPAN_SECOND;
  fields.start_us = *due_us - G_TIME_SPAN_HOUR;
  run = rub_run_new (&fields);
  rub_change_save_run (change, run);
  commit (store, change, connection);

  return rub_change_get_row (change);
}

static double
time_reminder_ms (RubStore *store, GDBusConnection *connection)
{
  g_autoptr (RubChange) removal = rub_change_new ();
  gint64 due_us, run_id, late_us;

  run_id = add_run (store, connection, &due_us);
  late_us = wait_notified_us () - due_us;
  rub_change_set_run_removed (removal, run_id, TRUE);
  commit (store, removal, connection);
  pass_ms (PAUSE_MS);
  arrived_us = 0;

  return (double) late_us / G_TIME_SPAN_MILLISECOND;
}

static RubStore *
open_store (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autoptr (RubChange) change = rub_change_new ();
  RubRuleSetting rule = { "hard", TRUE, 0, 0 };
  g_autoptr (GError) error = NULL;
  RubStore *store = rub_store_open (path, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  rub_change_set_rule (change, &rule);
  if (!rub_store_commit (store, change, &error))
    g_error ("%s", error->message);

  return store;
}

static GSubprocess *
start (const char *program, const char *argument)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, argument, NULL);

  if (process == NULL)
    g_error ("%s", error->message);

  return process;
}

static void
end (GSubprocess *process)
{
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  g_object_unref (process);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print_times (double *ms, int count, const char *after)
{
  qsort (ms, (gsize) count, sizeof *ms, compare_times);
  printf ("%.2f %.2f%s", ms[count / 2], ms[count * 95 / 100], after);
}

/* The bare program. */
static gboolean
on_bare_timer_cb (int fd, GIOCondition condition, gpointer user_data)
{
  g_autoptr (GNotification) notification = g_notification_new ("Time for a massage");
  guint64 n_expirations;

  if (read (fd, &n_expirations, sizeof n_expirations) == sizeof n_expirations)
    g_application_send_notification (user_data, "bare", notification);

  return G_SOURCE_CONTINUE;
}

static int
run_bare (void)
{
  g_autoptr (GApplication) app
    = g_application_new ("io.github.rubdown.Bare", G_APPLICATION_IS_SERVICE);
  struct itimerspec spec = { .it_interval.tv_sec = 1 };
  int fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);

  spec.it_value.tv_sec = g_get_real_time () / G_TIME_SPAN_SECOND + 2;
  timerfd_settime (fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL);
  g_unix_fd_add (fd, G_IO_IN, on_bare_timer_cb, app);
  g_application_hold (app);

  return g_application_run (app, 0, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GTestDBus) bus = NULL;
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (RubStore) store = NULL;
  g_autofree double *ms = NULL;
  GSubprocess *process;
  int count;

  if (argc == 2)
    return run_bare ();
  if (argc != 4 || atoi (argv[3]) < 1)
    return EXIT_FAILURE;

  count = atoi (argv[3]);
  ms = g_new (double, count);
  g_setenv ("XDG_DATA_HOME", argv[2], TRUE);
  g_setenv ("XDG_CONFIG_HOME", argv[2], TRUE);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  connection = serve ();
  store = open_store ();

  process = start (argv[1], NULL);
  pass_ms (1000);
  for (int i = 0; i < count; i++)
    ms[i] = time_reminder_ms (store, connection);
  print_times (ms, count, " ");
  end (process);

  process = start (argv[0], "bare");
  for (int i = 0; i < count; i++)
    ms[i] = (double) (wait_notified_us () % G_TIME_SPAN_SECOND) / G_TIME_SPAN_MILLISECOND;
  print_times (ms, count, "\n");
  end (process);

  return EXIT_SUCCESS;
}
