"use strict";
/** Names of places under the events, as many as the zoom has room for, in the page's language. */
Chronotope.PlaceLayer = (() => {
  const { disputed, theme, words } = Chronotope;
  const MARGIN = 6;
  const BESIDE = 21;
  const SHADES = { country: "labelBroad", disputed: "disputed", water: "water" };

  return L.Renderer.extend({
    options: { padding: 0.1, pane: "places" },

    /** @param {{names: Record<string, string>, lat: number, lon: number, zoom: number, kind: string}[]} places */
    setPlaces(places) {
      this._avoided = () => [];
      this._places = [...places].sort((a, b) => a.zoom - b.zoom);
      return this;
    },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
      this._canvas = this._container.getContext("2d");
    },

    _destroyContainer() {
      this._container.remove();
    },

    _onZoom() {
      this._updateTransform(this._map.getCenter(), this._map.getZoom());
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      Chronotope.EventLayer.prototype._fit.call(this);
      this.redraw();
    },

    /** Keep room for events. @param {() => number[][]} boxes of the map's layer */
    avoid(boxes) {
      this._avoided = boxes;
      return this;
    },

    redraw() {
      if (!this._map) return;
      const { ratio, size } = this._frame;
      this._canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
      this._canvas.clearRect(0, 0, size.x, size.y);
      this._canvas.textBaseline = "middle";
      this._canvas.lineJoin = "round";
      this._canvas.lineWidth = 3;
      const { x, y } = this._bounds.min;
      this._spots = this._avoided().map(([left, top, right, bottom]) => [left - x, top - y, right - x, bottom - y]);
      this._taken = [...this._spots];
      this._named = new Set();
      for (const place of this._places) {
        if (place.zoom <= this._zoom && this._holds(place)) this._drawPlace(place);
      }
    },

    /** Disputed areas are named while they are drawn. */
    _holds(place) {
      return place.kind !== "disputed" || (!this.options.hideDisputed && disputed.holds(place));
    },

    _drawPlace(place) {
      const at = this._map.latLngToLayerPoint([place.lat, place.lon]).subtract(this._bounds.min);
      const { size } = this._frame;
      if (at.x < 0 || at.y < 0 || at.x > size.x || at.y > size.y) return;
      const name = place.names[words.language] || place.names[""];
      const text = place.kind === "disputed" ? disputed.named(name, place) : name;
      const broad = place.kind !== "town";
      if (broad) return this._drawBroad(at, text, place.kind);
      this._canvas.font = this._font("town");
      const width = this._canvas.measureText(text).width;
      const spot = this._spotOver(at);
      const covered = spot !== undefined;
      if (covered && this._named.has(spot)) return;
      const away = covered ? BESIDE : MARGIN;
      const left = [at.x + away, at.x - away - width].find((start) => this._take(start, at.y, width));
      if (left === undefined) return;
      if (covered) this._named.add(spot);
      else this._drawDot(at);
      this._write(text, left, at.y, theme.colours().label);
    },

    /** The name of a country or an area stands in its middle, or a little above or below. */
    _drawBroad(at, text, kind) {
      this._canvas.font = this._font(kind);
      const width = this._canvas.measureText(text).width;
      const y = [at.y, at.y - 24, at.y + 24, at.y - 44, at.y + 44].find((middle) => this._take(at.x - width / 2, middle, width));
      if (y !== undefined) this._write(text, at.x - width / 2, y, theme.colours()[SHADES[kind]]);
    },

    /** The events drawn over a point, whose names stand beside them. */
    _spotOver({ x, y }) {
      return this._spots.find(([left, top, right, bottom]) => x > left && x < right && y > top && y < bottom);
    },

    /** Take room for a name, if it is free. */
    _take(left, y, width) {
      const box = [left - 3, y - 8, left + width + 3, y + 8];
      if (this._taken.some((other) => overlap(box, other))) return false;
      return this._taken.push(box) > 0;
    },

    _font(kind) {
      if (kind === "country") return '600 13px "Noto Serif", Georgia, serif';
      return kind === "town" ? "11px system-ui, sans-serif" : 'italic 11px "Noto Serif", Georgia, serif';
    },

    _drawDot(at) {
      this._canvas.beginPath();
      this._canvas.arc(at.x, at.y, 1.8, 0, 2 * Math.PI);
      this._canvas.fillStyle = theme.colours().label;
      this._canvas.fill();
    },

    _write(text, left, y, colour) {
      this._canvas.textAlign = "left";
      if (colour !== theme.colours().water) {
        this._canvas.strokeStyle = theme.colours().land;
        this._canvas.strokeText(text, left, y);
      }
      this._canvas.fillStyle = colour;
      this._canvas.fillText(text, left, y);
    },
  });

  /** @param {number[]} a @param {number[]} b left, top, right, bottom */
  function overlap(a, b) {
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  }
})();
