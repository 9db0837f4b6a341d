"use strict";
/** Gathering places that lie too close on the screen to be told apart. */
Chronotope.spots = (() => {
  const CELL = 34;
  const APART = 30;

  /**
   * Put every place into a cell of the screen, then join cells whose middles lie too close.
   * @param {{x: Float64Array, y: Float64Array, weight: Uint32Array}} places on the world of width 1, with how many events each has
   * @param {{corner: {x: number, y: number}, size: {x: number, y: number}, world: number}} frame what is seen of the world
   */
  function arrange(places, frame) {
    const cells = occupied(places, frame);
    const spots = [];
    for (const cell of [...cells.values()].sort((a, b) => b.weight - a.weight)) {
      const host = hostOf(cell, cells, spots);
      cell.spot = host ?? spots.length;
      if (host === undefined) spots.push({ x: cell.x / cell.weight, y: cell.y / cell.weight, weight: cell.weight, places: cell.places });
      else for (const place of cell.places) spots[host].places.push(place);
    }
    return spots;
  }

  /** Occupied cells by number, with the sums of their places. */
  function occupied(places, { corner, size, world }) {
    const cells = new Map();
    for (let place = 0; place < places.x.length; place++) {
      const x = places.x[place] * world, y = places.y[place] * world;
      if (x < corner.x || y < corner.y || x > corner.x + size.x || y > corner.y + size.y) continue;
      const column = Math.floor(x / CELL), row = Math.floor(y / CELL);
      const key = column * 0x400000 + row;
      let cell = cells.get(key);
      if (!cell) cells.set(key, (cell = { column, row, x: 0, y: 0, weight: 0, places: [], spot: undefined }));
      const weight = places.weight[place];
      cell.x += x * weight;
      cell.y += y * weight;
      cell.weight += weight;
      cell.places.push(place);
    }
    return cells;
  }

  /** The spot of a heavier neighbour cell that lies too close, undefined where there is none. */
  function hostOf(cell, cells, spots) {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const other = cells.get((cell.column + dx) * 0x400000 + cell.row + dy);
        if (!other || other.spot === undefined) continue;
        const spot = spots[other.spot];
        if (Math.hypot(spot.x - cell.x / cell.weight, spot.y - cell.y / cell.weight) < APART) return other.spot;
      }
    }
    return undefined;
  }

  return { arrange };
})();
