# Shared by scripts/serve and scripts/test: find Python, make .venv, install the locked requirements,
# and keep stamps of finished steps in var/stamps, so that the next start skips them. POSIX sh.
# VAR_DIR moves var/ elsewhere. Where the checkout cannot be written, .venv is made there, too.

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
var=${VAR_DIR:-$root/var}
case $var in /*) ;; *) var=$(pwd)/$var ;; esac
VAR_DIR=$var
export VAR_DIR
cd "$root" || exit 1
venv="$root/.venv"
[ -x "$venv/bin/python" ] || [ -w "$root" ] || venv="$var/venv"
python="$venv/bin/python"

say() { printf '%s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

supported() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if supported "$candidate"; then command -v "$candidate"; return; fi
    done
    fail "Python 3.11 to 3.13 is needed; set PYTHON to one"
}

# changed NAME PATH...: true when the paths have changed since `done_with NAME PATH...` was called
fingerprint() { "$python" "$root/scripts/fingerprint.py" "$@"; }
changed() {
    name=$1; shift
    [ "$(cat "$var/stamps/$name" 2>/dev/null)" != "$(fingerprint "$@")" ]
}
done_with() {
    name=$1; shift
    mkdir -p "$var/stamps"
    fingerprint "$@" >"$var/stamps/$name"
}

make_venv() {
    if [ -x "$python" ] && supported "$python"; then return; fi
    found=$(find_python) || exit 1
    say "Making .venv with $("$found" --version)"
    rm -rf "$venv"
    "$found" -m venv "$venv" || fail "could not make .venv (on Debian and Ubuntu: apt install python3-venv)"
}

# install LOCK: install a hashed lock file into .venv, with uv when it is there, else with pip
install() {
    lock=$1
    if [ "$(cat "$venv/$lock.installed" 2>/dev/null)" = "$(fingerprint "$lock")" ]; then return; fi
    say "Installing $lock ($(grep -c '^[a-z]' "$lock") packages; the first time takes about a minute)"
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --python "$python" --require-hashes -r "$lock" || fail "installing $lock failed"
    else
        "$python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r "$lock" \
            || fail "installing $lock failed"
    fi
    fingerprint "$lock" >"$venv/$lock.installed"
}

# Put `lossary` beside .venv's Python; it reads the code and the content of this checkout. -P: folders of the same
# names where it is called are not imported.
put_command() {
    [ -w "$venv/bin" ] || return 0 # not ours to change: who made it has put the command there
    cat >"$venv/bin/lossary" <<TEXT
#!/bin/sh
root=$(quoted "$root")
PYTHONPATH="\$root\${PYTHONPATH:+:\$PYTHONPATH}" exec $(quoted "$venv/bin/python") -P -m diagnostics_api.terminal "\$@"
TEXT
    chmod +x "$venv/bin/lossary"
}
quoted() { printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"; }

prepare() {
    umask 022
    # Only the owner reads it: it holds the database, with the hashes of passwords, and the secret key.
    (umask 077 && mkdir -p "$var") || fail "cannot write $var: set VAR_DIR to a folder that can be written"
    [ ! -w "$var" ] || chmod go-rwx "$var"
    make_venv
    install requirements.lock
    put_command
}
