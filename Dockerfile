# The service as an image. What it does is also written as plain commands in docs/operations.md, and a test compares the two.
# The version is that of package.json's optionalDependencies, which vendor a Node of their own for npm's scripts: one Node, not two.
FROM node:26.10.0-trixie-slim

WORKDIR /app

# First what the dependencies hang on, so that a change of our own code does not install them again. extensions/ holds the contract that
# the server shares with the card. Optional dependencies stay: esbuild's own program is among them.
COPY package.json package-lock.json .npmrc ./
COPY extensions extensions
RUN npm ci --omit=dev && npm cache clean --force

COPY app.json ./
COPY models models
COPY src src

# The embedded database, where DATABASE_URL is not set. Nothing else is written.
RUN mkdir data && chown node:node data
VOLUME /app/data
USER node

# The app itself: behind a proxy with TLS. /readyz and /metrics stay inside, on 9464.
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.METRICS_PORT || 9464) + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Not by npm: it would not pass SIGTERM on.
CMD ["node", "src/main.ts"]
