"use strict";
/**
 * Places that are known as areas only (where_prec 3 and coarser). Where the page has the area's outline that is drawn,
 * else a circle of its radius. Areas are quiet, a soft edge, until an event in them is pointed at or chosen.
 */
Chronotope.areas = (() => {
  const { events, theme } = Chronotope;
  const AREA = 3;
  const TURN = 2 * Math.PI;
  const EQUATOR = 40075016.7;
  /** Circles that a mark would hide, in pixels, and how many areas may lie over each other before they fade. */
  const SMALL = 10, FEW = 10;
  /** Outlines by position, in units of the world's width. @type {Map<number, Path2D>} */
  const shapes = new Map();

  /** Web Mercator, both ways from 0 to 1. */
  const mercatorX = (lon) => lon / 360 + 0.5;
  const mercatorY = (lat) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / TURN;

  /** Find the outlines of the places that events name. @param {{features: any[]}} collection */
  function load(collection) {
    const features = new Map(collection.features.map((feature) => [feature.properties.place, feature]));
    for (const [number, id] of Object.entries(events.header.areas)) {
      const feature = features.get(id);
      if (feature) shapes.set(Number(number) - 1, path(feature.geometry));
    }
  }

  /** @param {{type: string, coordinates: any[]}} geometry */
  function path(geometry) {
    const lines = geometry.type === "MultiLineString" ? geometry.coordinates : geometry.coordinates.flat();
    const drawn = new Path2D();
    for (const line of lines) {
      line.forEach(([lon, lat], i) => (i ? drawn.lineTo(mercatorX(lon), mercatorY(lat)) : drawn.moveTo(mercatorX(lon), mercatorY(lat))));
      if (geometry.type !== "MultiLineString") drawn.closePath();
    }
    return drawn;
  }

  /** @param {number} place number of a position */
  const isArea = (place) => events.wherePrec[place] >= AREA;

  /** Whether the area's own outline is known. @param {number} place */
  const isOutlined = (place) => shapes.has(place);

  /** The radius of an area on the screen, in pixels. @param {number} place @param {number} world its width in pixels */
  function reach(place, world) {
    return (events.radius[place] * 1000 * world) / (EQUATOR * Math.cos((events.lat[place] * Math.PI) / 180));
  }

  /** The edge of an area on the canvas. @param {{corner: {x: number, y: number}, world: number}} frame @param {number} place */
  function edge({ corner, world }, place) {
    const found = new Path2D();
    const shape = shapes.get(place);
    if (shape) found.addPath(shape, new DOMMatrix([world, 0, 0, world, -corner.x, -corner.y]));
    else found.arc(mercatorX(events.lon[place]) * world - corner.x, mercatorY(events.lat[place]) * world - corner.y, reach(place, world), 0, TURN);
    return found;
  }

  /** Areas at rest: soft edges, the softer the more there are. @param {CanvasRenderingContext2D} canvas @param {any} frame @param {number[]} places */
  function drawAll(canvas, frame, places) {
    const wide = places.filter((place) => isOutlined(place) || reach(place, frame.world) > SMALL);
    canvas.strokeStyle = theme.colours().haloEdge;
    for (const place of wide) {
      const line = edge(frame, place);
      stroke(canvas, line, 5, 0.1 * Math.min(1, FEW / wide.length));
      stroke(canvas, line, 1, 0.35 * Math.min(1, FEW / wide.length));
    }
    canvas.globalAlpha = 1;
  }

  /** One area that is pointed at or chosen. @param {CanvasRenderingContext2D} canvas @param {any} frame @param {number} place @param {string} colour @param {number} width of its edge */
  function drawOne(canvas, frame, place, colour, width) {
    const area = edge(frame, place);
    canvas.fillStyle = colour;
    canvas.strokeStyle = colour;
    canvas.globalAlpha = 0.13;
    canvas.fill(area, "evenodd");
    stroke(canvas, area, width + 4, 0.12);
    stroke(canvas, area, width, 1);
  }

  function stroke(canvas, line, width, strength) {
    canvas.globalAlpha = strength;
    canvas.lineWidth = width;
    canvas.stroke(line);
    canvas.globalAlpha = 1;
  }

  return { mercatorX, mercatorY, load, isArea, isOutlined, reach, drawAll, drawOne };
})();
