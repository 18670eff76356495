# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced inside a private session: pictures of the pages of a running Rubdown.

pages='today body plan read'
# Without a compositor GTK draws a frame this wide; the pictures are of what is inside it.
frame=5

# screen_for WIDTH HEIGHT: the size of a screen whose maximized window holds this.
screen_for() {
  printf '%sx%s' $(($1 + 2 * frame)) $(($2 + 2 * frame))
}

# settle FILE: a picture of the screen once two in a row are the same and show something.
settle() {
  local file=$1 before='' now colors
  local deadline=$((SECONDS + 20))

  # Out of the way: what is under the pointer looks different.
  xdotool mousemove ${picture_rest:-0 0}

  while [ $SECONDS -lt $deadline ]; do
    import -silent -window root -depth 8 "$file"
    now=$(identify -format '%#' "$file")
    colors=$(identify -format '%k' "$file")
    if [ "$now" = "$before" ] && [ "$colors" -gt 16 ]; then
      mogrify -shave ${frame}x$frame -strip "$file"
      return
    fi
    before=$now
    sleep 0.3
  done
  echo "the window never came to rest: $file" >&2
  return 1
}

# has_window PID: waits until the process has one. A search may stumble over windows that vanish
# under it, so it is asked again rather than told to wait.
has_window() {
  local deadline=$((SECONDS + 30))

  while [ $SECONDS -lt $deadline ] && kill -0 "$1" 2>/dev/null; do
    [ -z "$(xdotool search --onlyvisible --pid "$1" 2>/dev/null)" ] || return 0
    sleep 0.1
  done
  return 1
}

# take_steps FILE: what a user does, with time for the program to follow.
take_steps() {
  local step

  settle "$1" || return 1
  while read -r step; do
    xdotool $step
    sleep 0.5
  done <<<"$picture_steps"
}

# picture PROGRAM PAGE FILE: starts the program, maximized, on a page, and keeps a picture of it.
# $picture_settings are more lines of its settings; $picture_steps are commands of xdotool, one a
# line, that are done first; $picture_rest is where the pointer is left, "X Y".
picture() {
  local program=$1 page=$2 file=$3 pid result=0

  mkdir -p "$XDG_CONFIG_HOME/glib-2.0/settings"
  printf "[io/github/rubdown/Rubdown]\npage='%s'\nmaximized=true\n%s\n" "$page" \
    "${picture_settings:-}" >"$XDG_CONFIG_HOME/glib-2.0/settings/keyfile"
  GSETTINGS_BACKEND=keyfile "$program" >>"$SESSION/rubdown.log" 2>&1 &
  pid=$!
  if has_window "$pid"; then
    [ -z "${picture_steps:-}" ] || take_steps "$file"
    settle "$file" || result=1
  else
    echo "no window for $page:" >&2
    tail -n 20 "$SESSION/rubdown.log" >&2
    result=1
  fi
  kill "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null

  return $result
}
