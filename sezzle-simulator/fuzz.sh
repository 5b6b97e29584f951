#!/usr/bin/env bash
# Fuzzes the simulator with schemathesis, using the simulator's own document:
#   bash sezzle-simulator/fuzz.sh [options of `schemathesis run`]
# Runs in default and in strict mode. Needs python3 and curl; installs schemathesis in the target folder if it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

st=$(command -v st || true)
if [[ -z $st ]]; then
  venv=$(mkdir -p "${CARGO_TARGET_DIR:-target}" && cd "${CARGO_TARGET_DIR:-target}" && pwd)/schemathesis
  [[ -x $venv/bin/st ]] || { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet 'schemathesis>=4,<5'; }
  st=$venv/bin/st
fi

cargo build --quiet --locked -p sezzle-simulator
known_ids=$PWD/sezzle-simulator/schemathesis.toml
# Schemathesis keeps files from run to run in the current folder.
cd "${CARGO_TARGET_DIR:-target}"
sed '/^\[parameters\]/,$d' "$known_ids" > any-ids.toml
log=$(mktemp)
simulator=
trap 'if [[ -n $simulator ]]; then kill $simulator; fi; rm -f "$log"' EXIT

# Reads the text at a path of keys from JSON on standard input.
field() { python3 -c 'import json, sys, functools; print(functools.reduce(lambda value, key: value[key], sys.argv[1:], json.load(sys.stdin)))' "$@"; }
post() { curl --silent --fail-with-body "$SEZZLE_SERVER$1" -H 'Content-Type: application/json' -H "Authorization: Bearer ${SIMULATOR_TOKEN-}" -d "$2"; }

# Creates an order, a customer and a subscription for the runs with known ids.
prepare() {
  local keys session
  keys='{"public_key": "'$SEZZLE_PUBLIC_KEY'", "private_key": "'$SEZZLE_PRIVATE_KEY'"}'
  export SIMULATOR_TOKEN SIMULATOR_SESSION SIMULATOR_ORDER SIMULATOR_CUSTOMER SIMULATOR_WEBHOOK
  SIMULATOR_TOKEN=$(post /v2/authentication "$keys" | field token)
  session=$(post /v2/session '{
    "cancel_url": {"href": "https://shop.example/cart"},
    "complete_url": {"href": "https://shop.example/thanks"},
    "customer": {"tokenize": true},
    "order": {"intent": "AUTH", "reference_id": "order-1", "order_amount": {"amount_in_cents": 100000000, "currency": "USD"}}
  }')
  SIMULATOR_SESSION=$(field uuid <<< "$session")
  SIMULATOR_ORDER=$(field order uuid <<< "$session")
  SIMULATOR_CUSTOMER=$(post "/_simulator/sessions/$SIMULATOR_SESSION/approve" '' | field destination)
  SIMULATOR_CUSTOMER=${SIMULATOR_CUSTOMER##*customer-uuid=}
  SIMULATOR_WEBHOOK=$(post /v2/webhooks '{"url": "http://127.0.0.1:1/", "events": ["order.captured"]}' | field uuid)
}

failed=0
for mode in default strict; do
  flags=() exclude=()
  if [[ $mode == strict ]]; then
    flags=(--strict)
  else
    # This mode accepts requests that the document does not allow.
    exclude=(--exclude-checks negative_data_rejection)
  fi
  debug/sezzle-simulator --port 0 --seed 1 "${flags[@]}" > "$log" &
  simulator=$!
  until grep -q '^curl' "$log"; do sleep 0.1; done
  eval "$(grep '^export' "$log")"
  SIMULATOR_TOKEN='' prepare

  for config in "$known_ids" any-ids.toml; do
    echo "== schemathesis, $mode mode, $(basename "$config")"
    "$st" --config-file "$config" run "$SEZZLE_SERVER/_simulator/openapi.json" "${exclude[@]}" "$@" || failed=1
  done

  findings=$(curl --silent "$SEZZLE_SERVER/_simulator/requests" | python3 -c 'import json, sys; print("\n".join(r["finding"] for r in json.load(sys.stdin) if r["finding"]))')
  [[ -z $findings ]] || { echo "Responses that break the document:"; echo "$findings"; failed=1; }
  kill $simulator
  wait $simulator || true
  simulator=
  : > "$log"
done
exit $failed
