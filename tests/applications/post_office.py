"""A mail server on this machine that behaves as it is told."""

import email
import email.policy
import socket
import threading
import time
from dataclasses import dataclass

REFUSED = b"554 5.7.1 no\r\n"


@dataclass
class Letter:
    """A letter that was taken."""

    to: str
    words: bytes

    def message(self):
        """The letter, read."""
        return email.message_from_bytes(self.words, policy=email.policy.default)


class PostOffice:
    """Modes: take, refuse (at the door), hang, reject_recipient, reject_data (after the words), drop, slow."""

    def __init__(self):
        self.mode = "take"
        self.letters = []
        self.server = socket.create_server(("127.0.0.1", 0))
        self.address = self.server.getsockname()
        self.closing = threading.Event()

    def __enter__(self):
        threading.Thread(target=self._open, daemon=True).start()
        return self

    def __exit__(self, *_error):
        self.closing.set()
        self.server.close()

    def _open(self):
        while not self.closing.is_set():
            try:
                caller, _address = self.server.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(caller,), daemon=True).start()

    def _serve(self, caller):
        with caller, caller.makefile("rb") as lines:
            if self.mode == "hang":
                self.closing.wait(60)
                return
            caller.sendall(b"220 ready\r\n" if self.mode != "refuse" else b"554 closed\r\n")
            try:
                self._talk(caller, lines)
            except OSError:
                return

    def _talk(self, caller, lines):
        to = ""
        for line in lines:
            word = line[:4].upper()
            if word == b"RCPT":
                to = line.decode().partition("<")[2].partition(">")[0]
                caller.sendall(REFUSED if self.mode == "reject_recipient" else b"250 ok\r\n")
            elif word == b"DATA":
                caller.sendall(b"354 go on\r\n")
                words = self._words(lines)
                if not self._answer(caller, to, words):
                    return
            elif word == b"QUIT":
                caller.sendall(b"221 bye\r\n")
                return
            else:
                caller.sendall(b"250 ok\r\n")

    @staticmethod
    def _words(lines):
        words = b""
        for line in lines:
            if line == b".\r\n":
                break
            words += line[1:] if line.startswith(b"..") else line
        return words

    def _answer(self, caller, to, words):
        if self.mode == "drop":
            return False
        if self.mode == "reject_data":
            caller.sendall(REFUSED)
            return True
        if self.mode == "slow":
            time.sleep(1)
        self.letters.append(Letter(to, words))
        caller.sendall(b"250 taken\r\n")
        return True
