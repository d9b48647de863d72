"use strict";
(function () {
  const marks = Array.from(document.querySelectorAll("article .m"));
  const cards = Array.from(document.querySelectorAll(".card"));
  const eventsOf = (mark) => mark.dataset.events.split(" ");

  function light(numbers, scrollTo) {
    const wanted = new Set(numbers);
    marks.forEach((mark) => mark.classList.toggle("lit", eventsOf(mark).some((n) => wanted.has(n))));
    cards.forEach((card) => card.classList.toggle("lit", wanted.has(card.dataset.event)));
    if (scrollTo) {
      scrollTo.scrollIntoView({ block: "nearest", behavior: "auto" });
    }
  }

  const markOf = (number) => marks.find((mark) => mark.classList.contains("act") && eventsOf(mark).includes(number));
  const cardOf = (number) => cards.find((card) => card.dataset.event === number);

  marks.forEach((mark) => {
    mark.addEventListener("mouseenter", () => light(eventsOf(mark), cardOf(eventsOf(mark)[0])));
    mark.addEventListener("mouseleave", () => light([]));
    mark.addEventListener("click", () => { const card = cardOf(eventsOf(mark)[0]); if (card) { card.focus(); } });
  });
  cards.forEach((card) => {
    card.addEventListener("mouseenter", () => light([card.dataset.event]));
    card.addEventListener("mouseleave", () => light([]));
    card.addEventListener("focus", () => light([card.dataset.event], markOf(card.dataset.event)));
    card.addEventListener("blur", () => light([]));
  });
  document.addEventListener("keydown", (key) => {
    const step = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 }[key.key];
    if (!step || !cards.length || key.ctrlKey || key.metaKey || key.altKey) { return; }
    const at = cards.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : cards.length - 1) : (at + step + cards.length) % cards.length;
    cards[next].focus();
    key.preventDefault();
  });
})();
