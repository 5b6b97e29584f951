#!/usr/bin/env bash
# Fuzzes the simulator from the outside, by its own document: `bash tests/simulator/fuzz.sh [OPTIONS OF schemathesis run]`.
# Needs python3, curl, and schemathesis, which it installs below the target folder if there is none.
set -euo pipefail
cd "$(dirname "$0")/../.."

st=$(command -v st || true)
if [[ -z $st ]]; then
  venv=${CARGO_TARGET_DIR:-target}/schemathesis
  [[ -x $venv/bin/st ]] || { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet 'schemathesis>=4,<5'; }
  st=$venv/bin/st
fi

cargo build --quiet --locked -p sezzle-simulator
log=$(mktemp)
"${CARGO_TARGET_DIR:-target}/debug/sezzle-simulator" --port 0 --seed 1 > "$log" &
simulator=$!
trap 'kill $simulator; rm -f "$log"' EXIT
until grep -q '^curl' "$log"; do sleep 0.1; done
eval "$(grep '^export' "$log")"

# The text at a field of some JSON on standard input.
field() { python3 -c 'import json, sys, functools; print(functools.reduce(lambda value, key: value[key], sys.argv[1:], json.load(sys.stdin)))' "$@"; }
post() { curl --silent --fail-with-body "$SEZZLE_SERVER$1" -H 'Content-Type: application/json' -H "Authorization: Bearer ${SIMULATOR_TOKEN-}" -d "$2"; }

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

failed=0
# Once with ids of what exists, and once with any.
for checked in known any; do
  echo "== schemathesis with $checked ids"
  config=tests/simulator/schemathesis.toml
  [[ $checked == known ]] || { config=$(mktemp); sed '/^\[parameters\]/,$d' tests/simulator/schemathesis.toml > "$config"; }
  "$st" --config-file "$config" run "$SEZZLE_SERVER/_simulator/openapi.json" "$@" || failed=1
done

findings=$(curl --silent "$SEZZLE_SERVER/_simulator/requests" | python3 -c 'import json, sys; print("\n".join(r["finding"] for r in json.load(sys.stdin) if r["finding"]))')
[[ -z $findings ]] || { echo "Answers that broke the document:"; echo "$findings"; failed=1; }
exit $failed
