# One image for every service of docker-compose.yml: pages, tasks, timetable, migrations.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 \
    MALLOC_ARENA_MAX=2 DJANGO_SETTINGS_MODULE=config.settings.production TROPA_STATE_DIR=/var/lib/tropa
WORKDIR /srv/tropa

COPY requirements.txt ./
RUN pip install --require-hashes --requirement requirements.txt

# An account that owns nothing but the produced files
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin tropa \
    && mkdir -p /var/lib/tropa/files && chown -R tropa /var/lib/tropa

COPY . ./
# The settings ask for these three; collecting static files uses none of them
RUN SECRET_KEY=build DATABASE_URL=postgresql://build@localhost/build BROKER_URL=redis://localhost/0 \
    python manage.py collectstatic --no-input --verbosity 0

USER tropa
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "1", \
     "--no-ws", "--log-level", "warning", "config.wsgi:application"]
