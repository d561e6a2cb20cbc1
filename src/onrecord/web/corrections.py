"""What people say of findings: accepted, rejected, merged, split, edited; and taken back again.

Invariant: nothing that was read is written over, and no form but one of these pages is obeyed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.record import Entity, Event, Statement, pack_record
from onrecord.store import Correction, CorrectionKind, Record, TargetKind
from onrecord.web.edits import edit_entity
from onrecord.web.event_edits import edit_event
from onrecord.web.findings import find_finding, quote_findings
from onrecord.web.safety import read_form
from onrecord.web.site import Screen, Site, UnfitRequestError, pack
from onrecord.web.statement_edits import edit_statement

KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
TARGETS: tuple[TargetKind, ...] = get_args(TargetKind)
LISTED = 100
"""Corrections that are shown, the newest; the twin has all."""

LONGEST_NOTE = 2_000
LONGEST_NAME = 100


def show_corrections(site: Site, _: Request) -> Screen:
    """All corrections that stand, the newest first."""
    corrections = tuple(reversed(site.record.corrections()))
    shown = corrections[:LISTED]
    return Screen(
        "corrections.html",
        {
            "corrections": shown,
            "quoted": quote_findings(site.record, shown),
            "left": len(corrections) - len(shown),
        },
        {"corrections": pack(corrections)},
    )


async def post_correction(request: Request) -> Response:
    """Keeps one correction and goes back to where it was made."""
    fields = await read_form(request)
    site: Site = request.app.state.site
    made = make_correction(fields)
    if not site.writable:
        raise UnfitRequestError("this record can only be read, so corrections cannot be kept")
    await run_in_threadpool(_keep, site.record, made, dict(fields))
    return RedirectResponse(_way_back(fields), 303)


def _keep(record: Record, made: Correction, typed: dict[str, str]) -> None:
    if made.kind == "edit":
        made = replace(made, corrected=pack_record(edit_finding(record, made, typed)))
    record.correct(made)


def edit_finding(
    record: Record, correction: Correction, typed: Mapping[str, str]
) -> Statement | Event | Entity:
    """The finding of ``correction`` as a form sets it right.

    UnfitRequestError where it says nothing else than what was found.
    """
    reading = record.reading(correction.article)
    finding = find_finding(reading, correction.finding) if reading else None
    if reading is None or finding is None:
        raise UnfitRequestError("what was to be edited is no longer there: look at it again")
    edited: Statement | Event | Entity
    if isinstance(finding, Statement):
        edited = edit_statement(reading, finding, typed)
    elif isinstance(finding, Event):
        edited = edit_event(reading, finding, typed)
    else:
        edited = edit_entity(finding, typed)
    if edited == finding:
        raise UnfitRequestError("nothing was changed; to say that it is right, accept it")
    return edited


async def post_withdrawal(request: Request) -> Response:
    """Takes one correction back."""
    fields = await read_form(request)
    site: Site = request.app.state.site
    number = dict(fields).get("correction", "")
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        raise UnfitRequestError("it is not said which correction to take back")
    await run_in_threadpool(site.record.withdraw, int(number))
    return RedirectResponse(_way_back(fields), 303)


def make_correction(fields: list[tuple[str, str]]) -> Correction:
    """The correction that a form says; UnfitRequestError where it says none."""
    typed = dict(fields)
    kind = next((one for one in KINDS if one == typed.get("kind")), None)
    target = next((one for one in TARGETS if one == typed.get("target")), None)
    who, note = typed.get("who", "").strip(), typed.get("note", "").strip()
    if kind is None or target is None or not typed.get("finding"):
        raise UnfitRequestError("it is not said what to correct")
    if not who or len(who) > LONGEST_NAME:
        raise UnfitRequestError(f"say who you are, in at most {LONGEST_NAME} characters")
    if len(note) > LONGEST_NOTE:
        raise UnfitRequestError(f"a note has at most {LONGEST_NOTE} characters")
    corrected = typed.get("into", "").strip() if kind == "merge" else ""
    if kind == "merge" and not corrected:
        raise UnfitRequestError("choose what to merge it with")
    if kind == "split" and target == "entity":
        corrected = json.dumps([_read_span(value) for name, value in fields if name == "mention"])
    return Correction(
        kind, target, typed["finding"], who, typed.get("article", ""), "", corrected, note=note
    )


def _read_span(typed: str) -> list[int]:
    start, _, end = typed.partition("-")
    if not (start.isascii() and start.isdecimal() and end.isascii() and end.isdecimal()):
        raise UnfitRequestError(f"{typed} is no place in a text")
    return [int(start), int(end)]


def _way_back(fields: list[tuple[str, str]]) -> str:
    """The page that the form stood on; never one of another site."""
    back = dict(fields).get("back", "/")
    safe = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if safe and back.isprintable() else "/"
