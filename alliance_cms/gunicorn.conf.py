"""How the application server runs: everything that differs between machines comes from the environment."""

import os
import subprocess
import sys
import threading
import time
from importlib import import_module

wsgi_app = "alliance_cms.wsgi:application"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = False
timeout = 60
graceful_timeout = 20
max_requests = 20_000
max_requests_jitter = 2_000
accesslog = None
errorlog = "-"
loglevel = "warning"
# Longer request lines than any page needs are refused before they cost anything.
limit_request_line = 8190

keeper = {"wanted": True}
# Seconds between two starts of the keeper at least, should it be killed again and again.
PAUSE = 10


def when_ready(server):
    """Say where the site is, and start the process that publishes what is scheduled and sends letters."""
    print(f"The site answers on http://{server.address[0][0]}:{server.address[0][1]}/", flush=True)
    if os.environ.get("KEEP_SCHEDULE", "yes") == "yes":
        threading.Thread(target=keep_going, name="keeper", daemon=True).start()


def keep_going():
    """Start the keeper of the schedule, and start it again when it was killed."""
    pace = os.environ.get("KEEP_SCHEDULE_SECONDS", "20")
    command = [sys.executable, "manage.py", "keep_schedule", "--parent", str(os.getpid()), "--every", pace]
    while keeper["wanted"]:
        began = time.monotonic()
        keeper["process"] = subprocess.Popen(command)
        keeper["process"].wait()
        time.sleep(max(0, PAUSE - (time.monotonic() - began)))


def post_worker_init(worker):
    """Let a new worker read what searches need, before its first reader looks for something."""
    import_module("search.warming").begin(worker.wsgi)


def on_exit(server):
    """End the process that keeps the schedule."""
    keeper["wanted"] = False
    if "process" in keeper:
        keeper["process"].terminate()
