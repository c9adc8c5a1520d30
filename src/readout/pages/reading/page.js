"use strict";
(() => {
  const root = document.documentElement;
  const said = document.querySelector(".said");
  const all = (selector) => [...document.querySelectorAll(selector)];
  const links = all(".fact .words");
  const byKey = (key) => all(`[data-key="${key}"]`);
  const keyOf = (link) => link.closest(".fact").dataset.key;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = matchMedia("(max-width: 60rem)");
  let active = null;

  root.classList.add("js");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.setAttribute("aria-label", "Close");
  close.textContent = "\u00d7";

  const clear = () => {
    if (active === null) return;
    byKey(active).forEach((element) => element.classList.remove("on"));
    document.getElementById(`f-${active}`).querySelector(".words").removeAttribute("aria-current");
    close.remove();
    active = null;
    said.textContent = "";
  };

  const activate = (key) => {
    if (active === key) return;
    clear();
    const card = document.getElementById(`f-${key}`);
    if (!card) return;
    active = key;
    byKey(key).forEach((element) => element.classList.add("on"));
    card.querySelector(".words").setAttribute("aria-current", "true");
    card.append(close);
    said.textContent = `${card.querySelector(".code").title}: its words are marked in the text`;
  };

  const visible = (element) => {
    const box = element.getBoundingClientRect();
    return box.top >= 64 && box.bottom <= innerHeight * (narrow.matches ? 0.5 : 1);
  };

  const show = (element, block) => {
    if (element) element.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
  };

  const showWords = (key) => {
    const words = document.getElementById(`w-${key}`);
    if (words && !visible(words)) show(words, narrow.matches ? "start" : "center");
  };

  const showCard = (key) => {
    if (!narrow.matches) show(document.getElementById(`f-${key}`), "nearest");
  };

  const walk = (step) => {
    const shown = links.filter((link) => link.checkVisibility ? link.checkVisibility() : link.offsetParent);
    if (!shown.length) return;
    const place = shown.findIndex((link) => keyOf(link) === active);
    const next = place < 0 ? (step > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, place + step));
    shown[next].focus({ preventScroll: true });
    showCard(keyOf(shown[next]));
  };

  document.addEventListener("focusin", (event) => {
    const card = event.target.closest(".fact");
    const code = event.target.closest(".text .code");
    if (card && event.target.matches(".words")) {
      activate(card.dataset.key);
      showWords(card.dataset.key);
    } else if (code) {
      const key = code.dataset.key;
      activate(key);
      showCard(key);
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target === close) {
      event.preventDefault();
      event.stopPropagation();
      clear();
      return;
    }
    const card = event.target.closest(".fact");
    const mark = event.target.closest(".text .code, .text .mark");
    if (card) {
      event.preventDefault();
      activate(card.dataset.key);
      showWords(card.dataset.key);
    } else if (mark && String(getSelection()) === "") {
      event.preventDefault();
      activate(mark.dataset.key);
      showCard(mark.dataset.key);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) {
      if (event.key === "Escape") clear();
      return;
    }
    const inFacts = event.target.closest(".facts");
    if (event.key === "Escape") clear();
    else if (event.key === "j" || (inFacts && event.key === "ArrowDown")) { event.preventDefault(); walk(1); }
    else if (event.key === "k" || (inFacts && event.key === "ArrowUp")) { event.preventDefault(); walk(-1); }
    else if (event.key === "Enter" && event.target.matches(".text .code")) {
      event.preventDefault();
      const key = event.target.dataset.key;
      document.querySelector(`#f-${CSS.escape(key)} .words`).focus({ preventScroll: true });
      showCard(key);
    }
  });

  const arrive = () => {
    const named = /^#[fw]-([\w-]+)$/.exec(location.hash);
    if (!named) return;
    activate(named[1]);
    showWords(named[1]);
    showCard(named[1]);
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
