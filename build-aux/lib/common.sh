# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by the programs in build-aux/: where things are, and how to install what is missing.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
lib=$root/build-aux/lib

# The build folders stand in the checkout, or, when that cannot be written, in the user's cache.
if [ -w "$root" ]; then
  builds=$root/_build
else
  builds=${XDG_CACHE_HOME:-$HOME/.cache}/rubdown-build
fi

# Messages of the tools are matched by nobody, but they should read the same everywhere.
export LC_ALL=C.UTF-8
unset DESTDIR MAKEFLAGS

say() {
  printf '== %s\n' "$*"
}

fail() {
  printf '== FAILED: %s\n' "$*"
  exit 1
}

# list_packages GROUP...: the names of the packages of these groups.
list_packages() {
  local group name

  while read -r group name; do
    case " $* " in *" $group "*) printf '%s\n' "$name" ;; esac
  done < <(sed '/^#/d' "$lib/packages")
}

# list_missing NAME...: those packages that are not installed.
list_missing() {
  local installed

  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null \
    | sed -n 's/^installed //p')
  comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$installed" | sort -u) | tr '\n' ' '
}

# as_root COMMAND...: runs it as root; asks for a password only where somebody is there to answer.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -n "${may_ask:-}" ] && [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
    -o Acquire::Retries=2 -o Dpkg::Use-Pty=0 "$@"
}

# need GROUP...: installs those packages of the groups that are missing; asks the archive for its
# list only when the one at hand does not do.
need() {
  local missing log

  if ! command -v dpkg-query >/dev/null; then
    say "not a Debian system: these must be there already: $(list_packages "$@" | tr '\n' ' ')"
    return
  fi
  missing=$(list_missing $(list_packages "$@"))
  [ -n "${missing// /}" ] || return 0
  if ! as_root true 2>/dev/null; then
    fail "these packages are missing, and neither root nor sudo is there to install them: $missing"
  fi

  say "installing: $missing"
  log=$(mktemp)
  if ! apt_get install --no-install-recommends $missing >"$log" 2>&1; then
    apt_get update >>"$log" 2>&1 || true
    apt_get install --no-install-recommends $missing >>"$log" 2>&1 || true
  fi
  missing=$(list_missing $missing)
  if [ -n "${missing// /}" ]; then
    grep -E '^(E|W|Err):?' "$log" | sort -u | tail -n 8
    rm -f "$log"
    fail "apt could not install: $missing(is the Debian archive within reach?)"
  fi
  rm -f "$log"
}

# configure DIR OPTION...: makes the build folder, or brings an older one up to these options.
configure() {
  local dir=$1
  shift

  if [ -f "$dir/build.ninja" ] && meson configure "$dir" "$@" >/dev/null 2>&1; then
    return
  fi
  rm -rf "$dir"
  mkdir -p "$(dirname "$dir")"
  meson setup "$dir" "$root" "$@" >"$dir.log" 2>&1 && return
  tail -n 25 "$dir.log"
  return 1
}

# compile DIR: builds everything in it; shows what the compiler said only when it fails.
compile() {
  ninja -C "$1" >"$1.log" 2>&1 && return
  grep -vE '^\[[0-9]+/[0-9]+\] (Compiling|Linking|Generating)' "$1.log" | tail -n 60
  return 1
}
