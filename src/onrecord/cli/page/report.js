
"use strict";
(function () {
  const sheet = document.querySelector(".sheet");
  const inside = sheet.querySelector(".inside");
  const roles = ["content", "cue", "source", "relay", "reason", "addressee"];
  let pinned = null;

  function clear() {
    document.querySelectorAll(".on").forEach((one) => one.classList.remove("on"));
    roles.forEach((role) => {
      document.querySelectorAll(".on-" + role).forEach((one) => one.classList.remove("on-" + role));
    });
    sheet.hidden = true;
  }

  function show(reading, number, chosen) {
    clear();
    roles.forEach((role) => {
      reading.querySelectorAll("[data-" + role + '~="' + number + '"]').forEach((one) => {
        one.classList.add("on-" + role);
      });
    });
    reading.querySelectorAll('.mark[data-n="' + number + '"]').forEach((one) => one.classList.add("on"));
    const card = reading.querySelector('.statements [data-n="' + number + '"]');
    if (!card) return;
    card.classList.add("on");
    reveal(reading.querySelector(".record"), card);
    if (chosen) fillSheet(card);
  }

  function reveal(record, card) {
    if (getComputedStyle(record).position !== "sticky") return;
    const route = card.closest(".account");
    const box = record.getBoundingClientRect();
    const top = route.getBoundingClientRect().top;
    const bottom = card.getBoundingClientRect().bottom;
    if (top >= box.top && bottom <= Math.min(box.bottom, innerHeight)) return;
    let to = record.scrollTop + top - box.top - 8;
    if (bottom - top > box.height) to = record.scrollTop + card.getBoundingClientRect().top - box.top - 8;
    record.scrollTo({ top: to });
  }

  function fillSheet(card) {
    const account = card.closest(".account").cloneNode(false);
    const route = card.closest(".route");
    account.append(card.closest(".account").querySelector("h3").cloneNode(true));
    account.append(route.querySelector(".chain").cloneNode(true));
    const list = document.createElement("ul");
    list.className = "statements";
    list.append(card.cloneNode(true));
    account.append(list);
    account.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    inside.replaceChildren(account);
    sheet.hidden = false;
  }

  function timesOf(event) {
    const one = event.target.closest(".reading [data-t]");
    return one ? { reading: one.closest(".reading"), numbers: one.dataset.t.split(" ") } : null;
  }

  function showTimes(found) {
    document.querySelectorAll(".on-when").forEach((one) => one.classList.remove("on-when"));
    if (!found) return;
    found.numbers.forEach((number) => {
      found.reading.querySelectorAll('[data-t~="' + number + '"]').forEach((one) => one.classList.add("on-when"));
    });
  }

  function addToSheet(found) {
    const list = document.createElement("ul");
    list.className = "mentions";
    found.numbers.forEach((number) => {
      const told = found.reading.querySelector('.mentions [data-t~="' + number + '"]');
      if (told) list.append(told.cloneNode(true));
    });
    if (sheet.hidden) inside.replaceChildren();
    inside.append(list);
    sheet.hidden = false;
  }

  function statementOf(event) {
    const one = event.target.closest(".reading [data-n]");
    return one ? { reading: one.closest(".reading"), number: one.dataset.n } : null;
  }

  function restore() {
    if (pinned) show(pinned.reading, pinned.number, true);
    else clear();
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") showTimes(timesOf(event));
    if (event.pointerType !== "mouse" || pinned) return;
    const found = statementOf(event);
    if (found) show(found.reading, found.number, false);
  });
  document.addEventListener("focusin", (event) => {
    showTimes(timesOf(event));
    const found = statementOf(event);
    if (found && !pinned) show(found.reading, found.number, false);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".sheet")) return;
    const link = event.target.closest("a");
    if (link && !link.classList.contains("mark")) return;
    const found = statementOf(event);
    const times = event.target.closest(".when") && !link ? timesOf(event) : null;
    showTimes(times);
    if (!found && !pinned && !times) {
      sheet.hidden = true;
      return;
    }
    if (link) {
      event.preventDefault();
      history.replaceState(null, "", "#" + link.id);
    }
    pinned = found;
    restore();
    if (times) addToSheet(times);
    if (found && event.target.closest(".record")) {
      found.reading.querySelector('.mark[data-n="' + found.number + '"]').scrollIntoView({ block: "center" });
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

  function follow() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    let one = target.closest("[data-n]");
    if (!one) {
      const base = id.replace(/-(content|cue|source|relay|reason|addressee)(-\d+)?$/, "");
      one = base !== id ? document.getElementById(base) : null;
    }
    if (!one || !one.dataset.n) return;
    pinned = { reading: one.closest(".reading"), number: one.dataset.n };
    restore();
    if (!one.closest(".record")) target.scrollIntoView({ block: sheetShows() ? "start" : "center" });
  }

  function sheetShows() {
    return getComputedStyle(sheet).display !== "none";
  }

  addEventListener("hashchange", follow);
  follow();
})();
