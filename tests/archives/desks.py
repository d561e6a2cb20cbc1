"""A desk that reads without a model, and does at a word of the page what a bad page does."""

import os
import signal
import time

from onrecord.archives.worker import Desk
from onrecord.record import Article, Issue, ModelError, Reading, Stamp, article_id

STAMP = Stamp("0", "", "")


def open_plain_desk():
    return Desk(read_plainly, "plain")


def open_slow_desk():
    return Desk(read_slowly, "slow")


def open_broken_desk():
    os._exit(3)


def open_missing_desk():
    raise ModelError("the model is gone")


def read_slowly(page):
    time.sleep(0.05)
    return read_plainly(page)


def read_plainly(page):
    """A reading whose text is the page; the words in capitals are obeyed."""
    text = page.body.decode("utf-8", "replace").strip()
    if "HANG" in text:
        while True:
            pass
    if "SLEEP" in text:
        time.sleep(1000)
    if "DIE" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "KILL" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "EAT" in text:
        bytearray(500_000_000)
    if "REFUSE" in text:
        return Issue("articles", "no-article", "there is no article", where=page.where)
    article = Article(article_id(page.url, text), page.url, "", "", (), "en", text)
    return Reading(article, STAMP)
