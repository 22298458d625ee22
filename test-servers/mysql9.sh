#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A MySQL 9 for tests on Debian, from the packages of its suite "sid", without installing anything:
#
#   mysql9.sh start [FOLDER]   unpacks it into FOLDER once, starts it on loopback and prints what tests want to know:
#                              eval "$(test-servers/mysql9.sh start)" && mvn verify
#   mysql9.sh stop [FOLDER]    ends it; what was unpacked stays
#
# FOLDER is ~/.cache/rollback-test-servers/mysql-9 unless told. apt resolves the packages as if none were installed, so what is unpacked
# is complete by itself, with a C library of its own, and checks them against Debian's keyring as ever.
set -euo pipefail

command=${1:-}
folder=${2:-${XDG_CACHE_HOME:-$HOME/.cache}/rollback-test-servers/mysql-9}
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
root=$folder/root

fail() {
    echo "mysql9.sh: $*" >&2
    exit 1
}

usage() {
    sed -n '3,10s/^# \{0,1\}//p' "$0"
    exit 2
}

# The archives that this machine takes Debian's packages from.
archives() {
    apt-get --print-uris -o Dir::State::Lists="$folder/apt/none" update 2>/dev/null |
        sed -n "s#^'\(.*\)/dists/.*/InRelease'.*#\1#p" | grep -v security | sort -u
}

private_apt() {
    apt-get -q -c "$folder/apt/apt.conf" "$@"
}

update_from() {
    echo "deb [signed-by=$keyring] $1 sid main" >"$folder/apt/sources.list"
    private_apt -o APT::Update::Error-Mode=any update >"$folder/apt/update.log" 2>&1
}

unpack() {
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || fail "takes Debian's apt-get and dpkg-deb"
    [ -r "$keyring" ] || fail "$keyring is missing (package debian-archive-keyring)"
    rm -rf "$folder"
    mkdir -p "$folder"/apt/{none/partial,lists/partial,cache/archives/partial,state} "$root"
    : >"$folder/apt/status"
    cat >"$folder/apt/apt.conf" <<CONF
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Pre-Install-Pkgs;
#clear DPkg::Post-Invoke;
Dir::Etc::SourceList "$folder/apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Dir::State "$folder/apt/state";
Dir::State::Lists "$folder/apt/lists";
Dir::State::Status "$folder/apt/status";
Dir::Cache "$folder/apt/cache";
Dir::Log "$folder/apt/state";
APT::Sandbox::User "";
APT::Install-Recommends "false";
Acquire::Languages "none";
Acquire::Retries "3";
CONF
    local archive served=""
    for archive in $(archives); do
        update_from "$archive" && served=1 && break
    done
    [ -n "$served" ] || fail "no archive of this machine's apt serves sid, see $folder/apt/update.log"
    private_apt -y --download-only install mysql-server-core mysql-client-core >"$folder/apt/install.log" 2>&1 ||
        fail "the packages cannot be had, see $folder/apt/install.log"
    local package
    for package in "$folder"/apt/cache/archives/*.deb; do
        dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --no-same-owner --exclude=./usr/share/doc --exclude=./usr/share/man
    done
    rm -rf "$folder/apt/cache" "$folder/apt/lists"
    program mysqldump >"$folder/mysqldump"
    program mysqld >"$folder/mysqld"
    chmod +x "$folder/mysqldump" "$folder/mysqld"
    touch "$folder/unpacked"
}

# A script that runs a program by the loader and the libraries that came with it.
program() {
    local libraries path
    libraries=$(echo "$root"/usr/lib/*-linux-gnu*)
    path=$(find "$root/usr/sbin" "$root/usr/bin" -name "$1")
    echo '#!/bin/sh'
    echo "exec env -u LD_PRELOAD -u LD_LIBRARY_PATH $libraries/ld-linux-*.so.* --library-path $libraries --argv0 $path $path \"\$@\""
}

server() {
    local user=()
    [ "$(id -u)" != 0 ] || user=(--user=root)
    "$folder/mysqld" --no-defaults "${user[@]}" --basedir="$root/usr" --datadir="$folder/data" \
        --plugin-dir="$root/usr/lib/mysql/plugin" --lc-messages-dir="$root/usr/share/mysql" \
        --character-sets-dir="$root/usr/share/mysql/charsets" --secure-file-priv=NULL --skip-log-bin --mysqlx=OFF \
        --innodb-redo-log-capacity=64M --log-error="$folder/mysqld.err" "$@"
}

is_running() {
    [ -s "$folder/pid" ] && kill -0 "$(cat "$folder/pid")" 2>/dev/null
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    echo "$port"
}

start() {
    [ -e "$folder/unpacked" ] || unpack
    if ! is_running; then
        rm -rf "$folder/data" "$folder/mysqld.err" "$folder/pid"
        server --initialize-insecure || fail "no data folder: $(tail -1 "$folder/mysqld.err")"
        free_port >"$folder/port"
        (
            set -m
            server --bind-address=127.0.0.1 --port="$(cat "$folder/port")" --socket="$(mktemp -d)/s" --pid-file="$folder/pid" \
                --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=OFF </dev/null >/dev/null 2>&1 &
        )
        local tenths=0
        until grep -sq "ready for connections.*port: $(cat "$folder/port")" "$folder/mysqld.err"; do
            [ "$tenths" -lt 600 ] || fail "not ready after a minute: $(tail -1 "$folder/mysqld.err")"
            sleep 0.1
            tenths=$((tenths + 1))
        done
    fi
    echo "export TEST_MYSQL9_URL='jdbc:mysql://127.0.0.1:$(cat "$folder/port")/?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true'"
    echo "export MYSQLDUMP='$folder/mysqldump'"
}

stop() {
    if is_running; then
        kill "$(cat "$folder/pid")"
        while is_running; do sleep 0.1; done
    fi
}

case $command in
    start) start ;;
    stop) stop ;;
    *) usage ;;
esac
