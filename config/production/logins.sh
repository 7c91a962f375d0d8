#!/usr/bin/env bash
# Logins and the database of a real server, once, as its superuser (docs/production.md). The postgres image runs it by
# itself when its volume is empty; by hand: PGHOST=… PGUSER=postgres MIGRATOR_PASSWORD=… … config/production/logins.sh
#
# migrator_login makes roles and tables and is known to the migrate job alone. school_login may become any school,
# municipal_login any municipality or region, worker_login both: each one at a time, and none of them by inheritance.
set -euo pipefail

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-${PGUSER:-postgres}}" --dbname postgres \
    --set migrator="$MIGRATOR_PASSWORD" --set school="$SCHOOL_PASSWORD" \
    --set municipal="$MUNICIPAL_PASSWORD" --set worker="$WORKER_PASSWORD" <<'SQL'
CREATE ROLE migrator_login LOGIN CREATEROLE PASSWORD :'migrator';
CREATE ROLE school_login LOGIN NOINHERIT PASSWORD :'school' CONNECTION LIMIT 60;
CREATE ROLE municipal_login LOGIN NOINHERIT PASSWORD :'municipal' CONNECTION LIMIT 20;
CREATE ROLE worker_login LOGIN NOINHERIT PASSWORD :'worker' CONNECTION LIMIT 10;
-- the migrator sets what the three are without a choice (nobody), but cannot become them
GRANT school_login, municipal_login, worker_login TO migrator_login WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;
-- PostgreSQL 16 has no builtin provider: there leave out LOCALE_PROVIDER and BUILTIN_LOCALE
CREATE DATABASE tropa OWNER migrator_login TEMPLATE template0 ENCODING 'UTF8'
    LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';
SQL
