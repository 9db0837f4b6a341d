"use strict";
/**
 * Which layers are shown: a button that opens a list of switches. An online layer is asked for twice, since its pictures
 * come from elsewhere; where they don't come, the outlines stay and a line says so.
 */
Chronotope.LayerControl = (() => {
  const { dom, words } = Chronotope;
  const HOST = /^https?:\/\/([^/]+)/;

  /** Who learns of the reader. @param {{url: string}} tiles */
  const host = (tiles) => (HOST.exec(tiles.url) || ["", ""])[1].replace("{s}.", "");

  /** Its attribution is shown as text. @param {any} tiles */
  function tileLayer(tiles) {
    const attribution = dom.make("span", { text: tiles.attribution }).innerHTML;
    return L.tileLayer(tiles.url, { attribution, maxNativeZoom: tiles.maxZoom, maxZoom: 12, referrerPolicy: "no-referrer" });
  }

  return L.Control.extend({
    /** @param {{layers: Record<string, any>, tiles: any[], changed: () => void, options?: any}} given own layers, online ones */
    initialize(given) {
      Object.assign(this, given);
      L.Util.setOptions(this, { position: "topright" });
    },

    onAdd() {
      const list = dom.make("div", { class: "layer-list" });
      for (const [name, layer] of Object.entries(this.layers)) list.append(this._switch(`layer_${name}`, layer));
      this._note = dom.make("p", { class: "note" });
      list.append(this._note);
      for (const tiles of this.tiles) list.append(...this._online(tiles));
      const box = dom.make("details", { class: "layers" }, dom.make("summary", { "data-word": "layers", text: words.say("layers") }), list);
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      return box;
    },

    /** Say something under the switches. @param {string} text */
    say(text) {
      this._note.textContent = text;
    },

    _switch(word, layer) {
      const input = dom.make("input", { type: "checkbox", checked: true });
      input.addEventListener("change", () => {
        this._map[input.checked ? "addLayer" : "removeLayer"](layer);
        this.changed();
      });
      return dom.make("label", {}, input, dom.make("span", { "data-word": word, text: words.say(word) }));
    },

    /** A switch for an online layer, what is asked before it loads and what is said where it doesn't. */
    _online(tiles) {
      const input = dom.make("input", { type: "checkbox" });
      const label = dom.make("label", {}, input, dom.make("bdi", { text: tiles.name }));
      const agree = dom.make("button", { type: "button" });
      const asked = dom.make("div", { class: "consent", hidden: true }, dom.make("p", { class: "note" }), agree);
      const failed = dom.make("p", { class: "note", role: "status" });
      const layer = this._watched(tiles, failed);
      input.addEventListener("change", () => this._ask(tiles, { input, asked, agree, layer, failed }));
      agree.addEventListener("click", () => {
        asked.hidden = true;
        layer.agreed = true;
        this._map.addLayer(layer);
        input.focus();
      });
      return [label, asked, failed];
    },

    /** Nothing is loaded before the reader agrees. */
    _ask(tiles, { input, asked, agree, layer, failed }) {
      asked.hidden = !input.checked || layer.agreed;
      asked.firstChild.textContent = words.say("tiles_ask", { host: host(tiles) });
      agree.textContent = words.say("tiles_agree");
      failed.textContent = "";
      if (input.checked && layer.agreed) this._map.addLayer(layer);
      if (!input.checked) this._map.removeLayer(layer);
    },

    /** The ground makes way when the first picture has come, and only then. */
    _watched(tiles, failed) {
      const layer = tileLayer(tiles);
      const ground = (tiled) => this._map.getContainer().classList.toggle("tiled", tiled);
      layer.on("tileload", () => { ground(true); failed.textContent = ""; });
      layer.on("tileerror", () => { failed.textContent = words.say("tiles_failed", { host: host(tiles) }); });
      layer.on("remove", () => ground(false));
      return layer;
    },
  });
})();
