
"use strict";
(function () {
  const sheet = document.querySelector(".sheet");
  const inside = sheet.querySelector(".inside");
  const roles = ["content", "cue", "source", "relay", "reason", "addressee"];
  // Attribute of a finding's number, where its card stands, the switch that hides its marks. The
  // first of them that a passage belongs to is the one that the panel turns to.
  const kinds = [
    { key: "e", card: ".record .events", switch: "show-event" },
    { key: "p", card: ".record .figures" },
    { key: "n", card: ".record .statements", switch: "show-said" },
    { key: "c", card: ".record .contests" },
    { key: "t", card: ".timeline .mentions", switch: "show-when" },
  ];
  let pinned = null;

  function clear() {
    document.querySelectorAll(".on").forEach((one) => one.classList.remove("on"));
    [...roles, ...kinds.map((kind) => kind.key)].forEach((name) => {
      document.querySelectorAll(".on-" + name).forEach((one) => one.classList.remove("on-" + name));
    });
    sheet.hidden = true;
  }

  function select(reading, name, number, act) {
    reading.querySelectorAll("[data-" + name + '~="' + number + '"]').forEach(act);
  }

  function light(found) {
    const reading = found.reading;
    kinds.forEach((kind) => found[kind.key].forEach((number) => {
      if (kind.key === "c" && found.n.length) return; // a statement keeps its own colour
      if (kind.key === "n") {
        roles.forEach((role) => select(reading, role, number, (one) => one.classList.add("on-" + role)));
        select(reading, "n", number, (one) => {
          if (one.matches(".mark, .statements li")) one.classList.add("on");
        });
      } else {
        select(reading, kind.key, number, (one) => one.classList.add("on-" + kind.key));
      }
    }));
  }

  function cardsOf(found) {
    const order = found.attributes ? [...kinds].sort((a, b) => (b.key === "n") - (a.key === "n")) : kinds;
    return order.flatMap((kind) => found[kind.key].map((number) => {
      return found.reading.querySelector(kind.card + " [data-" + kind.key + '~="' + number + '"]');
    })).filter(Boolean);
  }

  function show(found, chosen) {
    clear();
    light(found);
    const cards = cardsOf(found);
    const first = cards.find((one) => one.closest(".record"));
    cards.forEach((one) => one.classList.add("on"));
    if (first && (chosen || first.matches(".statements li"))) reveal(first);
    if (chosen && cards.length) fillSheet(cards);
  }

  function reveal(card) {
    const folded = card.closest("details");
    if (folded) folded.open = true;
    const record = card.closest(".record");
    if (getComputedStyle(record).position !== "sticky") return;
    const box = record.getBoundingClientRect();
    const panel = record.querySelector(".panel");
    const roof = box.top + (panel ? panel.offsetHeight : 0);
    const top = (card.closest(".account") || card).getBoundingClientRect().top;
    const own = card.getBoundingClientRect();
    if (top >= roof && own.bottom <= Math.min(box.bottom, innerHeight)) return;
    const tall = own.bottom - top > box.bottom - roof;
    record.scrollTo({ top: record.scrollTop + (tall ? own.top : top) - roof - 8 });
  }

  function copyStatement(card) {
    const account = card.closest(".account").cloneNode(false);
    account.append(card.closest(".account").querySelector("h3").cloneNode(true));
    account.append(card.closest(".route").querySelector(".chain").cloneNode(true));
    const list = document.createElement("ul");
    list.className = "statements";
    list.append(card.cloneNode(true));
    account.append(list);
    return account;
  }

  function copyCard(card) {
    const list = document.createElement("ul");
    list.className = card.parentElement.className;
    list.append(card.cloneNode(true));
    return list;
  }

  function fillSheet(cards) {
    inside.replaceChildren(...cards.map((card) => {
      return card.matches(".statements li") ? copyStatement(card) : copyCard(card);
    }));
    inside.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    sheet.hidden = false;
    sheet.scrollTop = 0;
  }

  function hidden(kind, one) {
    const name = kind.key === "p" ? (one.matches(".where") ? "show-where" : "show-who") : kind.switch;
    const toggle = name && one.closest(".text") && document.getElementById(name);
    return toggle ? !toggle.checked : false;
  }

  function findingsAt(target, whole) {
    const one = target.closest(".reading :is([data-n], [data-t], [data-e], [data-p], [data-c])");
    if (!one) return null;
    const found = { reading: one.closest(".reading"), attributes: one.matches(".source, .cue") };
    kinds.forEach((kind) => {
      const numbers = one.dataset[kind.key];
      found[kind.key] = numbers && (whole || !hidden(kind, one)) ? numbers.split(" ") : [];
    });
    return kinds.some((kind) => found[kind.key].length) ? found : null;
  }

  function restore() {
    if (pinned) show(pinned, true);
    else clear();
  }

  function placeOf(found) {
    const kind = kinds.find((one) => found[one.key].length);
    const at = ' [data-' + kind.key + '~="' + found[kind.key][0] + '"]';
    return found.reading.querySelector(kind.key === "n" ? ".text .mark" + at.trim() : ".text" + at);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || pinned) return;
    const found = findingsAt(event.target);
    if (found) show(found, false);
  });
  document.addEventListener("focusin", (event) => {
    const found = findingsAt(event.target);
    if (found && !pinned) show(found, false);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".sheet, .masthead, summary")) return;
    const link = event.target.closest("a");
    if (link && link.closest(".panel")) return turnTo(event, link);
    if (link && !link.classList.contains("mark")) return;
    const found = findingsAt(event.target);
    if (link) {
      event.preventDefault();
      history.replaceState(null, "", "#" + link.id);
    }
    pinned = found;
    restore();
    if (found && event.target.closest(".record")) {
      const place = placeOf(found);
      if (place) place.scrollIntoView({ block: "center" });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    pinned = null;
    restore();
  });
  sheet.querySelector(".close").addEventListener("click", () => {
    pinned = null;
    restore();
  });

  function turnTo(event, link) {
    const record = link.closest(".record");
    if (getComputedStyle(record).position !== "sticky") return;
    event.preventDefault();
    const part = document.getElementById(link.hash.slice(1));
    const panel = link.closest(".panel");
    record.scrollTo({ top: part.offsetTop - record.offsetTop - panel.offsetHeight });
  }

  function holderOf(id, target) {
    const card = id.match(/^(.*)-(event|who|where|thing|contest)(-\d+)?$/);
    if (card) return document.getElementById(card[1] + "-card");
    const base = id.replace(/-(content|cue|source|relay|reason|addressee)(-\d+)?$/, "");
    return (base !== id ? document.getElementById(base) : target.closest("[data-n], [data-e], [data-p], [data-c]"));
  }

  function follow() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const holder = target && holderOf(id, target);
    const found = holder && findingsAt(holder, true);
    if (!found) return;
    pinned = found;
    restore();
    if (!target.closest(".record")) target.scrollIntoView({ block: sheetShows() ? "start" : "center" });
  }

  function sheetShows() {
    return getComputedStyle(sheet).display !== "none";
  }

  addEventListener("hashchange", follow);
  follow();
})();
