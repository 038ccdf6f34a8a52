# The site with its requirements, static files and content. It runs as an ordinary user and writes to VAR_DIR only.
#   docker build -t lossary .
#   docker run --read-only --tmpfs /tmp -v lossary:/var/lib/lossary -e SECRET_KEY -p 127.0.0.1:8000:8000 lossary
# Commands: start (the default: release, then serve), release, serve, backup, restore, manage. See docs/operating.md.
ARG BASE=python:3.13-slim-bookworm

FROM ${BASE} AS build
WORKDIR /app
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 VENV=/app/.venv STATIC_ROOT=/app/static-files
COPY requirements.lock ./
RUN python3 -m venv .venv && .venv/bin/python -m pip install --no-input --require-hashes -r requirements.lock
COPY manage.py pyproject.toml LICENSE LICENSE-CONTENT ./
COPY charts ./charts
COPY config ./config
COPY content ./content
COPY deploy ./deploy
COPY diagnostics_api ./diagnostics_api
COPY dictionary ./dictionary
COPY engine ./engine
COPY fixtures ./fixtures
COPY operations ./operations
COPY quizzes ./quizzes
COPY scripts ./scripts
COPY static ./static
COPY templates ./templates
COPY web ./web
# The key is for this step only; the site does not start without one of its own.
RUN SECRET_KEY=only-to-build VAR_DIR=/tmp/var scripts/release static \
    && .venv/bin/python -m compileall -q -j 0 charts config content diagnostics_api dictionary engine operations quizzes web

FROM ${BASE}
WORKDIR /app
COPY --from=build /app /app
ENV VENV=/app/.venv STATIC_ROOT=/app/static-files VAR_DIR=/var/lib/lossary BIND=0.0.0.0:8000 LOG_FORMAT=json \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN install -d -m 0700 -o 10001 -g 10001 /var/lib/lossary
USER 10001:10001
VOLUME /var/lib/lossary
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=12s --start-period=60s CMD ["/app/.venv/bin/python", "/app/deploy/probe.py"]
ENTRYPOINT ["/app/deploy/entrypoint"]
CMD ["start"]
