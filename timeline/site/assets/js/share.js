"use strict";
/** The dialog with a link to what is shown, and with frames for other pages. */
Chronotope.share = (() => {
  const { address, dom, words } = Chronotope;

  function start() {
    dom.byId("share").addEventListener("click", open);
    for (const button of dom.byId("share-dialog").querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button));
  }

  async function open() {
    const hash = await address.say(true);
    const page = location.href.split("#")[0];
    field("share-link").value = page + hash;
    field("share-map").value = frame(new URL("embed/map.html", page).href + hash, 480);
    field("share-timeline").value = frame(new URL("embed/timeline.html", page).href + hash, 320);
    dom.byId("share-dialog").showModal();
  }

  const field = (id) => /** @type {HTMLInputElement} */ (dom.byId(id));

  /** @param {string} url @param {number} height */
  function frame(url, height) {
    const element = dom.make("iframe", { src: url, title: document.title, width: "100%", height, loading: "lazy" });
    return element.outerHTML;
  }

  /** @param {HTMLElement} button */
  async function copy(button) {
    const box = field(button.dataset.copy);
    box.select();
    try {
      await navigator.clipboard.writeText(box.value);
    } catch (refused) {
      document.execCommand("copy"); // pages opened from a folder may not use the clipboard's newer interface
    }
    dom.byId("share-status").textContent = words.say("copied");
  }

  return { start };
})();
