#!/bin/sh
# SPDX-FileCopyrightText: The Rubdown contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# certificates.sh FOLDER: an authority for tests, and certificates that are right or wrong.
set -eu
cd "$1"

new_key() {
  openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"
}

# sign NAME HOSTS DAYS: a certificate by the authority, with its key behind it.
sign() {
  new_key "$1"
  printf 'subjectAltName=%s\n' "$2" >"$1.ext"
  openssl req -new -key "$1.key" -subj "/CN=Rubdown test $1" -out "$1.csr"
  openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -set_serial "$4" -days "$3" \
    -extfile "$1.ext" -out "$1.crt"
  cat "$1.crt" "$1.key" >"$1.pem"
}

new_key ca
openssl req -x509 -new -key ca.key -subj '/CN=Rubdown test authority' -days 2 -out ca.pem
sign good 'DNS:localhost,IP:127.0.0.1' 2 2
sign expired 'DNS:localhost,IP:127.0.0.1' -1 3
sign elsewhere 'DNS:elsewhere.invalid' 2 4
new_key self
openssl req -x509 -new -key self.key -subj '/CN=localhost' -days 2 \
  -addext 'subjectAltName=DNS:localhost' -out self.crt
cat self.crt self.key >self.pem
