"use strict";
/**
 * Events on a canvas over the map. Places fall into screen cells when the map moves; a change of the selection only
 * counts again. One event is drawn as its group's glyph at its own place, several at one spot as a counted ring.
 * Places known only as an area get a hollow glyph, and areas.js draws the area.
 */
Chronotope.EventLayer = (() => {
  const { areas, events, selection, spots, store, theme, glyphs } = Chronotope;
  /** How far from a mark's middle a finger still hits it: targets are 44 px wide. */
  const FINGER = 22;
  const TURN = 2 * Math.PI;

  return L.Renderer.extend({
    options: { padding: 0.2, pane: "events" },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
      this._canvas = this._container.getContext("2d");
      this._x = Float64Array.from(events.lon, areas.mercatorX);
      this._y = Float64Array.from(events.lat, areas.mercatorY);
      this._weight = new Uint32Array(events.lat.length);
      for (const place of events.place) if (place) this._weight[place - 1]++;
      this._spots = [];
      this._spotOf = new Int32Array(events.lat.length);
      this._pointed = null;
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
      this._fit();
      this._arrange();
      this.redraw();
    },

    /** Size and place the canvas over the visible part of the map. */
    _fit() {
      const size = this._bounds.getSize();
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this._container.width = Math.round(size.x * ratio);
      this._container.height = Math.round(size.y * ratio);
      this._container.style.width = `${size.x}px`;
      this._container.style.height = `${size.y}px`;
      const origin = this._map.getPixelOrigin();
      const corner = { x: origin.x + this._bounds.min.x, y: origin.y + this._bounds.min.y };
      this._frame = { ratio, corner, size, world: 256 * 2 ** this._zoom };
    },

    /** Gather places into spots for this zoom and place of the map. */
    _arrange() {
      this._spots = spots.arrange({ x: this._x, y: this._y, weight: this._weight }, this._frame);
      this._pointed = null;
      this._spotOf.fill(-1);
      this._spots.forEach((spot, number) => { for (const place of spot.places) this._spotOf[place] = number; });
      this.fire("arranged");
    },

    /** The room that spots take, as boxes in the map's layer: left, top, right, bottom. */
    boxes() {
      const { corner } = this._frame;
      return this._spots.map((spot) => {
        const x = spot.x - corner.x + this._bounds.min.x, y = spot.y - corner.y + this._bounds.min.y;
        const reach = spot.weight > 1 ? 15 : 10;
        return [x - reach, y - reach, x + reach, y + reach];
      });
    },

    /** Ask for a redraw with the next frame. */
    schedule() {
      if (this._asked) return;
      this._asked = requestAnimationFrame(() => {
        this._asked = 0;
        if (this._map) this.redraw();
      });
    },

    /** Count and draw anew. */
    redraw() {
      this._tally();
      this._paint();
    },

    _paint() {
      const { ratio, size } = this._frame;
      this._canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
      this._canvas.clearRect(0, 0, size.x, size.y);
      this._drawAreas();
      for (const spot of this.shown()) this._drawSpot(spot);
      this._drawChosen();
    },

    /** Spots that have events to show, the greatest last. */
    shown() {
      return this._spots.filter((spot) => spot.total).sort((a, b) => a.total - b.total);
    },

    /** Show the areas of the spot that is pointed at, by mouse or keys. @param {any} spot null for none */
    point(spot) {
      if (this._pointed === spot) return;
      this._pointed = spot;
      this._paint();
    },

    /** Count the selected events of each spot by group, in one pass over them. */
    _tally() {
      const groups = events.groups.length, { place, groupOf, flags } = events;
      const spotOf = this._spotOf, seen = new Uint8Array(events.lat.length);
      const counts = new Uint32Array(this._spots.length * groups);
      const last = new Int32Array(this._spots.length), disputed = new Uint8Array(this._spots.length);
      selection.each({ bounds: true }, (row) => {
        const at = place[row] - 1, spot = at < 0 ? -1 : spotOf[at];
        if (spot < 0) return;
        seen[at] = 1;
        counts[spot * groups + groupOf[row]]++;
        last[spot] = row;
        disputed[spot] |= flags[row] & events.FLAGS.disputed;
      });
      this._spots.forEach((spot, number) => {
        const own = counts.subarray(number * groups, (number + 1) * groups);
        const places = spot.places.filter((at) => seen[at]);
        const total = own.reduce((sum, n) => sum + n, 0);
        Object.assign(spot, { counts: own, total, row: last[number], disputed: disputed[number] > 0, shown: places, only: places.length === 1 ? places[0] : -1 });
      });
    },

    /** Where a spot is drawn: at the one place it shows, or amid several. */
    _at(spot) {
      const { corner } = this._frame;
      if (spot.only < 0) return { x: spot.x - corner.x, y: spot.y - corner.y };
      return this._placeAt(spot.only);
    },

    _placeAt(place) {
      const { corner, world } = this._frame;
      return { x: this._x[place] * world - corner.x, y: this._y[place] * world - corner.y };
    },

    /** The colour of a row's group. */
    _colour: (row) => theme.colours().groups[events.groups[events.groupOf[row]].code],

    /** The position of the chosen event, -1 for none. */
    _chosen: () => (store.state.selected < 0 ? -1 : events.place[store.state.selected] - 1),

    /** All areas softly, that of the chosen event and those of the spot that is pointed at in the colour of its events. */
    _drawAreas() {
      const shown = this._spots.flatMap((spot) => (spot.total ? spot.shown.filter(areas.isArea) : []));
      areas.drawAll(this._canvas, this._frame, shown);
      const colours = theme.colours(), chosen = this._chosen();
      if (chosen >= 0 && areas.isArea(chosen)) areas.drawOne(this._canvas, this._frame, chosen, this._colour(store.state.selected), 2);
      if (!this._pointed?.total) return;
      const colour = this._pointed.total === 1 ? this._colour(this._pointed.row) : colours.quiet;
      for (const place of this._pointed.shown.filter(areas.isArea)) areas.drawOne(this._canvas, this._frame, place, colour, 1.5);
    },

    _circle(at, radius) {
      this._canvas.beginPath();
      this._canvas.arc(at.x, at.y, radius, 0, TURN);
    },

    _drawSpot(spot) {
      if (spot.total > 1) return this._drawPile(spot);
      const at = this._at(spot);
      const group = events.groups[events.groupOf[spot.row]];
      const colours = theme.colours();
      const hollow = areas.isArea(spot.only);
      glyphs.draw(this._canvas, { ...at, code: group.code, size: 15, hollow, colour: colours.groups[group.code], halo: colours.paper });
      if (spot.disputed) this._dash(at, 12, colours.groups[group.code]);
    },

    /** Accounts differ: a dashed ring. */
    _dash(at, radius, colour) {
      this._canvas.setLineDash([3, 3]);
      this._ring(at, radius, 1.5, colour);
      this._canvas.setLineDash([]);
    },

    /** Several events: a ring with the share of each group, and their number. */
    _drawPile(spot) {
      const at = this._at(spot);
      const colours = theme.colours();
      const radius = this._radius(spot);
      this._circle(at, radius + 1.5);
      this._canvas.fillStyle = colours.paper;
      this._canvas.fill();
      this._canvas.lineWidth = 4;
      let angle = -Math.PI / 2;
      spot.counts.forEach((n, number) => {
        if (!n) return;
        const end = angle + (TURN * n) / spot.total;
        this._canvas.beginPath();
        this._canvas.arc(at.x, at.y, radius - 2, angle, end);
        this._canvas.strokeStyle = colours.groups[events.groups[number].code];
        this._canvas.stroke();
        angle = end;
      });
      this._canvas.fillStyle = colours.ink;
      this._canvas.font = `600 ${spot.total > 999 ? 10 : 12}px system-ui, sans-serif`;
      this._canvas.textAlign = "center";
      this._canvas.textBaseline = "middle";
      this._canvas.fillText(Chronotope.words.number(spot.total), at.x, at.y + 0.5);
      if (spot.disputed) this._dash(at, radius + 3.5, colours.quiet);
    },

    _radius: (spot) => (spot.total === 1 ? 9 : Math.min(19, 11.5 + 0.9 * Math.log2(spot.total))),

    /** The ring around the chosen event. */
    _drawChosen() {
      const place = this._chosen();
      if (place < 0) return;
      const colours = theme.colours();
      const spot = this._spots[this._spotOf[place]];
      const piled = spot && spot.total > 1;
      const at = piled ? this._at(spot) : this._placeAt(place);
      const radius = piled ? this._radius(spot) + 4 : 14;
      this._ring(at, radius, 6, colours.paper);
      this._ring(at, radius, 3, colours.accent);
    },

    _ring(at, radius, width, colour) {
      this._circle(at, radius);
      this._canvas.lineWidth = width;
      this._canvas.strokeStyle = colour;
      this._canvas.stroke();
    },

    /** The spot at a point of the map's container, null where there is none. */
    hit(containerPoint) {
      const point = this._map.containerPointToLayerPoint(containerPoint).subtract(this._bounds.min);
      const finger = matchMedia("(pointer: coarse)").matches ? FINGER : 0;
      let best = null, nearest = Infinity;
      for (const spot of this._spots) {
        if (!spot.total) continue;
        const at = this._at(spot);
        const radius = this._radius(spot);
        const away = Math.hypot(at.x - point.x, at.y - point.y) - radius;
        if (away < nearest && away < Math.max(6, finger - radius)) [best, nearest] = [spot, away];
      }
      return best;
    },

    /** The shown events of a spot. @param {{places: number[]}} spot @returns {number[]} rows */
    members(spot) {
      const places = new Set(spot.places.map((place) => place + 1));
      return selection.rows({ bounds: true }).filter((row) => places.has(events.place[row]));
    },

    /** Where a spot is within the map's container. */
    position(spot) {
      const at = this._at(spot);
      return this._map.layerPointToContainerPoint(this._bounds.min.add([at.x, at.y]));
    },
  });
})();
