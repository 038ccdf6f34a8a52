# A PostgreSQL cluster of our own in a temporary folder, reached by a socket only. Source it, then call
# start_postgres (sets DATABASE_URL) and stop_postgres. POSIX sh.

postgres_binaries() {
    for folder in /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin; do
        [ -x "$folder/initdb" ] && found=$folder
    done
    if [ -n "${found:-}" ]; then printf '%s' "$found"; return; fi
    command -v initdb >/dev/null 2>&1 && dirname -- "$(command -v initdb)"
}

# PostgreSQL refuses to run as root, so root hands over to the postgres user.
as_server() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() {
    binaries=$(postgres_binaries)
    [ -n "$binaries" ] || return 1
    cluster=$(mktemp -d "${TMPDIR:-/tmp}/lossary-postgres.XXXXXX")
    [ "$(id -u)" = 0 ] && chown postgres "$cluster"
    (
        cd "$cluster"
        as_server "$binaries/initdb" -D "$cluster/data" -U lossary --auth=trust --encoding=UTF8 --no-sync >"$cluster/log" 2>&1 \
            && as_server "$binaries/pg_ctl" -D "$cluster/data" -l "$cluster/server.log" -w -s \
                -o "-k $cluster -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start \
            && as_server "$binaries/createdb" -h "$cluster" -U lossary lossary
    ) || { cat "$cluster"/*log >&2; return 1; }
    DATABASE_URL="postgres://lossary@$(printf '%s' "$cluster" | sed 's|/|%2F|g')/lossary"
    export DATABASE_URL
}

stop_postgres() {
    [ -n "${cluster:-}" ] || return 0
    (cd "$cluster" && as_server "$binaries/pg_ctl" -D "$cluster/data" -m immediate -s stop) || true
    rm -rf "$cluster"
    cluster=
}
