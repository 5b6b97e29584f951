"""A handler of Sezzle webhooks: verifies the signature, and handles each event once.

Writes the number of handled events to a file, for tests. Usage: handler.py READY_FILE COUNT_FILE
"""

import hashlib
import hmac
import json
import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

KEY = os.environ["SEZZLE_PRIVATE_KEY"].encode()
handled = set()


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        expected = hmac.new(KEY, body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, self.headers.get("Sezzle-Signature", "")):
            return self.respond(401)
        handled.add(json.loads(body)["uuid"])
        with open(sys.argv[2], "w") as file:
            file.write(str(len(handled)))
        self.respond(200)

    def respond(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1] + ".tmp", "w") as file:
    file.write(f"http://127.0.0.1:{server.server_port}/webhooks")
os.rename(sys.argv[1] + ".tmp", sys.argv[1])
server.serve_forever()
