#!/usr/bin/env python3
"""Makes webhooks.json: bodies with their signatures, each made by Python's hmac and by OpenSSL, which must agree.

    python3 tests/vectors/make.py > tests/vectors/webhooks.json
"""

import hashlib
import hmac
import json
import subprocess

KEYS = ["sz_pr_5f1b", "sz_pr_" + "k" * 58, "sz_pr_" + "long" * 40]
BODIES = [
    b"",
    b"{}",
    b'{"uuid":"event-1","created_at":"2026-03-01T12:00:00.749261Z","event":"order.captured","data_type":"order",'
    b'"data":{"uuid":"order-1","capture":{"uuid":"capture-1","amount":{"amount_in_cents":4150,"currency":"USD"}}}}',
    b'{ "uuid" : "event-2",\r\n  "event" : "order.refunded" }\n',
    '{"uuid":"event-3","event":"customer.tokenized","note":"caf\u00e9 \u2603 \U0001f9fe"}'.encode(),
    bytes(range(256)),
    b"x" * 10_000,
]


def with_openssl(key, body):
    command = ["openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt", "hexkey:" + key.encode().hex(), "-binary"]
    return subprocess.run(command, input=body, capture_output=True, check=True).stdout.hex()


vectors = []
for key in KEYS:
    for body in BODIES:
        signature = hmac.new(key.encode(), body, hashlib.sha256).hexdigest()
        assert signature == with_openssl(key, body), "the two disagree"
        vectors.append({"private_key": key, "body_hex": body.hex(), "signature": signature})
print(json.dumps(vectors, indent=1))
