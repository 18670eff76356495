# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by screenshots: the pictures of the reader. One more is one more line here.

# NAME WIDTH HEIGHT DPI LANGUAGE LOOK | SETTINGS, apart by blanks | STEPS of xdotool, by semicolons
# LANGUAGE is that of the article: "de" has words as long as they get, "he" runs to the left; both
# are the English article with other letters. LOOK is that of the desktop; "contrast" is high
# contrast.
reader_pictures="
wide-light       1100 800  96 en light    |                                     |
wide-dark        1100 800  96 en dark     |                                     |
wide-contrast    1100 800  96 en contrast |                                     |
wide-sepia       1100 800  96 en light    | reader-theme='sepia'                |
paper-dark       1100 800  96 en light    | reader-theme='dark'                 |
paper-light      1100 800  96 en dark     | reader-theme='light'                |
section-sepia    1100 800  96 en light    | reader-theme='sepia'                | key n;key n
sepia-contrast   1100 800  96 en contrast | reader-theme='sepia'                | key n;key n
large-serif      1100 800  96 en light    | reader-size=150 reader-font='serif' | key n
justified        1100 800  96 en light    | reader-justified=true reader-font='serif' |
text-popover     1100 800  96 en light    | reader-theme='sepia'                | key ctrl+t
find             1100 800  96 en light    |                     | key ctrl+f;type massage
find-dark        1100 800  96 en dark     |                     | key ctrl+f;type soreness
back             1100 800  96 en light    | | mousemove 60 290 click 1;key End;key alt+Left
full-screen      1100 800  96 en light    |         | key n;key n;key F11
narrow-light     360  720  96 en light    |                                     | key n
narrow-sepia     360  720  96 en light    | reader-theme='sepia'                |
narrow-popover   360  720  96 en dark     |                                     | key ctrl+t
narrow-find      360  720  96 en light    |                     | key ctrl+f;type massage
narrow-large     360  720 192 en light    |                                     | key n
narrow-german    360  720  96 de light    |                                     | key n
wide-german      1100 800  96 de light    | reader-justified=true               | key n
library          1100 800  96 en light    | | mousemove 150 580 click 1
imported         1100 800  96 en light    | | key ctrl+k;type wrecking;sleep 1;key Return
imported-narrow  360  720  96 en dark     | | key ctrl+k;type wrecking;sleep 1;key Return
library-narrow   360  720  96 en light    | | key F9
library-search   1100 800  96 en light    | | key ctrl+k;type hills
library-dark     1100 800  96 en dark     | | mousemove 150 580 click 1
add-address      1100 800  96 en light    | | key ctrl+l;type nowhere.invalid;key Return
highlights       1100 800  96 en light    | | mousemove 263 80 click 1;mousemove 30 128 click 1
highlight-popover 1100 800 96 en light    | | mousemove 780 400 click --repeat 2 1
contents         1100 800  96 en light    | | mousemove 163 80 click 1
badge            1100 800  96 en light    | | key n;key Tab;key Return
badge-narrow     360  720  96 en dark     | | key n;key Tab;key Return
mention          1100 800  96 en light    | | key n;key Tab;key Tab
guide            1100 800  96 en light    | | mousemove 150 237 click 1
guide-german     1100 800  96 de light    | | mousemove 150 237 click 1
aloud            1100 800  96 en light    | | key ctrl+r
wide-rtl         1100 800  96 he light    |                                     | key n
narrow-rtl       360  720  96 he dark     |                                     |
"

# shoot_reader FILE LANGUAGE LOOK SETTINGS STEPS: inside a private session.
shoot_reader() {
  local scheme=$3

  mkdir -p -m 700 "$XDG_DATA_HOME/rubdown"
  "$demo_build/build-aux/demo/rub-make-demo" "$XDG_DATA_HOME/rubdown/rubdown.db" || return 1
  if [ "$scheme" = contrast ]; then
    scheme=light
    export ADW_DEBUG_HIGH_CONTRAST=1
  fi
  # In full screen the top edge shows what is hidden.
  case $5 in *F11*) picture_rest='700 700' ;; esac
  picture_settings=$(printf '%s\n' $4)
  picture_steps=$(printf '%s' "$5" | tr ';' '\n')
  ADW_DEBUG_COLOR_SCHEME=prefer-$scheme picture rubdown read "$1"
}

# shoot_all_of_reader FOLDER: each in a session of its own.
shoot_all_of_reader() {
  local name width height dpi language look settings steps articles failed=0

  articles=$(mktemp -d) || return 1
  "$lib/strange-articles" "$root/data/articles/massage-for-runners.en.json" "$articles" || return 1
  export G_RESOURCE_OVERLAYS="/io/github/rubdown/Rubdown/articles=$articles"
  while IFS='|' read -r shot settings steps; do
    read -r name width height dpi language look <<<"$shot"
    [ -n "$name" ] || continue
    say "$name"
    lay_out_like "$language"
    read -r steps <<<"$steps"
    "$lib/private-session" -g "$(screen_for "$width" "$height")" -d "$dpi" \
      "$here/screenshots" --inside-reader "$1/$name.png" "$language" "$look" "$settings" "$steps" \
      </dev/null \
      || failed=1
  done <<<"$reader_pictures"
  rm -rf "$articles"

  return $failed
}
