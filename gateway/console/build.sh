#!/bin/sh
# Builds the console: build.sh <deno> <folder for the result>. Maven calls it.
set -eu
deno=$1
assets=$2

# Libraries exactly as locked; a registry other than npm's is named by the user's .npmrc, not here.
chmod +x "$deno"
DENO_NO_UPDATE_CHECK=1 DENO_TLS_CA_STORE=system \
    "$deno" install --frozen --quiet --node-modules-dir=auto

# Both tools are native programs: the one of this machine's kind is the only one installed.
set -- node_modules/.deno/@typescript+typescript-*/node_modules/@typescript/typescript-*/lib/tsc
"$1" --project .
set -- node_modules/.deno/@esbuild+*/node_modules/@esbuild/*/bin/esbuild
exec "$1" src/main.tsx --bundle --minify --format=esm --splitting --target=es2023 --loader:.md=text \
    --outdir="$assets" --entry-names='[name]' --chunk-names='[name]-[hash]' \
    '--define:process.env.NODE_ENV="production"' --log-level=warning
