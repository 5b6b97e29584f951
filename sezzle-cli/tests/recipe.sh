#!/bin/sh
# Tests a webhook handler, here in Python, in CI: all nine events of one order, then the same events twice, shuffled and
# corrupted. Nothing sleeps: each program writes a file when it is ready. Usage: recipe.sh PATH_OF_SEZZLE
set -eu
sezzle=$1
handler=$(cd "$(dirname "$0")" && pwd)/handler.py
folder=$(mktemp -d)
cd "$folder"
started=""
trap 'kill $started 2>/dev/null || true; rm -rf "$folder"' EXIT

wait_for() { # FILE PROCESS
  until [ -f "$1" ]; do kill -0 "$2" || { echo "$1 does not appear" >&2; exit 1; }; done
}

"$sezzle" sim --port 0 --ready-file sim.url >sim.log & sim=$!
started="$started $sim"
wait_for sim.url $sim
SEZZLE_SERVER=$(cat sim.url)
export SEZZLE_SERVER

SEZZLE_PRIVATE_KEY=sz_pr_simulator python3 "$handler" handler.url count & python=$!
started="$started $python"
wait_for handler.url $python

# 12 events: each new dispute and the last refund make further ones.
"$sezzle" listen --forward-to "$(cat handler.url)" --record events.jsonl --ready-file listen.url \
  --exit-after 12 --timeout 60s >listen.log & listen=$!
started="$started $listen"
wait_for listen.url $listen

order=$("$sezzle" trigger order.authorized --quiet)
for event in customer.tokenized order.captured order.refunded dispute.merchant_input_requested \
  dispute.deadline_approaching dispute.closed.neutral dispute.closed.merchant_win dispute.closed.customer_win; do
  "$sezzle" trigger $event --order "$order"
done
wait $listen

# The handler must have handled 12 events after every delivery, however often they are repeated.
"$sezzle" replay events.jsonl --forward-to "$(cat handler.url)" --shuffle --duplicate 2 --corrupt \
  --verify-cmd '[ "$(cat count)" = 12 ]'
echo "all checks passed"
