"use strict";
(function () {
  // Keys: / to the search box, j and k through what a list holds. All else works without.
  let at = -1;
  function go(step) {
    const items = [...document.querySelectorAll("[data-item]")];
    if (!items.length) return;
    at = Math.min(Math.max(at + step, 0), items.length - 1);
    const link = items[at].querySelector("a[href]") || items[at];
    link.focus();
    items[at].scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("find").focus();
    } else if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
  });
})();
