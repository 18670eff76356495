# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced after common.sh: a Rubdown with eight weeks of runs that nobody ran, all of it inside
# the build folder.

demo_build=$builds/demo
demo_prefix=$demo_build/installed
demo_services=$demo_prefix/share/dbus-1/services

build_demo() {
  configure "$demo_build" --prefix="$demo_prefix" || fail 'meson setup'
  compile "$demo_build" || fail 'the build'
  meson install -C "$demo_build" --no-rebuild --quiet >"$demo_build/install.log" 2>&1 \
    || { cat "$demo_build/install.log"; fail 'meson install'; }
}

# enter_demo: what a program needs to find the installed files; for use before a session.
enter_demo() {
  export XDG_DATA_DIRS="$demo_prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
  export PATH="$demo_prefix/bin:$PATH"
}
