// The two panes of an article: words lead to the fact, the fact to its words, by mouse and by keyboard.
// Without this script the same links work as plain ones. Keys act only while the focus is inside the panes.
(() => {
  "use strict";
  const panes = document.getElementById("panes");
  const text = panes && panes.querySelector("article");
  if (!text) return;
  const told = document.getElementById("told");
  panes.querySelector(".keys").hidden = false;
  const marks = [...text.querySelectorAll("[data-facts]")];
  const factsOf = (mark) => mark.dataset.facts.split(" ");
  const wordsOf = (fact) => marks.filter((mark) => factsOf(mark).includes(fact));
  const itemOf = (fact) => document.getElementById("f-" + fact);
  const linkOf = (fact) => itemOf(fact) && itemOf(fact).querySelector("a.to");
  let chosen = null;

  function let_go() {
    for (const one of panes.querySelectorAll(".chosen")) one.classList.remove("chosen");
    chosen = null;
  }

  function choose(fact) {
    let_go();
    const item = itemOf(fact);
    if (!item) return;
    chosen = fact;
    item.classList.add("chosen");
    for (const mark of wordsOf(fact)) mark.classList.add("chosen");
    told.textContent = item.firstElementChild.textContent;
  }

  const first = (fact) => {
    const start = document.getElementById("w-" + fact);
    const own = start && start.closest("a.m");
    return own || wordsOf(fact).find((mark) => mark.matches("a"));
  };

  function show(element, focus) {
    if (!element) return;
    element.scrollIntoView({ block: "nearest" });
    if (focus) element.focus({ preventScroll: true });
  }

  function to_fact(mark, focus) {
    const facts = factsOf(mark);
    const next = facts[(facts.indexOf(chosen) + 1) % facts.length]; // a second press: the next fact of the same words
    choose(next);
    history.replaceState(null, "", "#f-" + next);
    show(itemOf(next), false);
    if (focus) show(linkOf(next), true);
  }

  function to_words(fact, focus) {
    choose(fact);
    history.replaceState(null, "", "#w-" + fact);
    show(first(fact), focus);
  }

  panes.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const byKey = event.detail === 0; // Enter on a link is a click without a pointer
    const mark = event.target.closest("[data-facts]");
    const link = event.target.closest("a.to");
    if (mark && text.contains(mark)) {
      event.preventDefault();
      to_fact(mark, byKey);
    } else if (link) {
      event.preventDefault();
      to_words(link.closest("li").id.slice(2), byKey);
    }
  });

  panes.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input")) return;
    const here = document.activeElement;
    const inText = text.contains(here);
    if (event.key === "Escape") {
      const back = chosen && (inText ? linkOf(chosen) : first(chosen));
      let_go();
      show(back, true);
    } else if (event.key === "n" || event.key === "p") {
      const row = inText ? marks.filter((m) => m.matches("a")) : [...panes.querySelectorAll("a.to")];
      const at = row.indexOf(here);
      const next = row[at + (event.key === "n" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      show(next, true);
      choose(inText ? factsOf(next)[0] : next.closest("li").id.slice(2));
    }
  });

  function arrive() {
    const asked = /^#([fw])-(.+)$/.exec(location.hash);
    if (!asked || !itemOf(asked[2])) return;
    choose(asked[2]);
    const both = [itemOf(asked[2]), first(asked[2])]; // what was asked for is shown last, so it is surely in sight
    for (const one of asked[1] === "w" ? both : both.reverse()) show(one, false);
  }
  window.addEventListener("hashchange", arrive);
  arrive();
})();
