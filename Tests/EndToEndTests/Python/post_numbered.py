"""Posts numbered events to http://127.0.0.1:PORT/event from a few connections until the receiver is gone.

Prints the name of each event that was acknowledged with 200, at once, and of no other.
"""

import http.client
import json
import sys
import threading

port, connections = int(sys.argv[1]), 8
lock = threading.Lock()


def post(lane):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    for number in range(1_000_000):
        name = f"e{lane}_{number}"
        body = json.dumps({
            "event": {"action": "create", "workspace": "acme", "collection": "load", "resource_type": "dataset",
                      "resource_name": name, "timestamp": 1795442600112},
            "data": {"location": "gs://b/p", "properties": {}},
        })
        try:
            connection.request("POST", "/event", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            return
        if answer.status == 200:
            with lock:
                print(name, flush=True)


threads = [threading.Thread(target=post, args=(lane,)) for lane in range(connections)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
